import { describe, expect, it } from "vitest";
import {
  clashesOf,
  freeStarts,
  obstacleAt,
  takenWithin,
} from "../../../../../src-renderer/schedule/grid/conflicts.ts";
import { placedBlock, placedBooking } from "./rows.ts";

const TAKEN = {
  bookings: [
    placedBooking("Esra", 840, 885),
    placedBooking("Emil", 900, 945, { status: "noShow" }),
  ],
  blocks: [
    placedBlock("Lunch", 720, 765),
    placedBlock("x", 960, 990, { source: "google", title: "" }),
  ],
  working: [{ from: 540, to: 1_020 }],
};

describe("what stands in the way of a place", () => {
  it("is named with the time until which it does", () => {
    const place = { from: 870, to: 915 };
    expect(obstacleAt(place, TAKEN, null)).toEqual({ is: "booking", label: "Esra", until: 885 });
    expect(obstacleAt({ from: 700, to: 730 }, TAKEN, null)).toEqual({
      is: "block",
      label: "Lunch",
      until: 765,
    });
    expect(obstacleAt({ from: 950, to: 980 }, TAKEN, null)).toEqual({ is: "google", until: 990 });
    expect(obstacleAt({ from: 1_000, to: 1_030 }, TAKEN, null)).toEqual({ is: "outsideHours" });
  });

  it("is not the booking itself, nor somebody who did not come, nor what only touches", () => {
    expect(obstacleAt({ from: 845, to: 890 }, TAKEN, "Esra")).toBeNull();
    expect(obstacleAt({ from: 900, to: 945 }, TAKEN, null)).toBeNull();
    expect(obstacleAt({ from: 885, to: 900 }, TAKEN, null)).toBeNull();
  });

  it("is cut to the place for the hatching", () => {
    expect(takenWithin({ from: 750, to: 860 }, TAKEN, null)).toEqual([
      { from: 840, to: 860 },
      { from: 750, to: 765 },
    ]);
  });
});

describe("free starts", () => {
  const options = { after: 700, step: 15, limit: 3, ignoreKey: null };

  it("are those at which the whole length fits, within the hours, apart from each other", () => {
    expect(freeStarts(45, TAKEN, options)).toEqual([765, 885]);
  });

  it("are none where nothing fits", () => {
    expect(freeStarts(400, TAKEN, options)).toEqual([]);
  });
});

describe("overlaps in a column", () => {
  it("mark the earlier of two bookings", () => {
    const a = placedBooking("a", 855, 900);
    const b = placedBooking("b", 885, 930);
    expect([...clashesOf([b, a])]).toEqual(["a"]);
  });

  it("leave out who did not come, and what only touches", () => {
    const a = placedBooking("a", 855, 900);
    const missing = placedBooking("b", 870, 930, { status: "noShow" });
    const after = placedBooking("c", 900, 930);
    expect(clashesOf([a, missing, after]).size).toBe(0);
  });
});
