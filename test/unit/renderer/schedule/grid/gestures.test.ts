import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  placeDrawn,
  placeMoved,
  placeResized,
} from "../../../../../src-renderer/schedule/grid/gestures.ts";
import { hitTest } from "../../../../../src-renderer/schedule/grid/hit.ts";

const DAY = "2026-11-19";
const NEXT_DAY = "2026-11-20";
const AXIS = { from: 480, to: 1_200, pxPerMinute: 1.6 };
const ANNA = { staffId: "anna", date: DAY };
const COLUMNS = [
  { staffId: "anna", date: DAY, left: 52, right: 200 },
  { staffId: "ben", date: DAY, left: 200, right: 350 },
];

describe("a point on the grid", () => {
  it("means the person and the minute below it", () => {
    expect(hitTest(210, 96, COLUMNS, AXIS)).toEqual({ staffId: "ben", date: DAY, minute: 540 });
  });

  it("outside the columns means the nearest person and the nearest end of the day", () => {
    expect(hitTest(5, -50, COLUMNS, AXIS)).toEqual({ staffId: "anna", date: DAY, minute: 480 });
    expect(hitTest(900, 5_000, COLUMNS, AXIS)).toEqual({
      staffId: "ben",
      date: DAY,
      minute: 1_200,
    });
  });

  it("means nobody where there are no columns", () => {
    expect(hitTest(10, 10, [], AXIS)).toBeNull();
  });
});

describe("a booking that is dragged", () => {
  const booking = { from: 600, to: 645 };

  it("stays below the pointer at the place where it was picked up", () => {
    const place = placeMoved(booking, { staffId: "ben", date: DAY, minute: 700 }, 20, 15, AXIS);
    expect(place).toEqual({ staffId: "ben", date: DAY, from: 675, to: 720 });
  });

  it("takes the day of the column below the pointer", () => {
    const hit = { staffId: "anna", date: NEXT_DAY, minute: 600 };
    expect(placeMoved(booking, hit, 0, 15, AXIS)).toMatchObject({ date: NEXT_DAY, from: 600 });
  });

  it("keeps its length and stays on the axis wherever the pointer goes", () => {
    const minutes = fc.double({ min: 480, max: 1_200, noNaN: true });
    fc.assert(
      fc.property(
        minutes,
        fc.integer({ min: 5, max: 300 }),
        fc.constantFrom(5, 10, 15, 30),
        (minute, length, step) => {
          const span = { from: 600, to: 600 + length };
          const place = placeMoved(span, { staffId: "a", date: DAY, minute }, 3, step, AXIS);
          expect(place.to - place.from).toBe(length);
          expect(place.from).toBeGreaterThanOrEqual(AXIS.from);
          expect(place.to).toBeLessThanOrEqual(AXIS.to);
        },
      ),
    );
  });

  it("by its lower edge never becomes shorter than five minutes", () => {
    const hit = { staffId: "anna", date: DAY, minute: 480 };
    expect(placeResized(booking, ANNA, hit, 15, AXIS)).toEqual({
      ...ANNA,
      from: 600,
      to: 605,
    });
  });

  it("by its lower edge stays with its person and on its day", () => {
    const hit = { staffId: "ben", date: NEXT_DAY, minute: 672 };
    expect(placeResized(booking, ANNA, hit, 15, AXIS)).toEqual({
      ...ANNA,
      from: 600,
      to: 675,
    });
  });
});

describe("a stretch that is drawn", () => {
  it("takes whole steps, downwards and upwards alike", () => {
    const low = { staffId: "anna", date: DAY, minute: 604 };
    const high = { staffId: "ben", date: DAY, minute: 642 };
    expect(placeDrawn(low, high, 15, AXIS)).toEqual({ ...ANNA, from: 600, to: 645 });
    expect(placeDrawn(high, low, 15, AXIS)).toEqual({
      staffId: "ben",
      date: DAY,
      from: 600,
      to: 645,
    });
  });
});
