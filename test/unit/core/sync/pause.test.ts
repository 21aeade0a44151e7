import { expect, test } from "vitest";
import { pauseEnd } from "../../../../src-main/core/sync/pause.ts";

const at = (instant: string): number => Date.parse(instant);

test.each([
  ["hour", "2026-11-19T09:00:00.000Z", "2026-11-19T10:00:00.000Z"],
  ["today", "2026-11-19T09:00:00.000Z", "2026-11-19T23:00:00.000Z"],
  // The clocks go back that night: the day has 25 hours.
  ["today", "2026-10-24T22:30:00.000Z", "2026-10-25T23:00:00.000Z"],
] as const)("a pause for an %s from %s ends at %s", (length, now, end) => {
  expect(pauseEnd(length, at(now), "Europe/Berlin")).toBe(at(end));
});

test("a pause until resumed has no end of its own", () => {
  expect(pauseEnd("untilResumed", 0, "Europe/Berlin")).toBeNull();
});
