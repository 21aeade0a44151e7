import { z } from "zod";

/** A business's own colour, as `#2d6a4f`: lower case, six digits, opaque. */
export const Accent = z.string().regex(/^#[0-9a-f]{6}$/, "A colour is written like #2d6a4f.");
export type Accent = z.infer<typeof Accent>;

/** Calm ones to choose from; the ink of the house is no accent at all. */
export const ACCENTS = {
  pine: "#2d6a4f",
  lagoon: "#1f6f78",
  ocean: "#1f5f8b",
  iris: "#5350a0",
  plum: "#7a3f6d",
  rose: "#a23a58",
  brick: "#9c4226",
  ochre: "#7d5f12",
  slate: "#4a5a6a",
} as const satisfies Readonly<Record<string, Accent>>;
export type AccentName = keyof typeof ACCENTS;

/** What words have to stand out by against their ground: WCAG 2.2, 1.4.3. */
export const READABLE = 4.5;

type Scheme = "light" | "dark";

/** The grounds that an accent lies on or beside, its words, and what it is mixed with until it can be read (tokens.css). */
export const ACCENT_GROUNDS = {
  light: {
    paper: "#fdfcf9",
    desk: "#f6f4f0",
    well: "#f0eeea",
    raised: "#ffffff",
    hover: "#edeae5",
    "on-ink": "#fbfaf7",
    ink: "#221d18",
  },
  dark: {
    paper: "#1b1917",
    desk: "#12110f",
    well: "#151311",
    raised: "#262421",
    hover: "#2c2a27",
    "on-ink": "#181612",
    ink: "#ece9e4",
  },
} as const satisfies Readonly<Record<Scheme, Readonly<Record<string, Accent>>>>;

export interface AccentShade {
  /** Ground of buttons and marks, words of links. */
  readonly accent: Accent;
  /** Words on it. */
  readonly on: Accent;
  /** It, under the pointer. */
  readonly hover: Accent;
}

type Channels = readonly [number, number, number];

const channelsOf = (hex: Accent): Channels => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

function hexOf(channels: Channels): Accent {
  return `#${channels.map((one) => Math.round(one).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(hex: Accent): number {
  const [red, green, blue] = channelsOf(hex).map((one) => {
    const share = one / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, no difference, to 21, black on white: WCAG 2.2. */
export function contrast(one: Accent, other: Accent): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function mix(from: Accent, to: Accent, percent: number): Accent {
  const [a, b] = [channelsOf(from), channelsOf(to)];
  const part = (i: 0 | 1 | 2): number => a[i] + ((b[i] - a[i]) * percent) / 100;
  return hexOf([part(0), part(1), part(2)]);
}

/** The least that has to be mixed in; all of it is the ink, which can be read on every ground. */
function shade(accent: Accent, scheme: Scheme): AccentShade {
  const { ink, "on-ink": on, ...grounds } = ACCENT_GROUNDS[scheme];
  const isReadable = (colour: Accent): boolean =>
    [on, ...Object.values(grounds)].every((ground) => contrast(colour, ground) >= READABLE);
  let percent = 0;
  while (percent < 100 && !isReadable(mix(accent, ink, percent))) percent += 1;
  const readable = mix(accent, ink, percent);
  return { accent: readable, on, hover: mix(readable, ink, 15) };
}

/**
 * A colour as it is shown: as it is where words can be read in it and on it (4.5 to 1), else darkened on light pages or
 * lightened on dark ones as far as that takes.
 */
export function accentShades(accent: Accent): Readonly<Record<Scheme, AccentShade>> {
  return { light: shade(accent, "light"), dark: shade(accent, "dark") };
}
