import { describe, expect, it } from "vitest";
import { besideColumn } from "../../../../../src-renderer/schedule/draft/beside.ts";
import {
  changesBetween,
  placementIn,
  placementShown,
  valuesOf,
  withStart,
} from "../../../../../src-renderer/schedule/draft/values.ts";
import { wayOf } from "../../../../../src-renderer/schedule/draft/way.ts";
import { toInstant, toMs } from "../../../../../src-shared/time/zones.ts";
import { placedBooking } from "../grid/rows.ts";

const BERLIN = "Europe/Berlin";
const values = { date: "2026-11-19", staffId: "anna", start: 885, end: 930 };

describe("the times of a form", () => {
  it("mean an instant in the business's zone", () => {
    expect(placementIn(values, BERLIN)).toEqual({
      staffId: "anna",
      start: "2026-11-19T13:45:00.000Z",
      durationMinutes: 45,
    });
  });

  it("are refused where the clock skips them, and where the end does not come after the start", () => {
    expect(placementIn({ ...values, date: "2026-03-29", start: 150, end: 200 }, BERLIN)).toBe(
      "timeSkipped",
    );
    expect(placementIn({ ...values, end: 885 }, BERLIN)).toBe("endBeforeStart");
    expect(placementIn({ ...values, end: 888 }, BERLIN)).toBe("tooShort");
  });

  it("count real minutes over a change of clocks", () => {
    const night = { ...values, date: "2026-10-25", start: 90, end: 210 };
    expect(placementIn(night, BERLIN)).toMatchObject({ durationMinutes: 180 });
  });

  it("keep the length when the start moves, up to midnight", () => {
    expect(withStart(values, 900)).toMatchObject({ start: 900, end: 945 });
    expect(withStart(values, 1_420)).toMatchObject({ end: 1_440 });
  });
});

describe("what a form sends", () => {
  it("is only what differs", () => {
    const before = { deskNotes: "a", customer: { is: "known", id: "1" }, priceMinor: 5 } as const;
    const after = { deskNotes: "b", customer: { is: "known", id: "1" }, priceMinor: 5 } as const;
    expect(changesBetween(before, after)).toEqual({ deskNotes: "b" });
  });
});

describe("the form of a booking whose times nobody touched", () => {
  it.each([
    ["over midnight", "2026-11-27T22:00:00.000Z", 120],
    ["in the hour that comes twice", "2026-10-25T01:30:00.000Z", 30],
    ["over the hour that comes twice", "2026-10-24T23:30:00.000Z", 120],
    ["over the hour that is skipped", "2026-03-29T00:30:00.000Z", 60],
  ])("leaves it where it is %s", (_where, start, durationMinutes) => {
    const end = toInstant(toMs(start) + durationMinutes * 60_000);
    const form = valuesOf(placedBooking("late", 0, 0, { start, end }).booking, BERLIN, "");
    const real = { staffId: form.staffId, start, durationMinutes };
    const meant = placementIn(form, BERLIN);
    expect(meant).not.toEqual(real);
    expect(changesBetween(placementShown(real, form, BERLIN), Object(meant))).toEqual({});
  });
});

describe("Enter in a form", () => {
  const conflict = { kind: "booking", label: "Esra", start: "", end: "", bookingId: null } as const;

  it("books where the time is free", () => {
    expect(wayOf({ conflicts: [], freeUntil: null }, [900])).toEqual({ is: "book" });
  });

  it("takes the next free time where it is not, and never books anyway", () => {
    const taken = { conflicts: [conflict], freeUntil: null };
    expect(wayOf(taken, [900, 960])).toEqual({ is: "use", start: 900 });
    expect(wayOf(taken, [])).toEqual({ is: "onlyAnyway" });
  });

  it("waits for the desk's answer", () => {
    expect(wayOf(null, [900])).toEqual({ is: "wait" });
  });
});

describe("the place of a form", () => {
  const book = { left: 0, top: 40, right: 960, bottom: 800 };
  const form = { width: 372, height: 300 };

  it("is at the left of its column, else at its right", () => {
    const column = { left: 660, top: 136, right: 810, bottom: 800 };
    const draft = { ...column, top: 400, bottom: 470 };
    expect(besideColumn({ book, column, draft, form }).left).toBe(276);
    const first = { ...column, left: 52, right: 200 };
    expect(besideColumn({ book, column: first, draft, form }).left).toBe(212);
  });

  it("never leaves the book", () => {
    const column = { left: 660, top: 136, right: 810, bottom: 800 };
    const low = { ...column, top: 780, bottom: 800 };
    const { top } = besideColumn({ book, column, draft: low, form });
    expect(top + form.height).toBeLessThanOrEqual(book.bottom - book.top);
    const high = { ...column, top: 0, bottom: 20 };
    expect(besideColumn({ book, column, draft: high, form }).top).toBeGreaterThanOrEqual(0);
  });
});
