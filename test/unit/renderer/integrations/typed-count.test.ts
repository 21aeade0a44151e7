import { expect, test } from "vitest";
import { readCount } from "../../../../src-renderer/integrations/typed-count.ts";

test("a number is read as people type it, with or without separators", () => {
  expect(["500", " 500 ", "1,000", "1.000", "1 000", "10’000"].map(readCount)).toEqual([
    500, 500, 1_000, 1_000, 1_000, 10_000,
  ]);
});

test("what is no whole number is none", () => {
  expect(["", "1.5", "-3", "1,00", "many", "1e3"].map(readCount)).toEqual(Array(6).fill(null));
});
