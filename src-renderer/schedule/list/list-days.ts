import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { addDays, epochDay } from "../../../src-shared/time/zones.ts";
import { type Chunk, loadedDays, type Side } from "../../store/agenda.ts";
import { isFiltering, isListed, type ListFilter } from "./list-filter.ts";

/** One day of the list with what the filter lets through, by start. */
export interface ListDay {
  readonly date: CalendarDate;
  readonly bookings: readonly ScheduledBooking[];
}

/**
 * The days that have something to show, in order.
 * @param always days that stand in the list though nothing is on them: today, and the one that was chosen
 */
export function daysOf(
  chunks: readonly Chunk[],
  filter: ListFilter,
  always: readonly CalendarDate[],
): readonly ListDay[] {
  const loaded = loadedDays(chunks);
  if (loaded === null) return [];
  const byDate = new Map<CalendarDate, readonly ScheduledBooking[]>();
  for (const date of always)
    if (date >= loaded.first && date < addDays(loaded.first, loaded.days)) byDate.set(date, []);
  for (const chunk of chunks)
    for (const [date, bookings] of chunk.byDate) {
      const listed = isFiltering(filter) ? bookings.filter((b) => isListed(b, filter)) : bookings;
      if (listed.length > 0) byDate.set(date, listed);
    }
  return [...byDate]
    .map(([date, bookings]) => ({ date, bookings }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** How many loaded days in a row, from an end of the list, have nothing to show. */
export function daysWithoutRows(
  chunks: readonly Chunk[],
  days: readonly ListDay[],
  side: Side,
): number {
  const loaded = loadedDays(chunks);
  if (loaded === null) return 0;
  const filled = days.filter(({ bookings }) => bookings.length > 0);
  const end = addDays(loaded.first, loaded.days);
  const nearest = side === "before" ? filled[0]?.date : filled.at(-1)?.date;
  if (nearest === undefined) return loaded.days;
  return side === "before"
    ? epochDay(nearest) - epochDay(loaded.first)
    : epochDay(end) - epochDay(nearest) - 1;
}
