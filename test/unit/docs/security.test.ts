import { describe, expect, it } from "vitest";
import { namedTests, testSource } from "./named-tests.ts";

/** Rows of the security checklist. */
const ROWS = 34;

const named = namedTests("security.md", /^\d+$/);

describe("docs/security.md", () => {
  it("names a test for every row of the checklist", () => {
    const rows = new Set(named.map(({ row }) => Number(row)));
    const wanted = Array.from({ length: ROWS }, (_, index) => index + 1);
    expect(wanted.filter((row) => !rows.has(row))).toEqual([]);
  });

  it.each(named)("row $row: $file has “$parts”", ({ file, parts }) => {
    const source = testSource(file);
    for (const part of parts) expect(source).toContain(part);
  });
});
