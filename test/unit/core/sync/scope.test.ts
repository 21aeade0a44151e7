import { expect, test } from "vitest";
import { nearest } from "../../../../src-main/core/sync/scope.ts";

const NOW = Date.parse("2026-11-19T09:00:00.000Z");

const booking = (id: string, hours: number, isSeries = false) => ({
  id,
  isSeries,
  start: new Date(NOW + hours * 3_600_000).toISOString(),
});

const chosen = (bookings: readonly ReturnType<typeof booking>[], limit: number): string[] =>
  [...nearest(bookings, limit, NOW)].toSorted();

test("the nearest in time are chosen, before and after now alike", () => {
  const bookings = [booking("a", -5), booking("b", -1), booking("c", 2), booking("d", 9)];
  expect(chosen(bookings, 2)).toEqual(["b", "c"]);
  expect(chosen(bookings, 3)).toEqual(["a", "b", "c"]);
});

test("of two that are equally near the one still to come is chosen, then the smaller id", () => {
  expect(chosen([booking("past", -3), booking("soon", 3)], 1)).toEqual(["soon"]);
  expect(chosen([booking("b", 3), booking("a", 3)], 1)).toEqual(["a"]);
});

test("a series is as near as can be, however long ago it began", () => {
  expect(chosen([booking("a", 1), booking("weekly", -2_000, true)], 1)).toEqual(["weekly"]);
});

test("the order in which they are given makes no difference", () => {
  const bookings = Array.from({ length: 40 }, (_, i) => booking(`b${i}`, ((i * 17) % 40) - 20));
  expect(chosen(bookings.toReversed(), 15)).toEqual(chosen(bookings, 15));
});

test("with room for all, all are chosen", () => {
  expect(chosen([booking("a", 1), booking("b", 2)], 10)).toEqual(["a", "b"]);
  expect(chosen([], 10)).toEqual([]);
});
