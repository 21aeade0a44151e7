import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { namedTests, testSource } from "./named-tests.ts";

/** What the requirements say of customers (C1 to C13) and of tokens and scopes (Q1, Q2). */
const REQUIRED = [...Array.from({ length: 13 }, (_, index) => `C${index + 1}`), "Q1", "Q2"];

const page = path.resolve(import.meta.dirname, "../../../docs/companion-proof.md");
const rows = readFileSync(page, "utf8")
  .split("\n")
  .filter((line) => /^\| (?!row |-)/.test(line))
  .map((line) => line.split("|")[1]?.trim() ?? "");

const named = namedTests("companion-proof.md", /^(?!row$|-)./);

describe("docs/companion-proof.md", () => {
  it("has every requirement, and names a test in every row", () => {
    expect(REQUIRED.filter((row) => !rows.includes(row))).toEqual([]);
    const proved = new Set(named.map(({ row }) => row));
    expect(rows.filter((row) => !proved.has(row))).toEqual([]);
  });

  it.each(named)("row $row: $file has “$parts”", ({ file, parts }) => {
    const source = testSource(file);
    for (const part of parts) expect(source).toContain(part);
  });
});
