import { expect, it } from "vitest";
import type { DayOfChoice } from "../../../src-companion/booking/choice.ts";
import { type Cell, weekGrid } from "../../../src-companion/booking/week-grid.ts";

const MINUTE = 60_000;

/** Days whose moments are minutes of their wall clock, so that nothing else is tried here. */
const at = (hour: number, minute = 0): number => (hour * 60 + minute) * MINUTE;
const minutes = (ms: number): number => (ms / MINUTE) % 1_440;

function day(open: readonly [number, number] | null, starts: readonly number[] = []): DayOfChoice {
  const times = starts.map((start) => ({ start, end: start + 45 * MINUTE, staffId: "anna" }));
  return { date: "2026-12-01", isOpen: open !== null, open, times };
}

/** `3 taken`, or the starts of a row. */
const told = (cells: readonly Cell[]): readonly string[] =>
  cells.map((cell) =>
    cell.is === "times"
      ? cell.times.map(({ start }) => String(start / MINUTE / 60)).join(" ")
      : `${cell.rows} ${cell.is}`,
  );

it("puts every time into the row of its hour, and joins the rows that have none", () => {
  const grid = weekGrid([day([at(9), at(18)], [at(9), at(11, 30), at(14)])], 30, minutes);
  expect(grid.hours).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17].map((hour) => hour * 60));
  const [{ beforeNoon, afternoon } = { beforeNoon: [], afternoon: [] }] = grid.days;
  expect(told(beforeNoon)).toEqual(["9", "4 taken", "11.5"]);
  expect(told(afternoon)).toEqual(["4 taken", "14", "7 taken"]);
});

it("gives every day as many rows, from the first opening hour of the week to the last closing", () => {
  const days = [day([at(9, 30), at(13)]), day(null), day([at(12), at(20)], [at(19)])];
  const grid = weekGrid(days, 30, minutes);
  const rows = (cells: readonly Cell[]): number =>
    cells.reduce((sum, cell) => sum + (cell.is === "times" ? 1 : cell.rows), 0);
  for (const { beforeNoon, afternoon } of grid.days)
    expect(rows(beforeNoon) + rows(afternoon)).toBe(22);
  expect(told(grid.days[0]?.beforeNoon ?? [])).toEqual(["1 shut", "5 taken"]);
  expect(told(grid.days[0]?.afternoon ?? [])).toEqual(["2 taken", "14 shut"]);
  expect(told(grid.days[1]?.afternoon ?? [])).toEqual(["16 shut"]);
});

it("sets times of five minutes side by side, three in a row of a quarter", () => {
  const grid = weekGrid(
    [day([at(9), at(10)], [at(9), at(9, 5), at(9, 10), at(9, 15)])],
    5,
    minutes,
  );
  expect(grid.rowMinutes).toBe(15);
  expect(grid.days[0]?.beforeNoon.map((cell) => cell.is === "times" && cell.times.length)).toEqual([
    3,
    1,
    false,
  ]);
});

it("knows a day that closes at midnight, and a week that is shut altogether", () => {
  expect(weekGrid([day([at(22), at(24)], [at(23)])], 30, minutes).hours).toEqual([1_320, 1_380]);
  expect(weekGrid([day(null)], 30, minutes)).toMatchObject({ hours: [] });
});
