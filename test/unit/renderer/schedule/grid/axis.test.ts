import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  minuteAt,
  placeOnDay,
  snap,
  snapDown,
  visibleRange,
  yOf,
  zonedDay,
} from "../../../../../src-renderer/schedule/grid/axis.ts";
import { wallClockAt } from "../../../../../src-shared/time/zones.ts";

const BERLIN = "Europe/Berlin";

function stretch(start: string, end: string) {
  return { start: `${start}:00.000Z`, end: `${end}:00.000Z` };
}

describe("the place of a booking on a day", () => {
  it("is read from the business's wall clock", () => {
    const booking = stretch("2026-11-19T11:30", "2026-11-19T12:15");
    expect(placeOnDay(booking, zonedDay("2026-11-19", BERLIN))).toEqual({ from: 750, to: 795 });
    expect(placeOnDay(booking, zonedDay("2026-11-19", "America/New_York"))).toEqual({
      from: 390,
      to: 435,
    });
  });

  it("is cut to the day at midnight, and on the next day begins there", () => {
    const night = stretch("2026-11-19T22:00", "2026-11-20T01:00");
    expect(placeOnDay(night, zonedDay("2026-11-19", BERLIN))).toEqual({ from: 1380, to: 1440 });
    expect(placeOnDay(night, zonedDay("2026-11-20", BERLIN))).toEqual({ from: 0, to: 120 });
    expect(placeOnDay(night, zonedDay("2026-11-21", BERLIN))).toBeNull();
  });

  it("that ends at midnight does not touch the next day", () => {
    const evening = stretch("2026-11-19T22:00", "2026-11-19T23:00");
    expect(placeOnDay(evening, zonedDay("2026-11-19", BERLIN))).toEqual({ from: 1380, to: 1440 });
    expect(placeOnDay(evening, zonedDay("2026-11-20", BERLIN))).toBeNull();
  });

  it("spans the hour that the clock skips in spring", () => {
    const overGap = stretch("2026-03-29T00:30", "2026-03-29T01:30");
    expect(placeOnDay(overGap, zonedDay("2026-03-29", BERLIN))).toEqual({ from: 90, to: 210 });
  });

  it("keeps its length in the hour that comes twice in autumn", () => {
    const inFold = stretch("2026-10-25T00:45", "2026-10-25T01:15");
    expect(placeOnDay(inFold, zonedDay("2026-10-25", BERLIN))).toEqual({ from: 165, to: 195 });
  });

  it("always has a length, on the days of a change of clocks too", () => {
    const zones = fc.constantFrom(BERLIN, "America/New_York", "Pacific/Auckland", "Asia/Kolkata");
    const dates = fc.constantFrom(
      "2026-03-29",
      "2026-10-25",
      "2026-03-08",
      "2026-11-01",
      "2026-04-05",
    );
    fc.assert(
      fc.property(
        zones,
        dates,
        fc.nat(1_500),
        fc.integer({ min: 5, max: 300 }),
        (zone, date, at, length) => {
          const start = Date.parse(`${date}T00:00:00.000Z`) + (at - 30) * 60_000;
          const iso = (ms: number): string => new Date(ms).toISOString();
          const span = placeOnDay(
            { start: iso(start), end: iso(start + length * 60_000) },
            zonedDay(date, zone),
          );
          if (span === null) return;
          expect(span.from).toBeGreaterThanOrEqual(0);
          expect(span.to).toBeLessThanOrEqual(1_440);
          expect(span.to).toBeGreaterThan(span.from);
        },
      ),
    );
  });
});

describe("a day of a zone", () => {
  it("shows at each of its instants what the wall clock shows, also where the clock jumps", () => {
    const zones = fc.constantFrom(
      BERLIN,
      "America/St_Johns",
      "Pacific/Apia",
      "Australia/Lord_Howe",
    );
    const dates = fc.constantFrom(
      "2026-03-29",
      "2026-10-25",
      "2026-04-05",
      "2011-12-31",
      "2026-11-19",
    );
    fc.assert(
      fc.property(zones, dates, fc.nat(1_439), (zone, date, minutes) => {
        const day = zonedDay(date, zone);
        const at = day.start + minutes * 60_000;
        fc.pre(at < day.end);
        expect(day.minutesAt(at)).toBe(wallClockAt(at, zone).minutes);
      }),
    );
  });
});

describe("the axis", () => {
  it("shows one hour more on each side of what is worked or booked, in whole hours", () => {
    expect(visibleRange([{ from: 555, to: 1_080 }])).toEqual({ from: 480, to: 1_140 });
  });

  it("never leaves the day, and shows usual hours when nothing is known", () => {
    expect(visibleRange([{ from: 10, to: 1_440 }])).toEqual({ from: 0, to: 1_440 });
    expect(visibleRange([])).toEqual({ from: 480, to: 1_080 });
  });

  it("leads from a minute to a height and back", () => {
    const axis = { from: 480, to: 1_200, pxPerMinute: 1.6 };
    expect(yOf(495, axis)).toBe(24);
    expect(minuteAt(yOf(617, axis), axis)).toBeCloseTo(617);
  });

  it("snaps to steps: the nearest one for an edge, the one before for a click", () => {
    expect(snap(608, 15)).toBe(615);
    expect(snapDown(614, 15)).toBe(600);
  });
});
