import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACCENT_GROUNDS,
  ACCENTS,
  Accent,
  accentShades,
  contrast,
  READABLE,
} from "../../../../src-shared/domain/accent.ts";

const TOKENS = readFileSync(
  path.resolve(import.meta.dirname, "../../../../src-renderer/styles/tokens.css"),
  "utf8",
);

const SCHEMES = ["light", "dark"] as const;
const hex = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((n) => `#${n.toString(16).padStart(6, "0")}`);

describe("the contrast of two colours", () => {
  it("is what WCAG says", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#ffffff", "#767676")).toBeCloseTo(4.54, 2);
    expect(contrast("#777777", "#777777")).toBe(1);
  });
});

describe("a business's own colour", () => {
  it("can be read on every ground, as words and under words, whatever it is", () => {
    fc.assert(
      fc.property(hex, (accent) => {
        for (const scheme of SCHEMES) {
          const { accent: shown, on, hover } = accentShades(accent)[scheme];
          const { ink: _, ...grounds } = ACCENT_GROUNDS[scheme];
          for (const ground of Object.values(grounds))
            expect(contrast(shown, ground)).toBeGreaterThanOrEqual(READABLE);
          expect(contrast(on, shown)).toBeGreaterThanOrEqual(READABLE);
          expect(contrast(on, hover)).toBeGreaterThanOrEqual(READABLE);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("stays as it is where it can be read, and is mended no further than that takes", () => {
    for (const accent of Object.values(ACCENTS))
      expect(accentShades(accent).light.accent).toBe(accent);
    const yellow = accentShades("#ffd400");
    expect(yellow.dark.accent).toBe("#ffd400");
    expect(contrast(yellow.light.accent, ACCENT_GROUNDS.light.hover)).toBeLessThan(READABLE + 0.2);
  });

  it.each([
    "#FFD400",
    "#fff",
    "ffd400",
    "#ffd4000",
    "#ffd40g",
    "red",
    "",
    "#ffd400;}",
    "#ffd400\n",
  ])("is not %j", (text) => {
    expect(Accent.safeParse(text).success).toBe(false);
  });

  it("is measured against the grounds of the pages", () => {
    const [light = "", dark = ""] = TOKENS.split("@media (prefers-color-scheme: dark)");
    for (const [scheme, text] of [
      ["light", light],
      ["dark", dark.split(':root[data-theme="dark"]')[0] ?? ""],
    ] as const)
      for (const [name, value] of Object.entries(ACCENT_GROUNDS[scheme]))
        expect(text, `${scheme} ${name}`).toContain(`--${name}: ${value};`);
  });
});
