import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TINTS } from "../../../../src-shared/domain/business.ts";

const CSS = readFileSync(
  join(import.meta.dirname, "../../../../src-renderer/styles/tokens.css"),
  "utf8",
).replaceAll(/\/\*[\s\S]*?\*\//g, "");

type Palette = Readonly<Record<string, string>>;
type Colour = readonly number[];

/** What stands between the braces that open after a place in the text. */
function bodyFrom(at: number): string {
  const open = CSS.indexOf("{", at);
  let depth = 0;
  for (let i = open; i < CSS.length; i += 1) {
    if (CSS[i] === "{") depth += 1;
    if (CSS[i] === "}" && --depth === 0) return CSS.slice(open + 1, i);
  }
  throw new Error("A brace of tokens.css is never closed.");
}

function tokensIn(body: string): Palette {
  const found = [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name, value?.trim()]));
}

const roots = [...CSS.matchAll(/^:root \{/gm)].map(({ index }) => tokensIn(bodyFrom(index)));
const light: Palette = Object.assign({}, ...roots) as Palette;
const darkChosen = tokensIn(bodyFrom(CSS.indexOf(':root[data-theme="dark"] {')));
const darkSystem = tokensIn(bodyFrom(CSS.indexOf("@media (prefers-color-scheme: dark)")));
const forced = tokensIn(bodyFrom(CSS.indexOf("@media (forced-colors: active)")));
const THEMES = { light, dark: { ...light, ...darkChosen } } as const;

function valueOf(palette: Palette, name: string): string {
  const value = palette[name];
  if (value === undefined) throw new Error(`tokens.css has no --${name}.`);
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  return other === undefined ? value : valueOf(palette, other);
}

/** A token, or `a*42%b`: 42 % of a over b, as a block that is done is drawn. */
function colourOf(palette: Palette, spec: string): Colour {
  const [, over, share, under] = /^(.+)\*(\d+)%(.+)$/.exec(spec) ?? [];
  if (over !== undefined && under !== undefined) {
    const [a, b] = [colourOf(palette, over), colourOf(palette, under)];
    const part = Number(share) / 100;
    return a.map((value, i) => value * part + (b[i] ?? 0) * (1 - part));
  }
  const hex = valueOf(palette, spec);
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(palette: Palette, one: string, other: string): number {
  const [light1, light2] = [one, other].map((spec) => luminance(colourOf(palette, spec)));
  const [low, high] = [light1 ?? 0, light2 ?? 0].toSorted((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const GROUNDS = ["paper", "desk", "well", "raised"];
const STATES = ["ok", "error", "attention", "offline", "idle"];
const tints = TINTS.map((tint) => `tint-${tint}`);

/** Words on their ground: WCAG 1.4.3 asks for 4.5. */
const WORDS: readonly (readonly [string, string])[] = [
  ...[...GROUNDS, "hover"].flatMap((on) => [["ink", on] as const, ["ink-2", on] as const]),
  ...GROUNDS.flatMap((on) => [["ink-3", on] as const, ["brass-ink", on] as const]),
  ["on-ink", "ink"],
  ["on-brass", "brass-bright"],
  ["brass-ink", "brass-soft"],
  ["ink-2", "hatch-ground"],
  ["ink-2", "stripe-ground"],
  ["error-ink", "paper"],
  ...STATES.flatMap((state) =>
    [`${state}-soft`, "paper", "desk", "raised"].map((on) => [`${state}-ink`, on] as const),
  ),
  ...tints.flatMap((tint) => [
    [`${tint}-ink`, tint] as const,
    ["ink-2", `${tint}*42%paper`] as const,
    ["attention-ink", tint] as const,
  ]),
];

/** Shapes that say something: WCAG 1.4.11 asks for 3. */
const SHAPES: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((on) => [["brass", on] as const, ["control-line", on] as const]),
  ...STATES.flatMap((state) =>
    [`${state}-soft`, "paper", "desk"].map((on) => [state, on] as const),
  ),
  ["status-booked", "paper"],
  ["status-no-show", "paper"],
  ...tints.flatMap((tint) =>
    ["status-confirmed", "status-arrived", "status-serving", "brass-ink", "ok-ink"].map(
      (shape) => [shape, tint] as const,
    ),
  ),
];

describe.each(["light", "dark"] as const)("the colours in the %s", (theme) => {
  test.each([
    ["words", WORDS, 4.5],
    ["shapes that say something", SHAPES, 3],
  ] as const)("keep %s apart from their ground (WCAG 2.2 AA)", (_what, pairs, least) => {
    const weak = pairs
      .map(([one, other]) => ({
        pair: `${one} on ${other}`,
        is: contrast(THEMES[theme], one, other),
      }))
      .filter(({ is }) => is < least);
    expect(weak).toEqual([]);
  });
});

test("dark is the same whether the system or a person chose it", () => {
  expect(darkSystem).toEqual(darkChosen);
});

test("every colour of the dark has one of the system's where the system forces its own", () => {
  const painted = Object.keys(darkChosen).filter((name) => darkChosen[name]?.startsWith("#"));
  expect(painted.filter((name) => !(name in forced))).toEqual([]);
});
