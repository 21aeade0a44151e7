import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const page = readFileSync(path.join(root, "docs/security.md"), "utf8");

/** Rows of the security checklist. */
const ROWS = 34;

interface Named {
  readonly row: number;
  readonly file: string;
  readonly name: string;
}

/** `unit/electron/life` › the name of a test, as often as the last cell of a row has it. */
function namedIn(line: string): readonly Named[] {
  const [, row, , tests = ""] = line.split("|").map((cell) => cell.trim());
  return tests.split("<br>").flatMap((text) => {
    const found = /^`([\w/-]+)` › (.+)$/.exec(text);
    return found ? [{ row: Number(row), file: found[1] ?? "", name: found[2] ?? "" }] : [];
  });
}

const named = page
  .split("\n")
  .filter((line) => /^\| \d+ /.test(line))
  .flatMap(namedIn);

function sourceOf(file: string): string {
  const places = [`${file}.test.ts`, `${file}.spec.ts`].map((end) => path.join(root, "test", end));
  const place = places.find((one) => existsSync(one));
  return place === undefined ? "" : readFileSync(place, "utf8");
}

describe("docs/security.md", () => {
  it("names a test for every row of the checklist", () => {
    const rows = new Set(named.map(({ row }) => row));
    const wanted = Array.from({ length: ROWS }, (_, index) => index + 1);
    expect(wanted.filter((row) => !rows.has(row))).toEqual([]);
  });

  it.each(named)("row $row: $file has “$name”", ({ file, name }) => {
    expect(sourceOf(file)).toContain(name);
  });
});
