import { addDays } from "../time/zones.ts";
import type { ClosedDays, Closure } from "./business.ts";
import type { CalendarDate } from "./primitives.ts";

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** The date of another year: 29 February becomes the day before or after where the year has none. */
function inYear(date: CalendarDate, year: number, without: "before" | "after"): CalendarDate {
  const day = date.slice(4);
  const text = String(year).padStart(4, "0");
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day !== "-02-29" || isLeap) return `${text}${day}`;
  return `${text}${without === "before" ? "-02-28" : "-03-01"}`;
}

/** A yearly closure as it falls in another year; null if none of its dates is in that year's calendar. */
function fallIn(closure: Closure, year: number): ClosedDays | null {
  const last = addDays(closure.to, -1);
  const years = year - yearOf(closure.from);
  const first = inYear(closure.from, year, "after");
  const end = inYear(last, yearOf(last) + years, "before");
  return end < first ? null : { from: first, to: addDays(end, 1), name: closure.name };
}

function yearly(closure: Closure, from: CalendarDate, to: CalendarDate): readonly ClosedDays[] {
  // One that begins before the New Year may reach into the first year asked for.
  const first = Math.max(yearOf(closure.from), yearOf(from) - 1);
  const count = Math.max(0, yearOf(to) - first + 1);
  return Array.from({ length: count }, (_, i) => fallIn(closure, first + i)).filter(
    (days) => days !== null,
  );
}

/**
 * The closed days that touch the days from `from` until before `to`, each year's for itself. What is yearly goes by its
 * dates, from its first year on: 29 February alone is closed in leap years only.
 */
export function closedDays(
  closures: readonly Closure[],
  from: CalendarDate,
  to: CalendarDate,
): readonly ClosedDays[] {
  return closures
    .flatMap((closure) => (closure.yearly ? yearly(closure, from, to) : [closure]))
    .filter((days) => days.from < to && days.to > from);
}

/** The closed days that a date is one of, if any. */
export function closedOn(closures: readonly Closure[], date: CalendarDate): ClosedDays | null {
  return closedDays(closures, date, addDays(date, 1))[0] ?? null;
}
