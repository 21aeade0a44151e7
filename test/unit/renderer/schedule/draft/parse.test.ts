import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay, parseTime } from "../../../../../src-renderer/schedule/draft/parse.ts";

describe("a typed time", () => {
  it.each([
    ["14:45", 885],
    ["1445", 885],
    ["14.45", 885],
    ["9", 540],
    ["930", 570],
    ["9:30 pm", 1_290],
    ["12 am", 0],
    ["12pm", 720],
    ["24:00", 1_440],
  ])("%s is understood", (text, minutes) => {
    expect(parseTime(text)).toBe(minutes);
  });

  it.each(["", "25", "14:60", "13 pm", "soon", "14:4", "24:15"])("“%s” is not a time", (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it("is never outside the day, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const minutes = parseTime(text);
        expect(minutes === null || (minutes >= 0 && minutes <= 1_440)).toBe(true);
      }),
    );
  });
});

describe("a typed day", () => {
  const today = "2026-11-19";
  const british = { today, locale: "en-GB" };

  it.each([
    ["24 Dec", "2026-12-24"],
    ["Thu 24 December", "2026-12-24"],
    ["24.12.", "2026-12-24"],
    ["24/12/27", "2027-12-24"],
    ["2027-02-28", "2027-02-28"],
    ["Friday", "2026-11-20"],
    ["thu", "2026-11-26"],
    ["+3", "2026-11-22"],
    ["3 Jan", "2027-01-03"],
    ["5 Nov", "2026-11-05"],
  ])("%s is understood", (text, date) => {
    expect(parseDay(text, british)).toBe(date);
  });

  it("has the month first where people write it so", () => {
    expect(parseDay("12/24", { today, locale: "en-US" })).toBe("2026-12-24");
  });

  it("may be in the language of the business, or in English", () => {
    expect(parseDay("24. Dezember", { today, locale: "de-DE" })).toBe("2026-12-24");
    expect(parseDay("Freitag", { today, locale: "de-DE" })).toBe("2026-11-20");
    expect(parseDay("friday", { today, locale: "de-DE" })).toBe("2026-11-20");
  });

  it.each([
    "",
    "31 Feb",
    "someday",
    "32.12.",
    "2026-13-01",
    "1 Jan 2400",
    "0026-11-19",
    "2200-01-01",
    "9999-12-31",
  ])("“%s” is not a day", (text) => {
    expect(parseDay(text, british)).toBeNull();
  });
});
