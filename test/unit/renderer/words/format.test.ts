import { describe, expect, test } from "vitest";
import { createFormats } from "../../../../src-renderer/ui/formats.ts";
import { ago, inMinutes, moment, timeToSecond } from "../../../../src-renderer/words/format.ts";

const BERLIN = { locale: "en-GB", zone: "Europe/Berlin" };
const NOON = "2026-11-19T11:36:19.000Z";

function berlinAt(now: string) {
  return createFormats("en-GB", "Europe/Berlin", "EUR", () => Date.parse(now));
}

describe("moments in the panel", () => {
  test("are those of the business, not of the computer", () => {
    expect(timeToSecond(NOON, BERLIN)).toBe("12:36:19");
    expect(timeToSecond(NOON, { ...BERLIN, zone: "Pacific/Auckland" })).toBe("00:36:19");
  });

  test("say the day when it is not today there", () => {
    expect(moment(NOON, berlinAt("2026-11-19T22:59:00.000Z"))).toBe("12:36");
    expect(moment(NOON, berlinAt("2026-11-19T23:01:00.000Z"))).toBe("Thu 19 Nov, 12:36");
  });

  test("how long ago is told in the largest unit that fits", () => {
    const after = (seconds: number): string =>
      ago(NOON, "en-GB", Date.parse(NOON) + seconds * 1_000);
    expect(after(41)).toBe("41 sec ago");
    expect(after(150)).toBe("2 min ago");
    expect(after(3 * 3_600)).toBe("3 hr ago");
  });

  test("what the minute of the window has not reached yet is now", () => {
    expect(ago(NOON, "en-GB", Date.parse(NOON) - 41_000)).toBe("now");
  });

  test("a duration is in minutes", () => {
    expect(inMinutes(45, "en-GB")).toBe("45 min");
    expect(inMinutes(150, "en-US")).toBe("150 min");
  });
});
