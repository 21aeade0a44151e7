import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slotAmong, slotBeside } from "../../../../../src-renderer/schedule/grid/slots.ts";

const STEPS = { from: 480, to: 1200, step: 15 };
const on = (staffId: string, date: string) => ({ staffId, date });
const DAY = [on("anna", "2026-11-25"), on("ben", "2026-11-25"), on("clara", "2026-11-25")];
const NEXT_DAY = DAY.map(({ staffId }) => on(staffId, "2026-11-26"));
const WEEK = [23, 24, 25, 26, 27].map((day) => on("anna", `2026-11-${day}`));
const NEXT_WEEK = [30].map((day) => on("anna", `2026-11-${day}`)).concat(on("anna", "2026-12-01"));

describe("the time that the keyboard points at", () => {
  it("goes by steps up and down, and by columns aside", () => {
    const slot = { ...on("ben", "2026-11-25"), from: 600 };
    expect(slotBeside(DAY, slot, "down", STEPS)).toEqual({ ...slot, from: 615 });
    expect(slotBeside(DAY, slot, "up", STEPS)).toEqual({ ...slot, from: 585 });
    expect(slotBeside(DAY, slot, "left", STEPS)).toEqual({ ...slot, staffId: "anna" });
    expect(slotBeside(DAY, slot, "right", STEPS)).toEqual({ ...slot, staffId: "clara" });
    expect(slotBeside(WEEK, { ...slot, staffId: "anna" }, "right", STEPS).date).toBe("2026-11-26");
  });

  it("stays with its person on another day, with its weekday in another week", () => {
    const slot = { ...on("ben", "2026-11-25"), from: 600 };
    expect(slotAmong(NEXT_DAY, slot, STEPS)).toEqual({ ...slot, date: "2026-11-26" });
    const tuesday = { ...on("anna", "2026-11-24"), from: 600 };
    expect(slotAmong(NEXT_WEEK, tuesday, STEPS)?.date).toBe("2026-12-01");
    expect(slotAmong(WEEK, slot, STEPS)).toEqual({ ...on("anna", "2026-11-25"), from: 600 });
    expect(slotAmong([], slot, STEPS)).toBeNull();
  });

  it("never leaves the columns, the hours or the steps, wherever the keys lead", () => {
    const keys = fc.array(fc.constantFrom("up", "down", "left", "right"), { maxLength: 80 });
    fc.assert(
      fc.property(keys, fc.integer({ min: 0, max: 1440 }), (walk, from) => {
        let slot = slotAmong(DAY, { ...on("ben", "2026-11-25"), from }, STEPS);
        for (const key of walk) {
          if (slot === null) throw new Error("The slot was lost.");
          slot = slotBeside(DAY, slot, key, STEPS);
          expect(DAY).toContainEqual(on(slot.staffId, slot.date));
          expect(slot.from % STEPS.step).toBe(0);
          expect(slot.from).toBeGreaterThanOrEqual(STEPS.from);
          expect(slot.from + STEPS.step).toBeLessThanOrEqual(STEPS.to);
        }
      }),
    );
  });
});
