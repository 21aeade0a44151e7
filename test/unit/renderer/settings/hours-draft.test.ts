import { describe, expect, test } from "vitest";
import {
  addSpan,
  copyDayBefore,
  dayRanges,
  draftOf,
  parseWallTime,
  readHours,
  removeSpan,
  setOpen,
  setSpan,
  shownHours,
  weekFrom,
} from "../../../../src-renderer/settings/hours-draft.ts";
import { WeeklyHours } from "../../../../src-shared/domain/business.ts";

const WEEK: WeeklyHours = {
  1: [],
  2: [{ from: "09:00", to: "18:00" }],
  3: [
    { from: "08:00", to: "12:00" },
    { from: "13:00", to: "19:00" },
  ],
  4: [],
  5: [],
  6: [{ from: "10:00", to: "24:00" }],
  7: [],
};

describe("opening hours as typed", () => {
  test.each([
    ["9", "09:00"],
    ["930", "09:30"],
    ["0930", "09:30"],
    ["9:30", "09:30"],
    ["9.30", "09:30"],
    ["9 pm", "21:00"],
    ["12am", "00:00"],
    ["12:30pm", "12:30"],
    ["24:00", "24:00"],
  ])("%s is %s", (typed, time) => {
    expect(parseWallTime(typed)).toBe(time);
  });

  test.each(["", "nine", "25:00", "24:01", "9:75", "13pm", "9:3"])("%j is not a time", (typed) => {
    expect(parseWallTime(typed)).toBeNull();
  });

  test("a week that nobody touched reads back as it was, and the bridge takes it", () => {
    const read = readHours(draftOf(WEEK));
    expect(read).toEqual({ ok: true, hours: WEEK });
    expect(WeeklyHours.parse(read.ok ? read.hours : null)).toEqual(WEEK);
  });

  test("a day that is closed and opened again has its hours back", () => {
    const closed = setOpen(draftOf(WEEK), 3, false);
    expect(readHours(closed)).toMatchObject({ ok: true, hours: { 3: [] } });
    expect(readHours(setOpen(closed, 3, true))).toMatchObject({ ok: true, hours: { 3: WEEK[3] } });
  });

  test("a day that was never open is offered the usual hours", () => {
    expect(readHours(setOpen(draftOf(WEEK), 1, true))).toMatchObject({
      ok: true,
      hours: { 1: [{ from: "09:00", to: "18:00" }] },
    });
  });

  test("each fault is told at its stretch, and those of closed days are not", () => {
    const typed = setSpan(draftOf(WEEK), 2, 0, { from: "9", to: "late" });
    const turned = setSpan(typed, 3, 1, { from: "19:00", to: "13:00" });
    const overlapping = setSpan(turned, 3, 0, { from: "8", to: "12" });
    expect(readHours(overlapping)).toEqual({
      ok: false,
      faults: { "2.0": "notATime", "3.1": "order" },
    });
    expect(readHours(setOpen(setOpen(overlapping, 2, false), 3, false)).ok).toBe(true);
  });

  test("two stretches of a day may touch but not overlap", () => {
    const touching = setSpan(draftOf(WEEK), 3, 1, { from: "12:00", to: "19:00" });
    expect(readHours(touching).ok).toBe(true);
    const over = setSpan(touching, 3, 1, { from: "11:45", to: "19:00" });
    expect(readHours(over)).toEqual({ ok: false, faults: { "3.1": "overlap" } });
  });

  test("stretches typed in any order are saved in order", () => {
    const swapped = setSpan(setSpan(draftOf(WEEK), 3, 0, { from: "13:00", to: "19:00" }), 3, 1, {
      from: "8",
      to: "12",
    });
    expect(readHours(swapped)).toMatchObject({ ok: true, hours: { 3: WEEK[3] } });
  });

  test("an added stretch can be saved at once, even late in the day", () => {
    for (const day of [2, 6] as const) {
      const added = addSpan(draftOf(WEEK), day);
      expect(added[day].spans).toHaveLength(2);
    }
    expect(readHours(addSpan(draftOf(WEEK), 2))).toMatchObject({
      ok: true,
      hours: {
        2: [
          { from: "09:00", to: "18:00" },
          { from: "19:00", to: "23:00" },
        ],
      },
    });
  });

  test("a day that loses its last stretch is closed", () => {
    expect(readHours(removeSpan(draftOf(WEEK), 2, 0))).toMatchObject({
      ok: true,
      hours: { 2: [] },
    });
    expect(readHours(removeSpan(draftOf(WEEK), 3, 0))).toMatchObject({
      ok: true,
      hours: { 3: [{ from: "13:00", to: "19:00" }] },
    });
  });

  test("a day can be made like the one before, Monday like Sunday", () => {
    expect(readHours(copyDayBefore(draftOf(WEEK), 4))).toMatchObject({
      ok: true,
      hours: { 4: WEEK[3] },
    });
    expect(readHours(copyDayBefore(setOpen(draftOf(WEEK), 7, true), 1))).toMatchObject({
      ok: true,
      hours: { 1: [{ from: "09:00", to: "18:00" }] },
    });
  });

  test("days that follow each other are told as from and to, in the order of the week", () => {
    const open = (day: number): boolean => [2, 3, 4, 7].includes(day);
    expect(dayRanges(weekFrom(1), open)).toEqual([
      [2, 4],
      [7, 7],
    ]);
    expect(dayRanges(weekFrom(7), open)).toEqual([
      [7, 7],
      [2, 4],
    ]);
    expect(dayRanges(weekFrom(1), () => true)).toEqual([[1, 7]]);
    expect(dayRanges(weekFrom(1), () => false)).toEqual([]);
  });

  test("the week begins with the day that the business chose", () => {
    expect(weekFrom(1)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(weekFrom(7)).toEqual([7, 1, 2, 3, 4, 5, 6]);
    expect(weekFrom(6)).toEqual([6, 7, 1, 2, 3, 4, 5]);
  });

  test("the picture shows 7 to 21 and grows with the hours", () => {
    expect(shownHours(setOpen(draftOf(WEEK), 6, false))).toEqual({ from: 7, to: 21 });
    expect(shownHours(draftOf(WEEK))).toEqual({ from: 7, to: 24 });
    expect(shownHours(setSpan(draftOf(WEEK), 2, 0, { from: "5:30", to: "9" }))).toMatchObject({
      from: 5,
    });
  });
});
