import type { CalendarDate, Zone } from "../../domain/primitives.ts";
import { addDays, dateAt, instantOfWall, isoWeekday } from "../zones.ts";
import { basicInstant, dateOfWall } from "./moments.ts";
import { readRule, WEEKDAYS } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** 1 is Monday, 7 is Sunday. */
export type IsoWeekday = ReturnType<typeof isoWeekday>;

export type RepeatEnd =
  | { readonly is: "never" }
  /** The last day on which it may happen. */
  | { readonly is: "until"; readonly date: CalendarDate }
  | { readonly is: "count"; readonly count: number };

/**
 * A repetition as a person chooses it. What follows from the day of the booking is not in it: the day of the month,
 * and which Tuesday of the month it is.
 */
export interface Repeat {
  readonly every: "day" | "week" | "month" | "monthWeekday" | "year";
  readonly interval: number;
  /** Of a weekly one, in the order of the week. */
  readonly weekdays: readonly IsoWeekday[];
  readonly end: RepeatEnd;
}

const FREQUENCY = {
  day: "DAILY",
  week: "WEEKLY",
  month: "MONTHLY",
  monthWeekday: "MONTHLY",
  year: "YEARLY",
} as const satisfies Record<Repeat["every"], Rule["frequency"]>;

/** Which such weekday of its month a date is: 1 to 4, or -1 for the last. */
export function nthWeekday(date: CalendarDate): number {
  const isLast = addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
  return isLast ? -1 : Math.ceil(Number(date.slice(8)) / 7);
}

function dayName(weekday: IsoWeekday): string {
  return WEEKDAYS[weekday - 1] ?? "";
}

/** The weekdays with that of the booking among them; a single one follows when the booking goes to another day. */
export function weekdaysOn({ weekdays }: Repeat, date: CalendarDate): readonly IsoWeekday[] {
  const own = isoWeekday(date);
  if (weekdays.includes(own)) return weekdays;
  return weekdays.length <= 1 ? [own] : [...weekdays, own].toSorted((a, b) => a - b);
}

function daysPart(repeat: Repeat, date: CalendarDate): string {
  switch (repeat.every) {
    case "week":
      return `;BYDAY=${weekdaysOn(repeat, date).map(dayName).join(",")}`;
    case "monthWeekday":
      return `;BYDAY=${nthWeekday(date)}${dayName(isoWeekday(date))}`;
    case "month":
      return `;BYMONTHDAY=${Number(date.slice(8))}`;
    case "day":
    case "year":
      return "";
  }
}

/** RFC 5545, 3.3.10: UNTIL of a timed series is in UTC; here the last second of the day in the business's zone. */
function endPart(end: RepeatEnd, zone: Zone): string {
  switch (end.is) {
    case "never":
      return "";
    case "count":
      return `;COUNT=${end.count}`;
    case "until":
      return `;UNTIL=${basicInstant(instantOfWall(addDays(end.date, 1), 0, zone) - 1_000)}`;
  }
}

/**
 * The value of an RRULE for a booking on a day.
 * @param date of the booking, in `zone`
 */
export function ruleOf(repeat: Repeat, date: CalendarDate, zone: Zone): string {
  const interval = repeat.interval === 1 ? "" : `;INTERVAL=${repeat.interval}`;
  const { every, end } = repeat;
  return `FREQ=${FREQUENCY[every]}${interval}${daysPart(repeat, date)}${endPart(end, zone)}`;
}

function everyOf(rule: Rule): Repeat["every"] | null {
  const { frequency, byDay, byMonthDay, bySetPos } = rule;
  if (bySetPos.length > 0) return null;
  const free = byDay.length === 0 && byMonthDay.length === 0;
  switch (frequency) {
    case "DAILY":
      return free ? "day" : null;
    case "WEEKLY":
      return byMonthDay.length === 0 ? "week" : null;
    case "MONTHLY":
      if (byDay.length === 1 && byMonthDay.length === 0)
        return byDay[0]?.nth === null ? null : "monthWeekday";
      return byDay.length === 0 && byMonthDay.length <= 1 ? "month" : null;
    case "YEARLY":
      return free ? "year" : null;
    case "HOURLY":
      return null;
  }
}

function endOf({ count, until }: Rule, zone: Zone): RepeatEnd {
  if (count !== null) return { is: "count", count };
  if (until === null) return { is: "never" };
  const date = until.is === "utc" ? dateAt(until.wall, zone) : dateOfWall(until.wall);
  return { is: "until", date };
}

/**
 * The repetition that a rule means for a booking on a day, or null if it is of a kind that the editor doesn't offer:
 * such a rule came from elsewhere and is kept as it is.
 */
export function repeatOf(value: string, date: CalendarDate, zone: Zone): Repeat | null {
  const rule = readRule(value);
  const every = rule === null ? null : everyOf(rule);
  if (rule === null || every === null) return null;
  const named = rule.byDay.map((day) => (day.weekday + 1) as IsoWeekday);
  const weekdays = every !== "week" ? [] : named.length === 0 ? [isoWeekday(date)] : named;
  return {
    every,
    interval: rule.interval,
    weekdays: weekdays.toSorted((a, b) => a - b),
    end: endOf(rule, zone),
  };
}
