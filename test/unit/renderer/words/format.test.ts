import { describe, expect, test } from "vitest";
import {
  formatDate,
  formatDuration,
  formatMoment,
  formatRelative,
  formatTime,
} from "../../../../src-renderer/words/format.ts";

const BERLIN = { locale: "en-GB", zone: "Europe/Berlin", currency: "EUR" };
const NOON = "2026-11-19T11:36:00.000Z";

describe("times and dates", () => {
  test("are those of the business, not of the computer", () => {
    expect(formatTime(NOON, BERLIN)).toBe("12:36");
    expect(formatTime(NOON, { ...BERLIN, zone: "Pacific/Auckland" })).toBe("00:36");
  });

  test("a moment of another day says which", () => {
    expect(formatMoment(NOON, BERLIN, Date.parse("2026-11-19T22:59:00.000Z"))).toBe("12:36");
    expect(formatMoment(NOON, BERLIN, Date.parse("2026-11-19T23:01:00.000Z"))).toBe(
      "Thu 19 Nov, 12:36",
    );
  });

  test("a date has no zone", () => {
    expect(formatDate("2026-01-01", "en-GB")).toBe("Thu, 1 Jan 2026");
  });

  test("how long ago is told in the largest unit that fits", () => {
    expect(formatRelative(NOON, BERLIN, Date.parse(NOON) + 41_000)).toBe("41 sec ago");
    expect(formatRelative(NOON, BERLIN, Date.parse(NOON) + 150_000)).toBe("2 min ago");
    expect(formatRelative(NOON, BERLIN, Date.parse(NOON) + 3 * 3_600_000)).toBe("3 hr ago");
    expect(formatRelative(NOON, BERLIN, Date.parse(NOON) - 5 * 60_000)).toBe("in 5 min");
  });

  test("a duration is in minutes", () => {
    expect(formatDuration(45, "en-GB")).toBe("45 min");
    expect(formatDuration(150, "en-US")).toBe("150 min");
  });
});
