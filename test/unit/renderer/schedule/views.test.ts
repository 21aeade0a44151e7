import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { datesFrom, weekStartOf } from "../../../../src-renderer/schedule/dates.ts";
import { distanceOf } from "../../../../src-renderer/schedule/distance.ts";
import { periodOf, stepped } from "../../../../src-renderer/schedule/period.ts";
import { personOf } from "../../../../src-renderer/schedule/person.ts";
import { routeOf, searchOf } from "../../../../src-renderer/schedule/route.ts";
import { shownView } from "../../../../src-renderer/schedule/views.ts";
import { bookedMinutes } from "../../../../src-renderer/schedule/week/booked-minutes.ts";
import { useCatalogue } from "../../../../src-renderer/store/catalogue.ts";
import { useWindow } from "../../../../src-renderer/store/window.ts";
import { SCHEDULE_VIEWS } from "../../../../src-shared/bridge/contract/business.ts";
import type { Staff } from "../../../../src-shared/domain/business.ts";
import { addDays, isoWeekday } from "../../../../src-shared/time/zones.ts";
import { placedBooking } from "./grid/rows.ts";

const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));
const weekStarts = fc.constantFrom(1 as const, 6 as const, 7 as const);
/** A month overlaps the next one: it is drawn in whole weeks. */
const steps = fc.constantFrom("day" as const, "week" as const, "list" as const);
const views = fc.constantFrom(...SCHEDULE_VIEWS);

describe("what a view shows at once", () => {
  it("holds the date it was asked for", () => {
    fc.assert(
      fc.property(views, dates, weekStarts, (view, date, weekStart) => {
        const { first, days } = periodOf(view, date, weekStart);
        expect(datesFrom(first, days)).toContain(date);
      }),
    );
  });

  it("is seven days from the first day of the week", () => {
    fc.assert(
      fc.property(dates, weekStarts, (date, weekStart) => {
        const { first, days } = periodOf("week", date, weekStart);
        expect(days).toBe(7);
        expect(isoWeekday(first)).toBe(weekStart);
      }),
    );
  });

  it("is followed by the next one without a gap, and back again", () => {
    fc.assert(
      fc.property(steps, dates, weekStarts, (view, date, weekStart) => {
        const { first, days } = periodOf(view, date, weekStart);
        const next = stepped(view, date, 1);
        expect(periodOf(view, next, weekStart).first).toBe(addDays(first, days));
        expect(stepped(view, next, -1)).toBe(date);
      }),
    );
  });
});

describe("how far it is from today", () => {
  it("is nothing for the day and the week of today", () => {
    expect(distanceOf("day", "2026-11-19", "2026-11-19", 1)).toBeNull();
    expect(distanceOf("week", "2026-11-16", "2026-11-22", 1)).toBeNull();
  });

  it("is told in weeks for a week, however near its days are", () => {
    expect(distanceOf("week", "2026-11-23", "2026-11-22", 1)).toEqual({
      key: "schedule.notThisWeek.next",
      count: 1,
    });
    expect(distanceOf("week", "2026-11-15", "2026-11-16", 1)).toMatchObject({
      key: "schedule.notThisWeek.last",
    });
    expect(distanceOf("week", "2026-12-24", "2026-11-19", 1)).toEqual({
      key: "schedule.notThisWeek.inWeeks",
      count: 5,
    });
  });

  it("is told in months for a month", () => {
    expect(distanceOf("month", "2026-11-01", "2026-11-30", 1)).toBeNull();
    expect(distanceOf("month", "2026-12-01", "2026-11-30", 1)).toMatchObject({
      key: "schedule.notThisMonth.next",
    });
    expect(distanceOf("month", "2025-12-31", "2026-11-30", 1)).toEqual({
      key: "schedule.notThisMonth.monthsAgo",
      count: 11,
    });
  });

  it("counts weeks as the business begins them", () => {
    expect(distanceOf("week", "2026-11-22", "2026-11-21", 1)).toBeNull();
    expect(distanceOf("week", "2026-11-22", "2026-11-21", 7)).not.toBeNull();
  });
});

describe("the address of the page", () => {
  it("gives back what was chosen", () => {
    const routes = fc.record({
      view: fc.constantFrom("week" as const),
      date: fc.option(dates),
      personId: fc.option(fc.uuid()),
    });
    fc.assert(
      fc.property(routes, (route) => {
        expect(routeOf(searchOf(route))).toEqual(route);
      }),
    );
  });

  it("stays empty while nothing was chosen", () => {
    expect(searchOf({ view: null, date: null, personId: "anna" })).toBe("");
  });

  it("is not trusted: what it doesn't understand counts as not chosen", () => {
    expect(routeOf("?view=decade&day=2026-13-45")).toMatchObject({ view: null, date: null });
    expect(routeOf("?day=today")).toMatchObject({ date: null });
  });
});

describe("the person of a week", () => {
  const staff = [
    { id: "anna", active: false },
    { id: "ben", active: true },
    { id: "clara", active: true },
  ] as unknown as readonly Staff[];

  it("is who was chosen, else the first who works here and is not hidden", () => {
    expect(personOf(staff, "clara", [])?.id).toBe("clara");
    expect(personOf(staff, null, [])?.id).toBe("ben");
    expect(personOf(staff, null, ["ben"])?.id).toBe("clara");
  });

  it("is somebody even when all are hidden, or the chosen one is gone", () => {
    expect(personOf(staff, "gone", ["ben", "clara"])?.id).toBe("ben");
    expect(personOf([], "gone", [])).toBeUndefined();
  });
});

describe("the view of a window", () => {
  beforeEach(() => useWindow.setState({ view: null }));

  it("is the desk's last one until another is chosen in it", () => {
    const { preferences } = useCatalogue.getState();
    useCatalogue.setState({ preferences: { ...preferences, view: "week" } });
    expect(shownView()).toBe("week");
    useWindow.setState({ view: "day" });
    expect(shownView()).toBe("day");
    useCatalogue.setState({ preferences });
  });
});

describe("the booked time of a day", () => {
  it("counts what overlaps once, and a no-show not at all", () => {
    expect(
      bookedMinutes([
        placedBooking("a", 600, 660),
        placedBooking("b", 630, 690),
        placedBooking("c", 700, 760, { status: "noShow" }),
      ]),
    ).toBe(90);
  });
});

describe("the week that a date falls into", () => {
  it("begins at most six days before it", () => {
    fc.assert(
      fc.property(dates, weekStarts, (date, weekStart) => {
        expect(datesFrom(weekStartOf(date, weekStart), 7)).toContain(date);
      }),
    );
  });
});
