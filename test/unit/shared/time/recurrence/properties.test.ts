import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { occurrencesBetween } from "../../../../../src-shared/time/recurrence/expand.ts";
import type { Occurrence, Series } from "../../../../../src-shared/time/recurrence/series.ts";
import { allDay, timed } from "../../../../fixtures/recurrence/series.ts";

const DAY_MS = 86_400_000;
const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Auckland",
  "Australia/Lord_Howe",
];
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

const listOf = (values: readonly (string | number)[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 }).map(String);

const part = (name: string, values: readonly (string | number)[]) =>
  fc.option(
    listOf(values).map((list) => `;${name}=${list}`),
    { nil: "", freq: 1 },
  );

const rule = fc
  .tuple(
    fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    part("BYDAY", WEEKDAYS),
    part("BYMONTH", [1, 2, 3, 6, 10, 12]),
    part("BYMONTHDAY", [1, 15, 29, 31, -1, -30]),
    part("BYSETPOS", [1, 2, -1, -3]),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom("", ";COUNT=1", ";COUNT=25", ";UNTIL=20261101T003000Z", ";UNTIL=20260420"),
  )
  .map(([frequency, day, month, monthDay, position, interval, end]) => {
    const picks = day !== "" || monthDay !== "" ? position : "";
    return `RRULE:FREQ=${frequency};INTERVAL=${interval}${day}${month}${monthDay}${picks}${end}`;
  });

const minuteOf2026 = fc
  .integer({ min: 0, max: 365 * 96 })
  .map((n) => Date.UTC(2026, 0, 1) + n * 900_000);
const iso = (ms: number) => new Date(ms).toISOString();

const timedSeries = fc
  .tuple(minuteOf2026, fc.array(rule, { minLength: 1, maxLength: 3 }), fc.constantFrom(...ZONES))
  .chain(([start, lines, zone]) =>
    fc.constantFrom(15, 60, 600, 3_000).map((minutes) => timed(iso(start), lines, zone, minutes)),
  );
const allDaySeries = fc
  .tuple(
    minuteOf2026,
    fc.array(rule, { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([start, lines, days]) =>
    allDay(iso(start).slice(0, 10), iso(start + days * DAY_MS).slice(0, 10), lines),
  );
const series: fc.Arbitrary<Series> = fc.oneof(timedSeries, allDaySeries);
const window = fc
  .tuple(minuteOf2026, fc.integer({ min: 1, max: 400 * 96 }))
  .map(([from, length]) => ({ from, to: from + length * 900_000 }));

const businessZone = "Europe/Berlin";
function expand(one: Series, from: number, to: number): readonly Occurrence[] {
  return occurrencesBetween(one, iso(from), iso(to), 2_000, businessZone).occurrences;
}

/** Edges in UTC; an all-day occurrence is at the earliest and the latest a day away from its dates. */
function edgesOf({ time }: Occurrence): { readonly start: number; readonly end: number } {
  if (time.is === "timed") return { start: Date.parse(time.start), end: Date.parse(time.end) };
  return { start: Date.parse(time.from) - DAY_MS, end: Date.parse(time.to) + DAY_MS };
}

const originals = (list: readonly Occurrence[]) => list.map((one) => one.originalStart);

describe("whatever the series and the window", { timeout: 60_000 }, () => {
  it("occurrences come in order, none twice, all within the window", () => {
    fc.assert(
      fc.property(series, window, (one, { from, to }) => {
        const found = expand(one, from, to);
        const edges = found.map(edgesOf);
        expect(new Set(originals(found)).size).toBe(found.length);
        expect(edges.every(({ start, end }) => start < to && end > from)).toBe(true);
        expect(edges.map(({ start }) => start)).toEqual(
          edges.map(({ start }) => start).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 400 },
    );
  });

  it("a window in two parts shows the same as the whole", () => {
    fc.assert(
      fc.property(
        series,
        window,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, { from, to }, at) => {
          const middle = Math.round(from + (to - from) * at);
          const parts = [...expand(one, from, middle), ...expand(one, middle, to)];
          expect(new Set(originals(parts))).toEqual(new Set(originals(expand(one, from, to))));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("a limit shows the first of what there is", () => {
    fc.assert(
      fc.property(series, window, fc.integer({ min: 0, max: 20 }), (one, { from, to }, limit) => {
        const all = expand(one, from, to);
        const some = occurrencesBetween(one, iso(from), iso(to), limit, businessZone);
        expect(some.occurrences).toEqual(all.slice(0, limit));
        expect(some.cut).toBe(all.length > limit);
      }),
      { numRuns: 200 },
    );
  });

  it("an EXDATE of each occurrence leaves none", () => {
    fc.assert(
      fc.property(timedSeries, window, (one, { from, to }) => {
        const dates = originals(expand(one, from, to)).map((at) =>
          at.replaceAll(/[-:]|\.000/g, ""),
        );
        const without = { ...one, lines: [...one.lines, `EXDATE:${dates.join(",")}`] };
        expect(expand(without, from, to)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("no text in the lines makes it throw", () => {
    const piece = fc.constantFrom(
      "RRULE:",
      "EXDATE",
      "RDATE;",
      "FREQ=",
      "DAILY",
      ";",
      "=",
      ",",
      "BYDAY=",
      "Z",
      "T",
      "-1",
    );
    const line = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.oneof(piece, fc.string({ maxLength: 5 }), fc.nat().map(String)))
        .map((all) => all.join("")),
    );
    fc.assert(
      fc.property(fc.array(line), fc.string(), (lines, zone) => {
        const one = timed("2026-05-01T08:00Z", lines, zone);
        expect(expand(one, Date.UTC(2026, 0), Date.UTC(2027, 0))).toBeInstanceOf(Array);
      }),
      { numRuns: 1_000 },
    );
  });
});
