import { describe, expect, it } from "vitest";
import { daysOf, daysWithoutRows } from "../../../../../src-renderer/schedule/list/list-days.ts";
import { NO_FILTER } from "../../../../../src-renderer/schedule/list/list-filter.ts";
import type { Chunk } from "../../../../../src-renderer/store/agenda.ts";
import type { ScheduledBooking } from "../../../../../src-shared/domain/booking.ts";
import { listed } from "./listed.ts";

function chunk(first: string, days: number, bookings: readonly ScheduledBooking[]): Chunk {
  return {
    first,
    days,
    stale: false,
    byDate: Map.groupBy(bookings, ({ start }) => start.slice(0, 10)),
  };
}

const CHUNKS = [
  chunk("2026-11-01", 14, [listed("early", "2026-11-05", "09:00", { staffId: "ben" })]),
  chunk("2026-11-15", 14, [
    listed("cut", "2026-11-19", "09:00"),
    listed("gone", "2026-11-19", "10:00", { status: "cancelled", serviceId: "colour" }),
    listed("late", "2026-11-25", "09:00", { staffId: "ben", serviceId: "colour" }),
  ]),
];

function shown(filter: Partial<typeof NO_FILTER>, always: readonly string[] = []) {
  return daysOf(CHUNKS, { ...NO_FILTER, ...filter }, always).map(({ date, bookings }) => [
    date,
    ...bookings.map(({ id }) => id),
  ]);
}

describe("the days of a list", () => {
  it("are those with bookings, in order, cancelled ones among them", () => {
    expect(shown({})).toEqual([
      ["2026-11-05", "early"],
      ["2026-11-19", "cut", "gone"],
      ["2026-11-25", "late"],
    ]);
  });

  it("show what every filter lets through", () => {
    expect(shown({ staffIds: new Set(["ben"]) })).toEqual([
      ["2026-11-05", "early"],
      ["2026-11-25", "late"],
    ]);
    expect(shown({ statuses: new Set(["cancelled", "noShow"]) })).toEqual([["2026-11-19", "gone"]]);
    expect(shown({ staffIds: new Set(["ben"]), serviceIds: new Set(["colour"]) })).toEqual([
      ["2026-11-25", "late"],
    ]);
  });

  it("hold today and the chosen day though nothing is on them, unless they are not loaded", () => {
    const days = shown({ staffIds: new Set(["nobody"]) }, ["2026-11-20", "2026-12-24"]);
    expect(days).toEqual([["2026-11-20"]]);
  });

  it("tell how long nothing has come at each end", () => {
    const days = daysOf(CHUNKS, NO_FILTER, []);
    expect(daysWithoutRows(CHUNKS, days, "before")).toBe(4);
    expect(daysWithoutRows(CHUNKS, days, "after")).toBe(3);
    const none = daysOf(CHUNKS, { ...NO_FILTER, staffIds: new Set(["nobody"]) }, ["2026-11-20"]);
    expect(daysWithoutRows(CHUNKS, none, "after")).toBe(28);
  });
});
