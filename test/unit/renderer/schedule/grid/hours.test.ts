import { describe, expect, it } from "vitest";
import { usualSpans, workingSpans } from "../../../../../src-renderer/schedule/grid/hours.ts";
import { visibleRange } from "../../../../../src-renderer/schedule/grid/axis.ts";
import { gapsIn } from "../../../../../src-renderer/schedule/grid/span.ts";
import type { Business } from "../../../../../src-shared/domain/business.ts";

const WEEK = {
  1: [],
  2: [{ from: "09:00", to: "18:00" }],
  3: [{ from: "09:00", to: "18:00" }],
  4: [
    { from: "13:00", to: "20:00" },
    { from: "09:00", to: "12:00" },
  ],
  5: [{ from: "09:00", to: "24:00" }],
  6: [],
  7: [],
};

const BUSINESS: Business = {
  id: "b",
  revision: 1,
  name: "Atelier Nord",
  zone: "Europe/Berlin",
  currency: "EUR",
  locale: "en-GB",
  weekStart: 1,
  slotMinutes: 15,
  hours: WEEK,
  closures: [{ from: "2026-12-24", to: "2026-12-27", name: "Christmas", yearly: true }],
};
const THURSDAY = "2026-11-19";

describe("working hours of a day", () => {
  it("are the business's where somebody has none of their own, in order", () => {
    expect(workingSpans({ hours: null }, BUSINESS, THURSDAY)).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1_200 },
    ]);
  });

  it("are the person's own where there are any, up to midnight", () => {
    const own = { ...WEEK, 4: [{ from: "11:00" as const, to: "24:00" as const }] };
    expect(workingSpans({ hours: own }, BUSINESS, THURSDAY)).toEqual([{ from: 660, to: 1_440 }]);
  });

  it("are none while the business is shut, until the first day that is open again", () => {
    expect(workingSpans({ hours: null }, BUSINESS, "2026-12-24")).toEqual([]);
    expect(workingSpans({ hours: null }, BUSINESS, "2029-12-26")).toEqual([]);
    expect(workingSpans({ hours: null }, BUSINESS, "2029-12-27")).not.toEqual([]);
  });

  it("leave the rest of the day as a well", () => {
    const working = workingSpans({ hours: null }, BUSINESS, THURSDAY);
    expect(gapsIn({ from: 480, to: 1_260 }, working)).toEqual([
      { from: 480, to: 540 },
      { from: 720, to: 780 },
      { from: 1_200, to: 1_260 },
    ]);
  });
});

describe("the hours that are drawn", () => {
  it("reach over the whole week's opening, on a day that is shut too", () => {
    expect(visibleRange(usualSpans(BUSINESS))).toEqual({ from: 480, to: 1_440 });
  });
});
