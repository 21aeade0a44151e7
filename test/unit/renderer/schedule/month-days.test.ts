import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datesFrom, monthDays } from "../../../../src-renderer/schedule/dates.ts";
import { type MonthSources, monthOf } from "../../../../src-renderer/schedule/month/month-days.ts";
import { dayByKey } from "../../../../src-renderer/schedule/month/month-view.tsx";
import { periodOf, stepped } from "../../../../src-renderer/schedule/period.ts";
import type { Business, Staff } from "../../../../src-shared/domain/business.ts";
import { addDays, instantOfWall, toInstant } from "../../../../src-shared/time/zones.ts";
import { placedBlock, placedBooking } from "./grid/rows.ts";

const ZONE = "Europe/Berlin";
const NINE_TO_FIVE = [{ from: "09:00", to: "17:00" }];
const BUSINESS = {
  zone: ZONE,
  hours: {
    1: NINE_TO_FIVE,
    2: NINE_TO_FIVE,
    3: NINE_TO_FIVE,
    4: NINE_TO_FIVE,
    5: NINE_TO_FIVE,
    6: NINE_TO_FIVE,
    7: [],
  },
  closures: [{ name: "Holidays", from: "2026-12-24", to: "2026-12-27", yearly: false }],
} as unknown as Business;
const STAFF = ["anna", "ben"].map((id) => ({ id, hours: null })) as unknown as readonly Staff[];

function wall(date: string, minutes: number): string {
  return toInstant(instantOfWall(date, minutes, ZONE));
}

function booked(id: string, staffId: string, date: string, from: number, to: number, more = {}) {
  const times = { start: wall(date, from), end: wall(date, to) };
  return placedBooking(id, 0, 1, { staffId, ...times, ...more }).booking;
}

function month(dates: readonly string[], sources: Partial<MonthSources> = {}) {
  return monthOf(dates, { staff: STAFF, business: BUSINESS, bookings: [], blocks: [], ...sources });
}

describe("the overview of a month", () => {
  it("tells how full each person is, and everybody together", () => {
    const bookings = [
      booked("a", "anna", "2026-11-19", 540, 780),
      booked("b", "anna", "2026-11-19", 600, 660),
      booked("c", "ben", "2026-11-19", 960, 1_080),
    ];
    const [day] = month(["2026-11-19"], { bookings });
    expect(day).toMatchObject({ count: 3, works: true, closure: null });
    // Four of eight hours, though two bookings overlap; one of two hours lies within the working time.
    expect(day?.lines.map((line) => line.share)).toEqual([0.5, 0.125]);
    expect(day?.share).toBeCloseTo(5 / 16);
  });

  it("does not count who cancelled or did not come", () => {
    const bookings = [
      booked("a", "anna", "2026-11-19", 540, 600, { status: "noShow" }),
      booked("b", "anna", "2026-11-19", 600, 660, { status: "cancelled" }),
    ];
    expect(month(["2026-11-19"], { bookings })[0]).toMatchObject({ count: 0, share: 0 });
  });

  it("names closures, and tells days on which nobody works", () => {
    const [closed, sunday] = month(["2026-12-24", "2026-11-22"]);
    expect(closed).toMatchObject({ closure: "Holidays", works: false, share: null });
    expect(sunday).toMatchObject({ closure: null, works: false });
    expect(sunday?.lines.every((line) => line.share === null)).toBe(true);
  });

  it("leaves out of the working time who has the day off", () => {
    const allDay = { from: "2026-11-18", to: "2026-11-20" };
    const times = { start: wall("2026-11-18", 0), end: wall("2026-11-20", 0) };
    const { block } = placedBlock("off", 0, 1, { ...times, allDay, staffIds: ["anna"] });
    const bookings = [booked("c", "ben", "2026-11-19", 540, 1_020)];
    const [thursday, friday] = month(["2026-11-19", "2026-11-20"], { bookings, blocks: [block] });
    expect(thursday).toMatchObject({ works: true, share: 1 });
    expect(thursday?.lines.map(({ share }) => share)).toEqual([null, 1]);
    expect(friday?.lines.map(({ share }) => share)).toEqual([0, 0]);
  });

  it("names what holds for everyone all day", () => {
    const times = { start: wall("2026-11-19", 0), end: wall("2026-11-20", 0) };
    const all = placedBlock("fair", 0, 1, { staffIds: [], ...times }).block;
    const one = placedBlock("school", 0, 1, { staffIds: ["anna"], ...times }).block;
    expect(month(["2026-11-19"], { blocks: [one] })[0]?.wholeDay).toBeNull();
    expect(month(["2026-11-19"], { blocks: [one, all] })[0]?.wholeDay?.id).toBe("fair");
  });

  it("counts each booking on the day it begins, over midnight and on both days the clock changes", () => {
    const late = booked("late", "anna", "2026-11-19", 1_410, 1_440);
    const over = { ...late, end: wall("2026-11-20", 60) };
    const days = month(["2026-11-19", "2026-11-20"], { bookings: [over] });
    expect(days.map((day) => day.count)).toEqual([1, 0]);
    for (const date of ["2026-03-29", "2026-10-25"]) {
      const night = booked("night", "anna", date, 90, 240);
      const dates = [addDays(date, -1), date, addDays(date, 1)];
      expect(month(dates, { bookings: [night] }).map((day) => day.count)).toEqual([0, 1, 0]);
    }
  });

  it("never is fuller than full, and loses no booking, whatever is booked", () => {
    const row = fc.record({
      staffId: fc.constantFrom("anna", "ben"),
      day: fc.integer({ min: 0, max: 41 }),
      from: fc.integer({ min: 0, max: 1_300 }),
      length: fc.integer({ min: 5, max: 600 }),
    });
    const dates = monthDays("2026-03-15", 1);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const bookings = rows.map(({ staffId, day, from, length }, i) => {
          const booking = booked(String(i), staffId, dates[day] ?? "", from, from + 5);
          return { ...booking, end: toInstant(Date.parse(booking.start) + length * 60_000) };
        });
        const days = month(dates, { bookings });
        expect(days.reduce((sum, day) => sum + day.count, 0)).toBe(rows.length);
        for (const share of days.flatMap((day) => day.lines.map((line) => line.share ?? 0))) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("the keys of a month", () => {
  it("go by days and weeks, to the ends of a week, and by months", () => {
    const to = (key: string) => dayByKey(key, "2026-11-19", 1);
    expect(to("ArrowLeft")).toBe("2026-11-18");
    expect(to("ArrowDown")).toBe("2026-11-26");
    expect(to("Home")).toBe("2026-11-16");
    expect(to("End")).toBe("2026-11-22");
    expect(to("PageDown")).toBe("2026-12-19");
    expect(to("x")).toBeNull();
    expect(dayByKey("Home", "2026-11-19", 7)).toBe("2026-11-15");
  });

  it("stay in the month they lead to, at its end where it is shorter", () => {
    expect(stepped("month", "2026-01-31", 1)).toBe("2026-02-28");
    expect(stepped("month", "2028-01-31", 1)).toBe("2028-02-29");
    expect(stepped("month", "2026-03-31", -1)).toBe("2026-02-28");
  });

  it("always lead to a day that is drawn", () => {
    const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));
    const keys = fc.constantFrom("ArrowLeft", "ArrowDown", "Home", "End", "PageUp", "PageDown");
    fc.assert(
      fc.property(
        dates,
        keys,
        fc.constantFrom(1 as const, 6 as const, 7 as const),
        (date, key, start) => {
          const next = dayByKey(key, date, start);
          const { first, days } = periodOf("month", next ?? "", start);
          expect(datesFrom(first, days)).toContain(next);
        },
      ),
    );
  });
});
