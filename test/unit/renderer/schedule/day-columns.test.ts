import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  columnsOf,
  type DayColumn,
  withoutHidden,
} from "../../../../src-renderer/schedule/day-columns.ts";
import { bandsOf } from "../../../../src-renderer/schedule/day-grid/all-day-band.tsx";
import type { Business, Staff } from "../../../../src-shared/domain/business.ts";
import { placedBlock, placedBooking } from "./grid/rows.ts";

const DAY = "2026-11-19";
const BUSINESS = {
  zone: "UTC",
  hours: { 1: [], 2: [], 3: [], 4: [{ from: "09:00", to: "18:00" }], 5: [], 6: [], 7: [] },
  closures: [],
} as unknown as Business;

function person(id: string, active = true): Staff {
  return { id, name: id, active, hours: null } as unknown as Staff;
}

function dayWith(staffIds: readonly string[], blocks: ReturnType<typeof placedBlock>[] = []) {
  const bookings = staffIds.map((id) => placedBooking(`of-${id}`, 600, 660, { staffId: id }));
  return {
    date: DAY,
    zone: "UTC",
    bookings: bookings.map((p) => p.booking),
    blocks: blocks.map((p) => p.block),
  };
}

function sources(staff: readonly Staff[], day: ReturnType<typeof dayWith>, date = DAY) {
  return { staff, business: BUSINESS, date, day };
}

const namesOf = (columns: readonly DayColumn[]) => columns.map((c) => c.staff.id);

describe("the columns of a day", () => {
  it("are everybody who works here, and whoever left but still has a booking", () => {
    const staff = [person("anna"), person("ben", false), person("clara", false)];
    const columns = columnsOf(sources(staff, dayWith(["anna", "clara"])), []);
    expect(namesOf(columns)).toEqual(["anna", "clara"]);
  });

  it("stay the same objects where nothing changed in them", () => {
    const staff = [person("anna"), person("ben")];
    const day = dayWith(["anna", "ben"]);
    const before = columnsOf(sources(staff, day), []);
    expect(columnsOf(sources(staff, day), before)).toBe(before);
    const bens = day.bookings.map((b) => (b.staffId === "ben" ? { ...b } : b));
    const after = columnsOf(sources(staff, { ...day, bookings: bens }), before);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it("are not known until the desk has answered for the day, be there anything or not", () => {
    const asked = { staff: [person("anna")], business: BUSINESS, date: DAY };
    const before = columnsOf({ ...asked, day: undefined }, []);
    expect(before.map((c) => c.known)).toEqual([false]);
    const after = columnsOf({ ...asked, day: dayWith([]) }, before);
    expect(after.map((c) => c.known)).toEqual([true]);
  });

  it("tell the closure of their day", () => {
    const closed = {
      ...BUSINESS,
      closures: [{ name: "Moving", from: DAY, to: "2026-11-20", yearly: false }],
    };
    const day = sources([person("anna")], dayWith([]));
    const before = columnsOf(day, []);
    const [column] = columnsOf({ ...day, business: closed as unknown as Business }, before);
    expect(column).toMatchObject({ closure: "Moving", working: [] });
  });

  it("are off for whom whole days are blocked at the desk, with the reason, and for nobody else", () => {
    const allDay = { from: "2026-11-18", to: "2026-11-21" };
    const holiday = placedBlock("Holiday", 0, 1_440, { allDay, staffIds: ["anna"] });
    const google = placedBlock("Fair", 0, 1_440, { allDay, staffIds: ["ben"], source: "google" });
    const lunch = placedBlock("Lunch", 720, 780, { staffIds: ["ben"] });
    const staff = [person("anna"), person("ben")];
    const [anna, ben] = columnsOf(sources(staff, dayWith([], [holiday, google, lunch])), []);
    expect(anna).toMatchObject({ dayOff: "Holiday", working: [] });
    expect(ben).toMatchObject({ dayOff: null, working: [{ from: 540, to: 1_080 }] });
  });
});

describe("hidden columns", () => {
  const columns = columnsOf(
    sources(
      ["anna", "ben", "clara"].map((id) => person(id)),
      dayWith(["ben"]),
    ),
    [],
  );

  it("are left out, with bookings or without", () => {
    expect(namesOf(withoutHidden(columns, ["ben"]))).toEqual(["anna", "clara"]);
  });

  it("never are all of them", () => {
    const some = fc.subarray(["anna", "ben", "clara", "gone"]);
    fc.assert(
      fc.property(some, (hidden) => {
        const shown = namesOf(withoutHidden(columns, hidden));
        expect(shown.length).toBeGreaterThan(0);
        if (shown.length < 3) expect(shown.some((id) => hidden.includes(id))).toBe(false);
      }),
    );
  });
});

describe("bands of whole days", () => {
  const whole = { from: DAY, to: "2026-11-21" };
  const google = (id: string, staffIds: readonly string[]) =>
    placedBlock(id, 0, 1_440, { source: "google", staffIds: [...staffIds], allDay: whole });
  const column = (staff: string, date: string, ...blocks: ReturnType<typeof google>[]) =>
    ({ staff: { id: staff }, date, blocks }) as unknown as DayColumn;

  it("lie over all persons of a day if they hold for everyone, else over each on its own", () => {
    const all = google("all", []);
    const two = google("two", ["anna", "ben"]);
    const day = [column("anna", DAY, all, two), column("ben", DAY, all, two)];
    expect(bandsOf(day).map(({ block, column: at, width }) => [block.id, at, width])).toEqual([
      ["all", 0, 2],
      ["two", 0, 1],
      ["two", 1, 1],
    ]);
  });

  it("lie over the days of a week that follow each other", () => {
    const trip = google("trip", ["anna"]);
    const week = [
      column("anna", "2026-11-18"),
      column("anna", "2026-11-19", trip),
      column("anna", "2026-11-20", trip),
      column("anna", "2026-11-21"),
    ];
    expect(bandsOf(week)).toMatchObject([{ column: 1, width: 2 }]);
  });
});
