import { describe, expect, it } from "vitest";
import { namedTests, testSource } from "./named-tests.ts";

/** Rows of each table: scenarios, failures, who wins, bad input, what must exist. */
const ROWS = { S: 51, F: 17, W: 20, B: 15, M: 15 };

const named = namedTests("engine-proof.md", /^[SFWBM]\d+$/);

describe("docs/engine-proof.md", () => {
  it("names a test for every row of its tables", () => {
    const rows = new Set(named.map(({ row }) => row));
    const wanted = Object.entries(ROWS).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
    );
    expect([...rows].toSorted()).toEqual(wanted.toSorted());
  });

  it.each(named)("row $row: $file has “$parts”", ({ file, parts }) => {
    const source = testSource(file);
    for (const part of parts) expect(source).toContain(part);
  });
});
