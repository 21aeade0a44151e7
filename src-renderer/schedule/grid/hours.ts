import type { Business, Staff } from "../../../src-shared/domain/business.ts";
import { closedOn } from "../../../src-shared/domain/closures.ts";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { isoWeekday, minutesOf } from "../../../src-shared/time/zones.ts";
import { joinSpans, type Span } from "./span.ts";

function spansOfDay(hours: Business["hours"], date: CalendarDate): readonly Span[] {
  const spans = hours[isoWeekday(date)];
  return joinSpans(spans.map((s) => ({ from: minutesOf(s.from), to: minutesOf(s.to) })));
}

/** When somebody works on a date: the own hours, else the business's; never on a day the business is shut. */
export function workingSpans(
  staff: Pick<Staff, "hours">,
  business: Business,
  date: CalendarDate,
): readonly Span[] {
  if (closedOn(business.closures, date) !== null) return [];
  return spansOfDay(staff.hours ?? business.hours, date);
}

/** From the earliest opening of a week to its latest closing: every day is drawn at least so far, so that none jumps. */
export function usualSpans(business: Pick<Business, "hours">): readonly Span[] {
  return Object.values(business.hours)
    .flat()
    .map((span) => ({ from: minutesOf(span.from), to: minutesOf(span.to) }));
}
