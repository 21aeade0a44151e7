import type { ScheduleView } from "../../src-shared/bridge/contract/business.ts";
import type { Business } from "../../src-shared/domain/business.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { epochDay } from "../../src-shared/time/zones.ts";
import { weekStartOf } from "./dates.ts";

type DistanceKey = "tomorrow" | "yesterday" | "inDays" | "daysAgo" | "inWeeks" | "weeksAgo";

/** How far a day is from today, in words that can be grasped at a glance: days up to a fortnight, then weeks. */
export function distanceWords(days: number): { readonly key: DistanceKey; readonly count: number } {
  if (days === 1) return { key: "tomorrow", count: 1 };
  if (days === -1) return { key: "yesterday", count: 1 };
  const distance = Math.abs(days);
  if (distance < 14) return { key: days > 0 ? "inDays" : "daysAgo", count: distance };
  return { key: days > 0 ? "inWeeks" : "weeksAgo", count: Math.floor(distance / 7) };
}

type Words =
  | `schedule.notToday.${DistanceKey}`
  | `schedule.notThisWeek.${"next" | "last" | "inWeeks" | "weeksAgo"}`
  | `schedule.notThisMonth.${"next" | "last" | "inMonths" | "monthsAgo"}`;

type Distance = { readonly key: Words; readonly count: number } | null;

/** How far what a view shows is from today; null while it shows today. */
export function distanceOf(
  view: ScheduleView,
  date: CalendarDate,
  today: CalendarDate,
  weekStart: Business["weekStart"],
): Distance {
  switch (view) {
    case "day":
    case "list": {
      const days = epochDay(date) - epochDay(today);
      if (days === 0) return null;
      const { key, count } = distanceWords(days);
      return { key: `schedule.notToday.${key}`, count };
    }
    case "month":
      return monthsApart(monthNumber(date) - monthNumber(today));
    case "week":
      return weeksApart(
        (epochDay(weekStartOf(date, weekStart)) - epochDay(weekStartOf(today, weekStart))) / 7,
      );
  }
}

function weeksApart(weeks: number): Distance {
  if (weeks === 0) return null;
  const count = Math.abs(weeks);
  if (count === 1) return { key: `schedule.notThisWeek.${weeks > 0 ? "next" : "last"}`, count };
  return { key: `schedule.notThisWeek.${weeks > 0 ? "inWeeks" : "weeksAgo"}`, count };
}

function monthNumber(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

function monthsApart(months: number): Distance {
  if (months === 0) return null;
  const count = Math.abs(months);
  if (count === 1) return { key: `schedule.notThisMonth.${months > 0 ? "next" : "last"}`, count };
  return { key: `schedule.notThisMonth.${months > 0 ? "inMonths" : "monthsAgo"}`, count };
}
