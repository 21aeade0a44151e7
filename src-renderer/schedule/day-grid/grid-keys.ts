import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { useWindow } from "../../store/window.ts";
import { moveBooking, placementOf } from "../actions/bookings.ts";
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

function idOf(event: KeyboardEvent): string | null {
  const { target } = event;
  return target instanceof HTMLElement
    ? (target.closest<HTMLElement>("[data-id]")?.dataset["id"] ?? null)
    : null;
}

function bookingOf(columns: readonly DayColumn[], id: string): ScheduledBooking | undefined {
  return columns.flatMap((c) => c.bookings).find((p) => p.booking.id === id)?.booking;
}

function cellsOf(column: DayColumn) {
  return [
    ...column.bookings.map(({ booking, from, to }) => ({ id: booking.id, from, to })),
    ...column.blocks
      .filter(({ block }) => block.source === "desk" || block.staffIds.length > 0)
      .map(({ block, from, to }) => ({ id: block.id, from, to })),
  ];
}

/** Alt and an arrow: one step earlier or later, or to the next person. */
function shift(booking: ScheduledBooking, direction: Direction, grid: GridForKeys): void {
  const place = placementOf(booking);
  const to = (ms: number): string => new Date(Date.parse(place.start) + ms).toISOString();
  const step = grid.step * MINUTE_MS;
  const at = grid.columns.findIndex((c) => c.staff.id === booking.staffId);
  const staff = (offset: number): string => grid.columns[at + offset]?.staff.id ?? booking.staffId;
  const moved = {
    up: { ...place, start: to(-step) },
    down: { ...place, start: to(step) },
    left: { ...place, staffId: staff(-1) },
    right: { ...place, staffId: staff(1) },
  }[direction];
  void moveBooking(booking, moved, true).then(() => grid.focus(booking.id));
}

/** Alt, Shift and an arrow: one step shorter or longer. */
function stretch(booking: ScheduledBooking, direction: Direction, grid: GridForKeys): void {
  const place = placementOf(booking);
  const by = direction === "down" ? grid.step : direction === "up" ? -grid.step : 0;
  const durationMinutes = Math.max(SHORTEST, place.durationMinutes + by);
  void moveBooking(booking, { ...place, durationMinutes }, true).then(() => grid.focus(booking.id));
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
    if (booking !== undefined) (event.shiftKey ? stretch : shift)(booking, direction, grid);
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
