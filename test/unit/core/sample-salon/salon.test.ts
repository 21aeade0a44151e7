import { describe, expect, it } from "vitest";
import { sampleSalon } from "../../../../src-main/core/sample-salon/index.ts";
import { Block } from "../../../../src-shared/domain/block.ts";
import { Booking, occupiesTime } from "../../../../src-shared/domain/booking.ts";
import { Business, Service, Staff, TINTS } from "../../../../src-shared/domain/business.ts";
import { Customer } from "../../../../src-shared/domain/customer.ts";
import {
  epochDay,
  dateAt,
  isoWeekday,
  wallClockAt,
  wallTimeOf,
} from "../../../../src-shared/time/zones.ts";

const NOON_OF_THURSDAY = Date.parse("2026-11-19T11:37:00.000Z");
const ZONE = "Europe/Berlin";
const salon = sampleSalon({ now: NOON_OF_THURSDAY, zone: ZONE, seed: 1 });

interface Timed {
  readonly id: string;
  readonly start: string;
  readonly end: string;
}
function overlaps<T extends Timed>(rows: readonly T[], alike: (a: T, b: T) => boolean): string[][] {
  return rows.flatMap((a, i) =>
    rows
      .slice(i + 1)
      .filter((b) => alike(a, b) && a.start < b.end && b.start < a.end)
      .map((b) => [a.id, b.id]),
  );
}

describe("the sample salon", () => {
  it("is the same for the same seed and another for another", () => {
    expect(sampleSalon({ now: NOON_OF_THURSDAY, zone: ZONE, seed: 1 })).toEqual(salon);
    expect(sampleSalon({ now: NOON_OF_THURSDAY, zone: ZONE, seed: 2 })).not.toEqual(salon);
  });

  it("has six people, twelve services of all twelve tints and 400 customers, all valid", () => {
    expect(Business.parse(salon.business)).toEqual(salon.business);
    expect(salon.staff.map((row) => Staff.parse(row).name)).toHaveLength(6);
    expect(new Set(salon.services.map((row) => Service.parse(row).tint))).toEqual(new Set(TINTS));
    expect(new Set(salon.customers.map((row) => Customer.parse(row).name)).size).toBe(400);
    expect(salon.bookings.every((row) => Booking.safeParse(row).success)).toBe(true);
    expect(salon.blocks.every((row) => Block.safeParse(row).success)).toBe(true);
  });

  it("has names that are searched without their accents", () => {
    const accented = salon.customers.filter(({ name }) => /[^\u0020-\u007e]/.test(name));
    expect(accented.length).toBeGreaterThan(50);
  });

  it("fills six weeks around today, fewer than the thousand events that are synced", () => {
    const days = salon.bookings.map(({ start }) => dateAt(Date.parse(start), ZONE));
    const inWeeks = new Set(
      days.map((day) => Math.floor((epochDay(day) - epochDay(salon.today)) / 7)),
    );
    expect([...inWeeks].toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
    expect(salon.bookings.length).toBeGreaterThan(600);
    expect(salon.bookings.length).toBeLessThan(1_000);
  });

  it("overlaps once, on purpose, and lunch stays free", () => {
    const taking = salon.bookings.filter(({ status }) => occupiesTime(status));
    const sameStaff = overlaps(taking, (a, b) => a.staffId === b.staffId);
    expect(sameStaff).toEqual([salon.overlap]);
    const lunches = salon.blocks.filter((block) =>
      taking.some(
        (booking) =>
          block.staffIds.includes(booking.staffId) &&
          booking.start < block.end &&
          block.start < booking.end,
      ),
    );
    expect(lunches).toEqual([]);
  });

  it("books within everybody's working hours only", () => {
    const outside = salon.bookings.filter((booking) => {
      const staff = salon.staff.find(({ id }) => id === booking.staffId);
      const from = wallClockAt(Date.parse(booking.start), ZONE);
      const to = wallClockAt(Date.parse(booking.end), ZONE);
      const [span] = staff?.hours?.[isoWeekday(from.date)] ?? [];
      if (span === undefined) return true;
      return wallTimeOf(from.minutes) < span.from || wallTimeOf(to.minutes) > span.to;
    });
    expect(outside).toEqual([]);
  });

  it("has statuses that fit the time of day", () => {
    const now = new Date(NOON_OF_THURSDAY).toISOString();
    const over = salon.bookings.filter(({ end }) => end <= now);
    const ahead = salon.bookings.filter(({ start }) => start > now);
    const running = salon.bookings.filter(({ start, end }) => start <= now && end > now);
    expect(new Set(over.map(({ status }) => status))).toEqual(
      new Set(["done", "noShow", "cancelled"]),
    );
    expect(ahead.some(({ status }) => status === "done" || status === "noShow")).toBe(false);
    expect(running.some(({ status }) => status === "inService")).toBe(true);
    expect(salon.bookings.some(({ walkIn, customerId }) => walkIn && customerId === null)).toBe(
      true,
    );
  });

  it.each([0, 1, 2, 3, 4, 5, 6])("is open today, whatever the weekday (+%i)", (days) => {
    const now = NOON_OF_THURSDAY + days * 24 * 60 * 60_000;
    const { today, bookings } = sampleSalon({ now, zone: ZONE, seed: 1 });
    const todays = bookings.filter(({ start }) => dateAt(Date.parse(start), ZONE) === today);
    expect(todays.length).toBeGreaterThan(15);
  });

  it.each(["America/New_York", "Asia/Kolkata", "Pacific/Auckland"])("stands in %s too", (zone) => {
    const { bookings, business } = sampleSalon({ now: NOON_OF_THURSDAY, zone, seed: 1 });
    expect(business.zone).toBe(zone);
    expect(bookings.length).toBeGreaterThan(600);
  });
});
