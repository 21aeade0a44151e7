import type { ListedMoment } from "./moments.ts";
import { readMoment } from "./moments.ts";

export const FREQUENCIES = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
/** Monday is 0. */
export type WeekdayIndex = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** `nth` counts within the month or year, from its end if negative; null is every such day. */
export interface RuleDay {
  readonly weekday: WeekdayIndex;
  readonly nth: number | null;
}

/** An RRULE or EXRULE value, read. Lists are without repeats; an empty one was not given. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: ListedMoment | null;
  readonly weekStart: WeekdayIndex;
  readonly byDay: readonly RuleDay[];
  readonly byMonth: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly bySecond: readonly number[];
  readonly bySetPos: readonly number[];
}

/** Finer rules than every five minutes are no appointments, and would only make work. */
const MOST_TIMES_A_DAY = 288;
const LONGEST_RULE = 2_000;

/** The parts of a rule by their upper-case names, in their order; null if it isn't written as a rule. */
export function partsOfRule(value: string): ReadonlyMap<string, string> | null {
  if (value.length > LONGEST_RULE) return null;
  const parts = new Map<string, string>();
  for (const part of value.trim().toUpperCase().split(";")) {
    if (part === "") continue;
    const [name = "", text = "", ...rest] = part.split("=").map((side) => side.trim());
    if (name === "" || text === "" || rest.length > 0 || parts.has(name)) return null;
    parts.set(name, text);
  }
  return parts.size === 0 ? null : parts;
}

/**
 * Reads the value of an RRULE or EXRULE (RFC 5545, 3.3.10). Parts that the RFC doesn't name are passed over, COUNT
 * and UNTIL may stand together. Null if a part has no meaning, or if the rule is finer than every five minutes.
 */
export function readRule(value: string): Rule | null {
  const parts = partsOfRule(value);
  const frequency = FREQUENCIES.find((one) => one === parts?.get("FREQ"));
  if (parts === null || frequency === undefined) return null;
  const numbers = (name: string, least: number, most: number, negative = false) =>
    readNumbers(parts.get(name), least, most, negative);
  const read = {
    interval: numbers("INTERVAL", 1, 1_000_000),
    count: numbers("COUNT", 1, 1_000_000),
    byMonth: numbers("BYMONTH", 1, 12),
    byMonthDay: numbers("BYMONTHDAY", 1, 31, true),
    byYearDay: numbers("BYYEARDAY", 1, 366, true),
    byWeekNo: numbers("BYWEEKNO", 1, 53, true),
    byHour: numbers("BYHOUR", 0, 23),
    byMinute: numbers("BYMINUTE", 0, 59),
    bySecond: numbers("BYSECOND", 0, 59),
    bySetPos: numbers("BYSETPOS", 1, 366, true),
    byDay: readDays(parts.get("BYDAY")),
    weekStart: readWeekStart(parts.get("WKST")),
    until: readUntil(parts.get("UNTIL")),
  };
  if (!isWhole(read) || read.interval.length > 1 || read.count.length > 1) return null;
  const rule: Rule = {
    ...read,
    frequency,
    interval: read.interval[0] ?? 1,
    count: read.count[0] ?? null,
    until: read.until === "never" ? null : read.until,
  };
  return timesADay(rule) > MOST_TIMES_A_DAY ? null : rule;
}

type Whole<T> = { readonly [K in keyof T]: Exclude<T[K], null> };

function isWhole<T extends Readonly<Record<string, unknown>>>(read: T): read is T & Whole<T> {
  return Object.values(read).every((part) => part !== null);
}

function timesADay({ frequency, byHour, byMinute, bySecond }: Rule): number {
  const hours = frequency === "HOURLY" ? 24 : Math.max(1, byHour.length);
  return hours * Math.max(1, byMinute.length) * Math.max(1, bySecond.length);
}

function readNumbers(
  text: string | undefined,
  least: number,
  most: number,
  negative: boolean,
): readonly number[] | null {
  if (text === undefined) return [];
  const numbers = text.split(",").map((one) => (/^[+-]?\d{1,7}$/.test(one) ? Number(one) : NaN));
  const fits = (n: number): boolean => {
    const size = negative ? Math.abs(n) : n;
    return size >= least && size <= most;
  };
  return numbers.every(fits) ? [...new Set(numbers)] : null;
}

function readDays(text: string | undefined): readonly RuleDay[] | null {
  if (text === undefined) return [];
  const days = new Map<string, RuleDay | null>();
  for (const one of text.split(",")) days.set(one, readDay(one));
  const read = [...days.values()].filter((day) => day !== null);
  return read.length === days.size ? read : null;
}

function readDay(text: string): RuleDay | null {
  const [, nth, name] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? [];
  const weekday = weekdayNamed(name);
  if (weekday === null) return null;
  if (nth === undefined) return { weekday, nth: null };
  const size = Math.abs(Number(nth));
  return size >= 1 && size <= 53 ? { weekday, nth: Number(nth) } : null;
}

function weekdayNamed(name: string | undefined): WeekdayIndex | null {
  const index = WEEKDAYS.findIndex((one) => one === name);
  return index === -1 ? null : (index as WeekdayIndex);
}

function readWeekStart(text: string | undefined): WeekdayIndex | null {
  return text === undefined ? 0 : weekdayNamed(text);
}

function readUntil(text: string | undefined): ListedMoment | "never" | null {
  return text === undefined ? "never" : readMoment(text);
}
