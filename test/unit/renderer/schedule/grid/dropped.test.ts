import { describe, expect, it } from "vitest";
import {
  lengthOfResized,
  placeReally,
  startOfMoved,
} from "../../../../../src-renderer/schedule/grid/dropped.ts";
import { placedBooking } from "./rows.ts";

const ZONE = "Europe/Berlin";

function standing(start: string, end: string, from: number, to: number) {
  const { booking } = placedBooking("Esra", from, to, { start, end });
  return { what: { is: "booking" as const, booking }, from, to };
}

describe("what is dropped elsewhere", () => {
  it("begins at the clock's time of that day, also across a change of clocks", () => {
    const noon = standing("2026-03-28T11:00:00.000Z", "2026-03-28T12:00:00.000Z", 720, 780);
    const place = { staffId: "anna", date: "2026-03-29", from: 720, to: 780 };
    expect(startOfMoved(noon, "2026-03-28", place, ZONE)).toBe("2026-03-29T10:00:00.000Z");
  });

  it("keeps its way to midnight when it was taken on the day after its beginning", () => {
    const night = standing("2026-11-18T22:30:00.000Z", "2026-11-19T00:30:00.000Z", 0, 90);
    const place = { staffId: "anna", date: "2026-11-19", from: 15, to: 105 };
    expect(startOfMoved(night, "2026-11-19", place, ZONE)).toBe("2026-11-18T22:45:00.000Z");
  });
});

describe("what is dragged over a change of clocks", () => {
  const hour = standing("2026-03-28T10:00:00.000Z", "2026-03-28T11:00:00.000Z", 660, 720);
  const at = (date: string, from: number) => ({ staffId: "anna", date, from, to: from + 60 });

  it("takes no time that is skipped, and keeps its length", () => {
    expect(placeReally(hour.what, at("2026-03-29", 150), ZONE)).toMatchObject({
      from: 180,
      to: 240,
    });
    expect(placeReally(hour.what, at("2026-03-29", 90), ZONE)).toMatchObject({ from: 90, to: 210 });
  });

  it("stands where it is drawn on any other day", () => {
    expect(placeReally(hour.what, at("2026-03-30", 150), ZONE)).toEqual(at("2026-03-30", 150));
  });
});

describe("what is drawn longer", () => {
  it("lasts from its real beginning, also over midnight and over the hour that is skipped", () => {
    const night = standing("2026-11-18T22:30:00.000Z", "2026-11-19T00:30:00.000Z", 0, 90);
    const place = { staffId: "anna", date: "2026-11-19", from: 0, to: 120 };
    expect(lengthOfResized(night, place, ZONE)).toBe(150);
    const early = standing("2026-03-29T00:30:00.000Z", "2026-03-29T01:30:00.000Z", 90, 210);
    const later = { staffId: "anna", date: "2026-03-29", from: 90, to: 240 };
    expect(lengthOfResized(early, later, ZONE)).toBe(90);
  });

  it("ends after its beginning in the hour that comes twice", () => {
    // 02:30 in winter time.
    const second = standing("2026-10-25T01:30:00.000Z", "2026-10-25T02:00:00.000Z", 150, 180);
    const place = { staffId: "anna", date: "2026-10-25", from: 150, to: 165 };
    expect(lengthOfResized(second, place, ZONE)).toBe(15);
  });
});
