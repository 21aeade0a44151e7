import type { Options } from "rrule";
import * as rrulePackage from "rrule";
import { weekdayAt } from "./periods.ts";
import type { Rule, RuleDay } from "./rule.ts";
import { WEEKDAYS } from "./rule.ts";
import type { WallMs } from "./series.ts";

/** Node sees the package as one CommonJS object, a bundler as ES modules with names. */
type Package = Pick<typeof rrulePackage, "RRule">;
const loaded: Package & { readonly default?: Package } = rrulePackage;
export const { RRule } = loaded.default ?? loaded;

/**
 * The options of the generator for one rule. What the rule takes from its start (RFC 5545, 3.3.10: information not in
 * the rule is derived from DTSTART) is written out, because the generator begins at a later period. COUNT, UNTIL and
 * BYSETPOS are left out: the sieve applies them, as the package takes a wrong day for a BYSETPOS that is out of reach.
 * @param start of the series, of which this is the first occurrence
 */
export function generatorOptions(rule: Rule, start: WallMs, allDay: boolean): Partial<Options> {
  return {
    freq: RRule[rule.frequency],
    interval: rule.interval,
    wkst: rule.weekStart,
    ...daysOf(rule, start),
    ...timesOf(rule, start, allDay),
  };
}

function daysOf(rule: Rule, start: WallMs): Partial<Options> {
  const given = {
    ...list("bymonth", rule.byMonth),
    ...list("byweekno", rule.byWeekNo),
    ...list("byyearday", rule.byYearDay),
    ...list("bymonthday", rule.byMonthDay),
    ...(rule.byDay.length === 0 ? {} : { byweekday: spelledOut(rule).map(weekdayOf) }),
  };
  const namesDays = [rule.byDay, rule.byMonthDay, rule.byYearDay].some((by) => by.length > 0);
  return namesDays ? given : { ...given, ...daysOfStart(rule, start) };
}

function daysOfStart(rule: Rule, start: WallMs): Partial<Options> {
  const day = new Date(start);
  const bymonthday = [day.getUTCDate()];
  switch (rule.frequency) {
    case "YEARLY":
      if (rule.byWeekNo.length > 0) return { byweekday: [weekdayAt(start)] };
      return rule.byMonth.length > 0
        ? { bymonthday }
        : { bymonthday, bymonth: [day.getUTCMonth() + 1] };
    case "MONTHLY":
      return { bymonthday };
    case "WEEKLY":
      return { byweekday: [weekdayAt(start)] };
    case "DAILY":
    case "HOURLY":
      return {};
  }
}

function timesOf(rule: Rule, start: WallMs, allDay: boolean): Partial<Options> {
  if (allDay) return { byhour: [0], byminute: [0], bysecond: [0] };
  const day = new Date(start);
  const or = (given: readonly number[], own: number) => (given.length > 0 ? [...given] : [own]);
  return {
    ...(rule.frequency === "HOURLY"
      ? list("byhour", rule.byHour)
      : { byhour: or(rule.byHour, day.getUTCHours()) }),
    byminute: or(rule.byMinute, day.getUTCMinutes()),
    bysecond: or(rule.bySecond, day.getUTCSeconds()),
  };
}

function list<K extends string>(
  key: K,
  numbers: readonly number[],
): { readonly [P in K]?: number[] } {
  return numbers.length === 0 ? {} : ({ [key]: [...numbers] } as { readonly [P in K]: number[] });
}

function weekdayOf({ weekday, nth }: RuleDay) {
  const name = WEEKDAYS[weekday] ?? "MO";
  return nth === null ? RRule[name] : RRule[name].nth(nth);
}

/** The package takes `MO,1TU` as days that are both; written as `1MO,2MO,…,1TU` it means what the RFC says. */
function spelledOut(rule: Rule): readonly RuleDay[] {
  const counts = rule.frequency === "MONTHLY" || rule.frequency === "YEARLY";
  const mixed = new Set(rule.byDay.map((day) => day.nth === null)).size > 1;
  if (!counts || !mixed) return rule.byDay;
  const most = rule.frequency === "MONTHLY" || rule.byMonth.length > 0 ? 5 : 53;
  return rule.byDay.flatMap((day) =>
    day.nth === null
      ? Array.from({ length: most }, (_, i) => ({ weekday: day.weekday, nth: i + 1 }))
      : [day],
  );
}
