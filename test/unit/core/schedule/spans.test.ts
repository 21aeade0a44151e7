import { describe, expect, test } from "vitest";
import {
  firstFreeStart,
  firstUncovered,
  workingSpans,
} from "../../../../src-main/core/schedule/spans.ts";
import type { WeeklyHours } from "../../../../src-shared/domain/business.ts";
import { toInstant } from "../../../../src-shared/time/zones.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function everyDay(...spans: { from: string; to: string }[]): WeeklyHours {
  return { 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans };
}

function dayOf(date: string) {
  const start = Date.parse(`${date}T12:00:00.000Z`);
  return { start, end: start + 1 };
}

describe("working hours as real time", () => {
  test("a plain day", () => {
    const spans = workingSpans(
      everyDay({ from: "09:00", to: "18:00" }),
      dayOf("2026-11-19"),
      "Europe/Berlin",
    );
    expect(spans.map((s) => [toInstant(s.start), toInstant(s.end)])).toEqual([
      ["2026-11-19T08:00:00.000Z", "2026-11-19T17:00:00.000Z"],
    ]);
  });

  test.each([
    ["Europe/Berlin", "2026-03-29", 23],
    ["Europe/Berlin", "2026-10-25", 25],
    ["America/New_York", "2026-03-08", 23],
    ["America/New_York", "2026-11-01", 25],
    ["Asia/Kolkata", "2026-03-29", 24],
    ["Australia/Lord_Howe", "2026-10-04", 23.5],
  ])("a whole day in %s on %s has %s hours", (zone, date, hours) => {
    const spans = workingSpans(everyDay({ from: "00:00", to: "24:00" }), dayOf(date), zone);
    expect(spans.map((s) => (s.end - s.start) / HOUR)).toEqual([hours]);
  });

  test("hours within the skipped hour have no length", () => {
    const spans = workingSpans(
      everyDay({ from: "02:00", to: "02:30" }),
      dayOf("2026-03-29"),
      "Europe/Berlin",
    );
    expect(spans).toEqual([]);
  });

  test("hours that end at midnight run on into the next day's", () => {
    const start = Date.parse("2026-11-19T22:00:00.000Z");
    const night = { start, end: start + 3 * HOUR };
    const spans = workingSpans(everyDay({ from: "00:00", to: "24:00" }), night, "Europe/Berlin");
    expect(firstUncovered(night, spans)).toBeNull();
  });
});

describe("the first uncovered part", () => {
  const covers = [
    { start: 9, end: 12 },
    { start: 13, end: 18 },
  ];
  test.each([
    [{ start: 9, end: 12 }, null],
    [
      { start: 8, end: 10 },
      { start: 8, end: 9 },
    ],
    [
      { start: 11, end: 14 },
      { start: 12, end: 13 },
    ],
    [
      { start: 17, end: 20 },
      { start: 18, end: 20 },
    ],
    [
      { start: 20, end: 21 },
      { start: 20, end: 21 },
    ],
  ])("of %o", (span, uncovered) => {
    expect(firstUncovered(span, covers)).toEqual(uncovered);
  });
});

describe("the first free start", () => {
  const nine = Date.parse("2026-11-19T09:00:00.000Z");
  const day = { start: nine, end: nine + 9 * HOUR };

  test("is after what is taken, on a five-minute mark", () => {
    const taken = [{ start: nine, end: nine + 42 * MINUTE }];
    expect(firstFreeStart(day, 30 * MINUTE, taken, [day])).toBe(nine + 45 * MINUTE);
  });

  test("skips gaps that are too short", () => {
    const taken = [
      { start: nine, end: nine + HOUR },
      { start: nine + HOUR + 20 * MINUTE, end: nine + 3 * HOUR },
    ];
    expect(firstFreeStart(day, 30 * MINUTE, taken, [day])).toBe(nine + 3 * HOUR);
  });

  test("waits for somebody to come to work", () => {
    const late = { start: nine + 2 * HOUR, end: nine + 4 * HOUR };
    expect(firstFreeStart(day, 30 * MINUTE, [], [late])).toBe(late.start);
  });

  test("is none when the day is full", () => {
    expect(firstFreeStart(day, 30 * MINUTE, [day], [day])).toBeNull();
  });
});
