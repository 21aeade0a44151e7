import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const RENDERER = join(import.meta.dirname, "../../../../src-renderer");

/** Sides that stay where they are when a language is read from the right. */
const PHYSICAL =
  /^\s*(?:(?:margin|padding|border)-(?:left|right)\b|(?:left|right):|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear): (?:left|right))/;
const FOUR_SIDES = /^\s*(?:margin|padding|inset): (.+);/;

/** What is right on either side: a middle, and the place that the system's own window buttons leave. */
const ALLOWED = /^\s*left: 50%;|env\(titlebar-area-/;

/** `4px calc(1px + 2px)` in two parts. */
function partsOf(values: string): readonly string[] {
  return values.match(/(?:[^\s()]+\((?:[^()]|\([^()]*\))*\)|[^\s()]+)/g) ?? [];
}

function isPhysical(line: string): boolean {
  if (ALLOWED.test(line)) return false;
  if (PHYSICAL.test(line)) return true;
  const [, right, , left] = partsOf(FOUR_SIDES.exec(line)?.[1] ?? "");
  return left !== undefined && left !== right;
}

describe("the styles", () => {
  test("name start and end, not left and right, so that they hold from the right as well", () => {
    const files = globSync("**/*.css", { cwd: RENDERER });
    const found = files.flatMap((file) =>
      readFileSync(join(RENDERER, file), "utf8")
        .split("\n")
        .flatMap((line, i) => (isPhysical(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(found, "Take margin-inline-start, inset-inline-end, text-align: start …").toEqual([]);
  });

  test("of a side are told from those of both", () => {
    expect(
      ["margin-left: 1px;", "padding: 1px 2px 3px 4px;", "left: 0;", "text-align: right;"].every(
        isPhysical,
      ),
    ).toBe(true);
    expect(
      ["margin-inline: 1px;", "padding: 1px 2px 3px 2px;", "left: 50%;", "inset: 0;"].some(
        isPhysical,
      ),
    ).toBe(false);
  });
});
