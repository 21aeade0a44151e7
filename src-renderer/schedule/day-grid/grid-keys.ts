import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Zone } from "../../../src-shared/domain/primitives.ts";
import { keyOf, keyOfBlock } from "../../store/booking-key.ts";
import { useWindow } from "../../store/window.ts";
import {
  addDays,
  instantOfWall,
  toInstant,
  toMs,
  wallClockAt,
} from "../../../src-shared/time/zones.ts";
import { announce } from "../../app/live.tsx";
import { words } from "../../words/i18n.ts";
import type { Placement } from "../actions/bookings.ts";
import { type Move, moveStanding } from "../actions/moving.ts";
import type { ColumnsBy, DayColumn } from "../day-columns.ts";
import type { ColumnName } from "../grid/hit.ts";
import { movableIn } from "../grid/standing.ts";
import { keyByReading } from "../../ui/reading.ts";
import { type Direction, neighbourOf } from "../grid/neighbours.ts";

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const MINUTE_MS = 60_000;
const SHORTEST = 5;

interface GridForKeys {
  readonly columns: readonly DayColumn[];
  readonly by: ColumnsBy;
  /** Minutes. */
  readonly step: number;
  readonly zone: Zone;
  /** Without a column: wherever it stands first. */
  readonly focus: (id: string, column?: ColumnName) => void;
}

/** The booking or block that an event happened on. */
export function idOf({ target }: Pick<Event, "target">): string | null {
  return target instanceof HTMLElement
    ? (target.closest<HTMLElement>("[data-id]")?.dataset["id"] ?? null)
    : null;
}

/** The column that an event happened in: what lasts over midnight, or holds for many, stands in several. */
function columnOf({ target }: Pick<Event, "target">, columns: readonly DayColumn[]): number {
  const place = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-staff]") : null;
  const { staff, date } = place?.dataset ?? {};
  return columns.findIndex((c) => c.staff.id === staff && c.date === date);
}

function bookingOf(columns: readonly DayColumn[], id: string): ScheduledBooking | undefined {
  return columns.flatMap((c) => c.bookings).find((p) => keyOf(p.booking) === id)?.booking;
}

/** Names a cell by its column too. */
function cellName(column: number, id: string): string {
  return `${column}/${id}`;
}

function partsOfCell(name: string): { readonly column: number; readonly id: string } {
  const at = name.indexOf("/");
  return { column: Number(name.slice(0, at)), id: name.slice(at + 1) };
}

/** Google's time for everyone lies across the day, in no column of it. */
function cellsOf({ bookings, blocks }: DayColumn, index: number, by: ColumnsBy) {
  const standing = blocks.filter(({ block }) =>
    block.source === "desk" ? true : block.staffIds.length > 0 || by === "day",
  );
  return [
    ...bookings.map(({ booking, from, to }) => ({ id: keyOf(booking), from, to })),
    ...standing
      .filter(({ block }) => block.source === "desk" || block.allDay === null)
      .map(({ block, from, to }) => ({ id: keyOfBlock(block), from, to })),
  ].map((cell) => ({ ...cell, id: cellName(index, cell.id) }));
}

/** At the same reading of the clock, some days later. */
function onAnotherDay(from: Placement, days: number, zone: Zone): Placement {
  const { date, minutes } = wallClockAt(toMs(from.start), zone);
  return { ...from, start: toInstant(instantOfWall(addDays(date, days), minutes, zone)) };
}

/** The next person of the day, or the next day of the person. */
function aside(from: Placement, by: 1 | -1, grid: GridForKeys): Placement {
  if (grid.by === "day") return onAnotherDay(from, by, grid.zone);
  const at = grid.columns.findIndex((c) => c.staff.id === from.staffId);
  return { ...from, staffId: grid.columns[at + by]?.staff.id ?? from.staffId };
}

/** Alt and an arrow: one step earlier or later, or to the next column. */
function shifted(from: Placement, direction: Direction, grid: GridForKeys): Placement {
  const to = (ms: number): string => toInstant(toMs(from.start) + ms);
  const step = grid.step * MINUTE_MS;
  switch (direction) {
    case "up":
      return { ...from, start: to(-step) };
    case "down":
      return { ...from, start: to(step) };
    case "left":
      return aside(from, -1, grid);
    case "right":
      return aside(from, 1, grid);
  }
}

/** Alt, Shift and an arrow: one step shorter or longer. */
function stretched(from: Placement, direction: Direction, grid: GridForKeys): Placement {
  const by = direction === "down" ? grid.step : direction === "up" ? -grid.step : 0;
  return { ...from, durationMinutes: Math.max(SHORTEST, from.durationMinutes + by) };
}

function moveByKey(index: number, id: string, move: Move, grid: GridForKeys): void {
  // Google's time for everyone lies in no column, and is known to each.
  const column = grid.columns[index] ?? grid.columns[0];
  if (column === undefined) return;
  const standing = movableIn(column, id)?.what;
  if (standing === undefined) return sayWhyNot(column, id);
  const led: Placement[] = [];
  const follow = (from: Placement): Placement => {
    const to = move(from);
    led.push(to);
    return to;
  };
  const how = { anyway: true, staffId: column.staff.id };
  void moveStanding(standing, follow, how).then((key) => {
    const [to] = led;
    // A series that moved as a whole gave its occurrence another name; a block may still stand in other columns too.
    if (standing.is === "block" && to !== undefined) grid.focus(key, columnOfPlace(to, grid));
    else if (key !== id) grid.focus(key);
  });
}

function columnOfPlace({ staffId, start }: Placement, { zone }: GridForKeys): ColumnName {
  return { staffId, date: wallClockAt(toMs(start), zone).date };
}

/** Google's time does not move here; whoever tries is told where it does. */
function sayWhyNot({ blocks }: DayColumn, id: string): void {
  const block = blocks.find((p) => keyOfBlock(p.block) === id)?.block;
  if (block?.source === "google") announce(words.t("schedule.block.googleText"));
}

function onArrow(
  event: KeyboardEvent,
  direction: Direction,
  id: string,
  grid: GridForKeys,
): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  if (event.altKey) {
    const move = event.shiftKey ? stretched : shifted;
    moveByKey(columnOf(event, grid.columns), id, (from) => move(from, direction, grid), grid);
    return true;
  }
  const cells = grid.columns.map((column, i) => cellsOf(column, i, grid.by));
  const next = neighbourOf(cells, cellName(columnOf(event, grid.columns), id), direction);
  if (next !== null) focusOn(next, grid);
  return true;
}

function focusOn(name: string, grid: GridForKeys): void {
  const { column, id } = partsOfCell(name);
  const there = grid.columns[column];
  if (there !== undefined) grid.focus(id, { staffId: there.staff.id, date: there.date });
}

function askToCancel(id: string, grid: GridForKeys): boolean {
  const booking = bookingOf(grid.columns, id);
  if (booking === undefined) return false;
  useWindow.setState({ cancelling: id });
  return true;
}

/** The keys of a booking or block that has the focus. Enter and Space are the button's own. */
export function onGridKey(event: KeyboardEvent, grid: GridForKeys): void {
  const id = idOf(event);
  if (id === null) return;
  const direction = DIRECTIONS[keyByReading(event.key)];
  const handled =
    direction !== undefined
      ? onArrow(event, direction, id, grid)
      : event.key === "Delete" && askToCancel(id, grid);
  if (handled) event.preventDefault();
}

/** Keeps one stop for Tab in the grid: what had the focus last, else the first of the day. */
export function keepOneTabStop(sheet: HTMLElement): void {
  const cells = [...sheet.querySelectorAll<HTMLElement>("[data-id]")];
  const focused = cells.find((cell) => cell === document.activeElement);
  const stop = focused ?? cells.find((cell) => cell.tabIndex === 0) ?? cells[0];
  for (const cell of cells) {
    const tabIndex = cell === stop ? 0 : -1;
    // To write what is there already costs as much as a change.
    if (cell.tabIndex !== tabIndex) cell.tabIndex = tabIndex;
  }
}
