import { isoWeekday } from "../../../src-shared/time/zones.ts";
import { type Axis, snap } from "./axis.ts";
import type { ColumnName } from "./hit.ts";
import type { Direction } from "./neighbours.ts";

/** A time of somebody's day that the keyboard points at. `from`: minutes on the wall clock, on a step of the grid. */
export interface Slot extends ColumnName {
  readonly from: number;
}

interface Steps extends Pick<Axis, "from" | "to"> {
  /** Minutes. */
  readonly step: number;
}

/** Keeps a slot on a step of the grid, and whole within the hours that are drawn. */
function within(from: number, { from: first, to, step }: Steps): number {
  const last = Math.max(first, to - step);
  return Math.min(Math.max(snap(from, step), first), last);
}

/**
 * The column that a slot stands in after another day, week or person came to be shown: the same one, else the same
 * weekday, else the same person, else the first. -1 without columns.
 */
export function columnOfSlot(columns: readonly ColumnName[], slot: ColumnName): number {
  const same = (test: (column: ColumnName) => boolean): number => columns.findIndex(test);
  const weekday = isoWeekday(slot.date);
  const found = [
    same((c) => c.staffId === slot.staffId && c.date === slot.date),
    same((c) => c.staffId === slot.staffId && isoWeekday(c.date) === weekday),
    same((c) => c.staffId === slot.staffId),
    same((c) => c.date === slot.date),
  ].find((index) => index !== -1);
  return found ?? (columns.length === 0 ? -1 : 0);
}

/** The slot as it is among the columns that are shown; null without columns. */
export function slotAmong(columns: readonly ColumnName[], slot: Slot, steps: Steps): Slot | null {
  const column = columns[columnOfSlot(columns, slot)];
  if (column === undefined) return null;
  const { staffId, date } = column;
  return { staffId, date, from: within(slot.from, steps) };
}

/** The slot that an arrow key leads to; itself at the edge. */
export function slotBeside(
  columns: readonly ColumnName[],
  slot: Slot,
  direction: Direction,
  steps: Steps,
): Slot {
  const by = { up: -steps.step, down: steps.step, left: 0, right: 0 }[direction];
  const aside = { up: 0, down: 0, left: -1, right: 1 }[direction];
  const { staffId, date } = columns[columnOfSlot(columns, slot) + aside] ?? slot;
  return { staffId, date, from: within(slot.from + by, steps) };
}
