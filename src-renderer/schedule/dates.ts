import type { Business } from "../../src-shared/domain/business.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { addDays, epochDay, isoWeekday } from "../../src-shared/time/zones.ts";

/** The first of the month that lies `by` months away. */
export function addMonths(date: CalendarDate, by: number): CalendarDate {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + by;
  const pad = (n: number, length: number): string => String(n).padStart(length, "0");
  return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}-01`;
}

/** The first day of the week that a date falls into. */
export function weekStartOf(date: CalendarDate, weekStart: Business["weekStart"]): CalendarDate {
  return addDays(date, -((isoWeekday(date) - weekStart + 7) % 7));
}

/** `count` dates from the first one on. */
export function datesFrom(first: CalendarDate, count: number): readonly CalendarDate[] {
  return Array.from({ length: count }, (_, i) => addDays(first, i));
}

/** Six whole weeks that hold the month of a date: 42 days, so that the pane keeps its height. */
export function monthDays(
  date: CalendarDate,
  weekStart: Business["weekStart"],
): readonly CalendarDate[] {
  return datesFrom(weekStartOf(`${date.slice(0, 7)}-01`, weekStart), 42);
}

/** ISO 8601 week of the week that begins with `first`: the one that holds its Thursday. */
export function weekNumber(first: CalendarDate): number {
  const thursday = addDays(first, (4 - isoWeekday(first) + 7) % 7);
  const newYear = `${thursday.slice(0, 4)}-01-01`;
  return Math.floor((epochDay(thursday) - epochDay(newYear)) / 7) + 1;
}
