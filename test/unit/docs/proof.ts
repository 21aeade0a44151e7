import { describe, expect, it } from "vitest";
import { namedTests, tableRows, testSource } from "./named-tests.ts";

const NOT_A_HEAD = /^(?!row$|-)./;

/** Demands of a page of proof that it has every row, that each row names a test, and that each named test exists. */
export function describeProof(page: string, required: readonly string[]): void {
  const rows = tableRows(page, NOT_A_HEAD);
  const named = namedTests(page, NOT_A_HEAD);
  describe(`docs/${page}`, () => {
    it("has every requirement, and names a test in every row", () => {
      expect(required.filter((row) => !rows.includes(row))).toEqual([]);
      const proved = new Set(named.map(({ row }) => row));
      expect(rows.filter((row) => !proved.has(row))).toEqual([]);
    });

    it.each(named)("row $row: $file has “$parts”", ({ file, parts }) => {
      const source = testSource(file);
      for (const part of parts) expect(source).toContain(part);
    });
  });
}

/** `M1` to `M<count>`. */
export function numbered(letter: string, count: number, from = 1): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${from + index}`);
}
