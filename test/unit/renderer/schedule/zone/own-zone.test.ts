import { describe, expect, test } from "vitest";
import { placeOf, sameClocks } from "../../../../../src-renderer/schedule/zone/own-zone.ts";

const NOVEMBER = Date.parse("2026-11-25T10:00:00.000Z");

describe("two zones", () => {
  test("show the same clocks under different names", () => {
    expect(sameClocks("Europe/Berlin", "Europe/Vienna", NOVEMBER)).toBe(true);
    expect(sameClocks("Asia/Calcutta", "Asia/Kolkata", NOVEMBER)).toBe(true);
    expect(sameClocks("UTC", "Etc/UTC", NOVEMBER)).toBe(true);
  });

  test("differ if only their summers do", () => {
    expect(sameClocks("Europe/Berlin", "Africa/Lagos", NOVEMBER)).toBe(false);
    expect(sameClocks("Europe/London", "UTC", NOVEMBER)).toBe(false);
  });

  test("differ all through the year", () => {
    expect(sameClocks("Europe/Berlin", "America/New_York", NOVEMBER)).toBe(false);
  });
});

test("a zone is called by its place", () => {
  expect(placeOf("Europe/Berlin")).toBe("Berlin");
  expect(placeOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  expect(placeOf("UTC")).toBe("UTC");
});
