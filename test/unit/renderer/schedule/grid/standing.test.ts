import { describe, expect, it } from "vitest";
import {
  columnsAfter,
  movableIn,
  obstacleFor,
  staffAfter,
  takenFor,
} from "../../../../../src-renderer/schedule/grid/standing.ts";
import { placedBlock, placedBooking } from "./rows.ts";

const COLUMN = {
  bookings: [placedBooking("Esra", 840, 885)],
  blocks: [
    placedBlock("Lunch", 720, 765),
    placedBlock("google", 960, 990, { source: "google" }),
    placedBlock("Holiday", 0, 1_440, { allDay: { from: "2026-11-19", to: "2026-11-20" } }),
  ],
  working: [{ from: 540, to: 1_020 }],
};

const lunch = (staffIds: readonly string[]) => ({
  is: "block" as const,
  block: placedBlock("Lunch", 720, 765, { staffIds: [...staffIds] }).block,
});

describe("what can be taken to another place", () => {
  it("is a booking and a block of the desk", () => {
    expect(movableIn(COLUMN, "Esra")).toMatchObject({ what: { is: "booking" }, from: 840 });
    expect(movableIn(COLUMN, "Lunch")).toMatchObject({ what: { is: "block" }, to: 765 });
  });

  it("is not Google's time, nor whole days", () => {
    expect(movableIn(COLUMN, "google")).toBeUndefined();
    expect(movableIn(COLUMN, "Holiday")).toBeUndefined();
  });
});

describe("a block that goes to another column", () => {
  it("holds for that person instead, and for everyone it stays everyone's", () => {
    expect(staffAfter(["anna"], "anna", "ben")).toEqual(["ben"]);
    expect(staffAfter(["anna", "ben"], "anna", "clara")).toEqual(["clara", "ben"]);
    expect(staffAfter(["anna", "ben"], "anna", "ben")).toEqual(["ben"]);
    expect(staffAfter([], "anna", "ben")).toEqual([]);
  });

  it("stands in the columns of all whom it holds for", () => {
    const columns = ["anna", "ben", "clara"].map((id) => ({
      staff: { id },
      date: "2026-11-19",
    }));
    const at = { staffId: "clara", date: "2026-11-19" };
    const ids = (staffIds: readonly string[]) =>
      columnsAfter(lunch(staffIds), "anna", at, columns).map((c) => c.staff.id);
    expect(ids(["anna"])).toEqual(["clara"]);
    expect(ids(["anna", "ben"])).toEqual(["ben", "clara"]);
    expect(ids([])).toEqual(["anna", "ben", "clara"]);
  });
});

describe("in the way of a block", () => {
  it("are bookings alone, not other blocks, nor the end of the day", () => {
    const at = { from: 860, to: 1_000 };
    expect(obstacleFor(lunch([]), at, COLUMN)).toMatchObject({ is: "booking", label: "Esra" });
    expect(takenFor(lunch([]), at, COLUMN)).toEqual([{ from: 860, to: 885 }]);
    expect(obstacleFor(lunch([]), { from: 950, to: 1_100 }, COLUMN)).toBeNull();
  });

  it("of a booking is everything but itself", () => {
    const { booking } = placedBooking("Esra", 840, 885);
    const what = { is: "booking" as const, booking };
    expect(obstacleFor(what, { from: 850, to: 880 }, { ...COLUMN, blocks: [] })).toBeNull();
    expect(obstacleFor(what, { from: 950, to: 980 }, { ...COLUMN, blocks: [] })).toBeNull();
    expect(obstacleFor(what, { from: 1_000, to: 1_030 }, { ...COLUMN, blocks: [] })).toEqual({
      is: "outsideHours",
    });
  });
});
