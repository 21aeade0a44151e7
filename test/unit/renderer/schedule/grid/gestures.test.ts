import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  placeDrawn,
  placeMoved,
  placeResized,
} from "../../../../../src-renderer/schedule/grid/gestures.ts";
import { hitTest } from "../../../../../src-renderer/schedule/grid/hit.ts";

const AXIS = { from: 480, to: 1_200, pxPerMinute: 1.6 };
const COLUMNS = [
  { staffId: "anna", left: 52, right: 200 },
  { staffId: "ben", left: 200, right: 350 },
];

describe("a point on the grid", () => {
  it("means the person and the minute below it", () => {
    expect(hitTest(210, 96, COLUMNS, AXIS)).toEqual({ staffId: "ben", minute: 540 });
  });

  it("outside the columns means the nearest person and the nearest end of the day", () => {
    expect(hitTest(5, -50, COLUMNS, AXIS)).toEqual({ staffId: "anna", minute: 480 });
    expect(hitTest(900, 5_000, COLUMNS, AXIS)).toEqual({ staffId: "ben", minute: 1_200 });
  });

  it("means nobody where there are no columns", () => {
    expect(hitTest(10, 10, [], AXIS)).toBeNull();
  });
});

describe("a booking that is dragged", () => {
  const booking = { from: 600, to: 645 };

  it("stays below the pointer at the place where it was picked up", () => {
    const place = placeMoved(booking, { staffId: "ben", minute: 700 }, 20, 15, AXIS);
    expect(place).toEqual({ staffId: "ben", from: 675, to: 720 });
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
          const place = placeMoved(span, { staffId: "a", minute }, 3, step, AXIS);
          expect(place.to - place.from).toBe(length);
          expect(place.from).toBeGreaterThanOrEqual(AXIS.from);
          expect(place.to).toBeLessThanOrEqual(AXIS.to);
        },
      ),
    );
  });

  it("by its lower edge never becomes shorter than five minutes", () => {
    const hit = { staffId: "anna", minute: 480 };
    expect(placeResized(booking, "anna", hit, 15, AXIS)).toEqual({
      staffId: "anna",
      from: 600,
      to: 605,
    });
  });

  it("by its lower edge stays with its person", () => {
    const hit = { staffId: "ben", minute: 672 };
    expect(placeResized(booking, "anna", hit, 15, AXIS)).toEqual({
      staffId: "anna",
      from: 600,
      to: 675,
    });
  });
});

describe("a stretch that is drawn", () => {
  it("takes whole steps, downwards and upwards alike", () => {
    const low = { staffId: "anna", minute: 604 };
    const high = { staffId: "ben", minute: 642 };
    expect(placeDrawn(low, high, 15, AXIS)).toEqual({ staffId: "anna", from: 600, to: 645 });
    expect(placeDrawn(high, low, 15, AXIS)).toEqual({ staffId: "ben", from: 600, to: 645 });
  });
});
