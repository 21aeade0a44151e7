import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeShare, freeStretches } from "../../../src-companion/booking/pages/day-shape.ts";

const HOUR = 3_600_000;
const nine = Date.parse("2026-12-01T08:00:00.000Z");
const at = (hours: number, length = 1) => ({
  start: nine + hours * HOUR,
  end: nine + (hours + length) * HOUR,
  staffId: "anna",
});

describe("what is free of a day", () => {
  it("is laid over one another: neighbours are one stretch, a gap parts them", () => {
    const open = [nine, nine + 10 * HOUR] as const;
    const times = [at(0), at(0.5), at(1.5), at(5)];
    expect(freeStretches({ open, times })).toEqual([
      { from: 0, to: 0.25 },
      { from: 0.5, to: 0.6 },
    ]);
    expect(freeShare({ open, times })).toBeCloseTo(0.35);
  });

  it("is nothing on a closed day and on a full one", () => {
    expect(freeShare({ open: null, times: [at(0)] })).toBe(0);
    expect(freeShare({ open: [nine, nine + HOUR], times: [] })).toBe(0);
  });

  it("never leaves the day and never overlaps, whatever is free", () => {
    const hours = fc.array(fc.integer({ min: -4, max: 14 }), { maxLength: 30 });
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 3 }), (starts, length) => {
        const times = starts.toSorted((a, b) => a - b).map((hour) => at(hour, length));
        const stretches = freeStretches({ open: [nine, nine + 10 * HOUR], times });
        let before = -1;
        for (const { from, to } of stretches) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(1);
          expect(from).toBeGreaterThan(before);
          expect(to).toBeGreaterThanOrEqual(from);
          before = to;
        }
      }),
    );
  });
});
