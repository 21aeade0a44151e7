import { expect, test } from "vitest";
import { mustAsk } from "../../../../src-main/core/sync/guard.ts";

test.each([
  [0, 0, false],
  [5, 5, false],
  [6, 6, true],
  [6, 29, true],
  [6, 30, false],
  [7, 30, true],
  [200, 1_000, false],
  [201, 1_000, true],
  [1_000, 1_000, true],
])("removing %i of %i: asked %s", (remove, known, asked) => {
  expect(mustAsk(remove, known)).toBe(asked);
});
