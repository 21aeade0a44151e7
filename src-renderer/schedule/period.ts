import type { ScheduleView } from "../../src-shared/bridge/contract/business.ts";
import type { Business } from "../../src-shared/domain/business.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { addDays, epochDay } from "../../src-shared/time/zones.ts";
import type { Period } from "../store/schedule.ts";
import { addMonths, monthDays, weekStartOf } from "./dates.ts";

/** The period of a view that holds a date; a list goes on from its day. */
export function periodOf(
  view: ScheduleView,
  date: CalendarDate,
  weekStart: Business["weekStart"],
): Period {
  switch (view) {
    case "day":
    case "list":
      return { first: date, days: 1 };
    case "week":
      return { first: weekStartOf(date, weekStart), days: 7 };
    case "month":
      return { first: monthDays(date, weekStart)[0] ?? date, days: 42 };
  }
}

/** The day of a month that a date has in its own, or the last one. */
function sameDayOf(month: CalendarDate, date: CalendarDate): CalendarDate {
  const days = epochDay(addMonths(month, 1)) - epochDay(month);
  return addDays(month, Math.min(Number(date.slice(8)), days) - 1);
}

/** The same day of the next period, or of the one before. */
export function stepped(view: ScheduleView, date: CalendarDate, by: 1 | -1): CalendarDate {
  switch (view) {
    case "day":
    case "list":
      return addDays(date, by);
    case "week":
      return addDays(date, by * 7);
    case "month":
      return sameDayOf(addMonths(date, by), date);
  }
}
