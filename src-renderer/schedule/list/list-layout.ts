import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { type BookingKey, keyOf } from "../../store/booking-key.ts";
import type { ListDay } from "./list-days.ts";

/** Heights in pixels; the same as in list.css. */
export const HEAD_PX = 36;
export const ROW_PX = 36;
/** The words under the heading of a day without bookings. */
export const EMPTY_PX = 36;
/** Room below a day. */
export const GAP_PX = 12;
/** What stands at an end of the list where nothing was found any more. */
export const END_PX = 52;

/** A day with its place; pixels below the top of the list. */
export interface PlacedDay extends ListDay {
  readonly top: number;
  readonly height: number;
}

export interface ListLayout {
  readonly days: readonly PlacedDay[];
  readonly height: number;
}

/** Where the list stands: so many pixels below the top of a day. It holds while days are put in above. */
export interface Anchor {
  readonly date: CalendarDate;
  readonly offset: number;
}

/** @param above pixels that something else takes above the first day */
export function layoutDays(days: readonly ListDay[], above: number): ListLayout {
  let top = above;
  const placed = days.map((day): PlacedDay => {
    const rows = day.bookings.length === 0 ? EMPTY_PX : day.bookings.length * ROW_PX;
    const at = { ...day, top, height: HEAD_PX + rows + GAP_PX };
    top += at.height;
    return at;
  });
  return { days: placed, height: top };
}

/** The first in a sorted list for which `test` holds; its length if there is none. */
function firstWhere<T>(items: readonly T[], test: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && test(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The days that a stretch of the list touches. */
export function daysWithin({ days }: ListLayout, from: number, to: number): readonly PlacedDay[] {
  const first = firstWhere(days, (day) => day.top + day.height > from);
  return days.slice(
    first,
    Math.max(
      first,
      firstWhere(days, (day) => day.top >= to),
    ),
  );
}

/** The rows of a day that a stretch of the list touches: from the first one up to, but without, `end`. */
export function rowsWithin(
  { top, bookings }: PlacedDay,
  from: number,
  to: number,
): { readonly first: number; readonly end: number } {
  const row = (y: number): number => (y - top - HEAD_PX) / ROW_PX;
  const first = Math.max(0, Math.floor(row(from)));
  return { first, end: Math.max(first, Math.min(bookings.length, Math.ceil(row(to)))) };
}

export function anchorAt({ days }: ListLayout, y: number): Anchor | null {
  const at = firstWhere(days, (day) => day.top + day.height > y);
  const day = days[at] ?? days.at(-1);
  return day === undefined ? null : { date: day.date, offset: Math.max(0, y - day.top) };
}

/** The place of an anchor; that of the day after it if its own has gone. */
export function yOfAnchor({ days, height }: ListLayout, { date, offset }: Anchor): number {
  const day = days[firstWhere(days, (one) => one.date >= date)];
  if (day === undefined) return height;
  // A day that has become shorter still shows its last line below the heading.
  const most = day.height - GAP_PX - ROW_PX - HEAD_PX;
  return day.date === date ? day.top + Math.max(0, Math.min(offset, most)) : day.top;
}

/** How many bookings of a day are over. */
export function countOver({ bookings }: ListDay, nowMs: number): number {
  const at = bookings.findIndex(({ end }) => Date.parse(end) > nowMs);
  return at === -1 ? bookings.length : at;
}

/** Today begins to show at now, with the last one that is over; pixels below the top of the day. */
export function offsetOfNow(day: ListDay, nowMs: number): number {
  return Math.max(0, countOver(day, nowMs) - 1) * ROW_PX;
}

/** A booking's place in the list. */
export interface RowPlace {
  readonly key: BookingKey;
  readonly day: number;
  readonly row: number;
}

export function rowPlace({ days }: ListLayout, key: BookingKey | null): RowPlace | null {
  if (key === null) return null;
  for (const [day, { bookings }] of days.entries()) {
    const row = bookings.findIndex((booking) => keyOf(booking) === key);
    if (row !== -1) return { key, day, row };
  }
  return null;
}

export function yOfRow({ days }: ListLayout, { day, row }: RowPlace): number {
  return (days[day]?.top ?? 0) + HEAD_PX + row * ROW_PX;
}
