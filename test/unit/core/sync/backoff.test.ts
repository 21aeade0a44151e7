import { expect, test } from "vitest";
import { backoffMs, pollMs } from "../../../../src-main/core/sync/backoff.ts";

const ALMOST_ONE = 0.999_999;
const FIVE_MINUTES = 300_000;

test.each([
  [1, 0, 1_000],
  [1, ALMOST_ONE, 3_000],
  [2, ALMOST_ONE, 5_000],
  [5, ALMOST_ONE, 33_000],
  [8, ALMOST_ONE, 257_000],
  [9, ALMOST_ONE, FIVE_MINUTES + 1_000],
  [1_000, ALMOST_ONE, FIVE_MINUTES + 1_000],
  [1_000, 0, 1_000],
])("try %i with luck %d waits about %i ms", (attempt, random, ms) => {
  expect(Math.abs(backoffMs(attempt, random, null) - ms)).toBeLessThanOrEqual(1);
});

test("a calendar that names a time is not asked earlier", () => {
  expect(backoffMs(1, 0, 90_000)).toBe(90_000);
});

test("a shorter time than the own one does not make the desk impatient", () => {
  expect(backoffMs(1, 0.5, 10)).toBe(2_000);
});

test.each([
  [0, 225_000],
  [0.5, FIVE_MINUTES],
  [1, 375_000],
])("polls are five minutes give or take a quarter: luck %d waits %i ms", (random, ms) => {
  expect(pollMs(random)).toBe(ms);
});
