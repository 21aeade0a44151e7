import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { keyOf } from "../../store/booking-key.ts";
import { useWindow } from "../../store/window.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { moveBooking, type Placement } from "../actions/bookings.ts";
import type { DayColumn } from "../day-columns.ts";
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
  /** Minutes. */
  readonly step: number;
  readonly focus: (id: string) => void;
}

/** The booking or block that an event happened on. */
export function idOf({ target }: Pick<Event, "target">): string | null {
  return target instanceof HTMLElement
    ? (target.closest<HTMLElement>("[data-id]")?.dataset["id"] ?? null)
    : null;
}

function bookingOf(columns: readonly DayColumn[], id: string): ScheduledBooking | undefined {
  return columns.flatMap((c) => c.bookings).find((p) => keyOf(p.booking) === id)?.booking;
}

function cellsOf(column: DayColumn) {
  return [
    ...column.bookings.map(({ booking, from, to }) => ({ id: keyOf(booking), from, to })),
    ...column.blocks
      .filter(({ block }) => block.source === "desk" || block.staffIds.length > 0)
      .map(({ block, from, to }) => ({ id: block.id, from, to })),
  ];
}

/** Alt and an arrow: one step earlier or later, or to the next person. */
function shifted(from: Placement, direction: Direction, grid: GridForKeys): Placement {
  const to = (ms: number): string => toInstant(toMs(from.start) + ms);
  const step = grid.step * MINUTE_MS;
  const at = grid.columns.findIndex((c) => c.staff.id === from.staffId);
  const staff = (offset: number): string => grid.columns[at + offset]?.staff.id ?? from.staffId;
  switch (direction) {
    case "up":
      return { ...from, start: to(-step) };
    case "down":
      return { ...from, start: to(step) };
    case "left":
      return { ...from, staffId: staff(-1) };
    case "right":
      return { ...from, staffId: staff(1) };
  }
}

/** Alt, Shift and an arrow: one step shorter or longer. */
function stretched(from: Placement, direction: Direction, grid: GridForKeys): Placement {
  const by = direction === "down" ? grid.step : direction === "up" ? -grid.step : 0;
  return { ...from, durationMinutes: Math.max(SHORTEST, from.durationMinutes + by) };
}

function onArrow(
  event: KeyboardEvent,
  direction: Direction,
  id: string,
  grid: GridForKeys,
): boolean {
  const booking = bookingOf(grid.columns, id);
  if (event.ctrlKey || event.metaKey) return false;
  if (event.altKey) {
    const move = event.shiftKey ? stretched : shifted;
    if (booking !== undefined)
      void moveBooking(booking, (from) => move(from, direction, grid), true).then((key) => {
        // A series that moved as a whole gave its occurrence another name.
        if (key !== id) grid.focus(key);
      });
    return true;
  }
  const next = neighbourOf(grid.columns.map(cellsOf), id, direction);
  if (next !== null) grid.focus(next);
  return true;
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
  const direction = DIRECTIONS[event.key];
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
  for (const cell of cells) cell.tabIndex = cell === stop ? 0 : -1;
}
