import { describe, expect, it } from "vitest";
import { addMonths, monthDays, weekNumber } from "../../../../src-renderer/schedule/dates.ts";
import { distanceWords } from "../../../../src-renderer/schedule/distance.ts";

describe("the month in the pane", () => {
  it("is six whole weeks that hold the month", () => {
    const days = monthDays("2026-11-19", 1);
    expect(days).toHaveLength(42);
    expect(days[0]).toBe("2026-10-26");
    expect(monthDays("2026-11-19", 7)[0]).toBe("2026-11-01");
    expect(monthDays("2026-11-19", 6)[0]).toBe("2026-10-31");
  });

  it("turns over the end of a year", () => {
    expect(addMonths("2026-12-24", 1)).toBe("2027-01-01");
    expect(addMonths("2026-01-31", -1)).toBe("2025-12-01");
  });

  it("numbers its weeks by ISO 8601", () => {
    expect(weekNumber("2026-11-16")).toBe(47);
    expect(weekNumber("2026-12-28")).toBe(53);
    expect(weekNumber("2027-01-04")).toBe(1);
  });
});

describe("the distance of a day", () => {
  it.each([
    [1, "tomorrow", 1],
    [-1, "yesterday", 1],
    [5, "inDays", 5],
    [-13, "daysAgo", 13],
    [35, "inWeeks", 5],
    [-20, "weeksAgo", 2],
  ] as const)("of %i days is said as %s %i", (days, key, count) => {
    expect(distanceWords(days)).toEqual({ key, count });
  });
});
