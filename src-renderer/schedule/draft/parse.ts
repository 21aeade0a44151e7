import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import {
  CalendarDate as CalendarDateSchema,
  isPlausible,
} from "../../../src-shared/domain/primitives.ts";
import { addDays, DAY_MINUTES, isoWeekday } from "../../../src-shared/time/zones.ts";

const CLOCK = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm|a|p)?$/;

/**
 * Reads a time as people type it: `14:45`, `1445`, `14.45`, `9`, `9:30 pm`.
 * @returns minutes since midnight, up to 1440 for `24:00`; null if it is not a time
 */
export function parseTime(text: string): number | null {
  const match = CLOCK.exec(text.trim().toLowerCase());
  if (match === null) return null;
  const half = match[3]?.charAt(0);
  const typed = Number(match[1]);
  const minutes = Number(match[2] ?? "0");
  if (minutes > 59 || (half !== undefined && (typed < 1 || typed > 12))) return null;
  const hours = half === undefined ? typed : (typed % 12) + (half === "p" ? 12 : 0);
  const total = hours * 60 + minutes;
  return total <= DAY_MINUTES ? total : null;
}

interface DayContext {
  readonly today: CalendarDate;
  /** BCP 47; names of days and months are understood in it and in English. */
  readonly locale: string;
}

/** Lower case, no accents, no points: `Févr.` and `fevr` are the same. */
function bare(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();
}

function namesOf(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  samples: readonly string[],
): string[] {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return samples.map((date) => bare(format.format(new Date(`${date}T00:00:00.000Z`))));
}

const MONTH_SAMPLES = Array.from(
  { length: 12 },
  (_, i) => `2026-${String(i + 1).padStart(2, "0")}-15`,
);
/** Monday 1 June 2026 and the six days after it. */
const WEEKDAY_SAMPLES = Array.from({ length: 7 }, (_, i) => `2026-06-0${i + 1}`);

/** The index of the only name that begins with the word, in the locale or in English; -1 if none or several do. */
function indexOfName(word: string, locale: string, kind: "month" | "weekday"): number {
  const samples = kind === "month" ? MONTH_SAMPLES : WEEKDAY_SAMPLES;
  const typed = bare(word);
  if (typed.length < 2) return -1;
  for (const language of [locale, "en"]) {
    const names = namesOf(language, { [kind]: "long" }, samples);
    const hits = names.flatMap((name, i) => (name.startsWith(typed) ? [i] : []));
    if (hits.length === 1) return hits[0] ?? -1;
  }
  return -1;
}

function dateOf(year: number, month: number, day: number): CalendarDate | null {
  const pad = (n: number, length = 2): string => String(n).padStart(length, "0");
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return CalendarDateSchema.safeParse(date).success ? date : null;
}

/** Without a year the date is the next one from about a month ago on: people book ahead. */
function inSomeYear(
  month: number,
  day: number,
  year: number | null,
  today: CalendarDate,
): CalendarDate | null {
  if (year !== null) return dateOf(year < 100 ? 2000 + year : year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = dateOf(thisYear, month, day);
  return date !== null && date >= addDays(today, -31) ? date : dateOf(thisYear + 1, month, day);
}

/** Whether the day comes before the month where the business is: `24/12` or `12/24`. */
function dayComesFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "numeric",
  }).formatToParts();
  return parts.findIndex((p) => p.type === "day") < parts.findIndex((p) => p.type === "month");
}

function parseNumbers(text: string, context: DayContext): CalendarDate | null {
  const match = /^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}|\d{2}))?[.]?$/.exec(text);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const [day, month] = dayComesFirst(context.locale) ? [first, second] : [second, first];
  const year = match[3] === undefined ? null : Number(match[3]);
  return inSomeYear(month, day, year, context.today);
}

function parseNamedMonth(text: string, context: DayContext): CalendarDate | null {
  const words = text.split(/[\s,]+/).filter((w) => w !== "");
  const month = words.map((w) => indexOfName(w, context.locale, "month")).find((i) => i !== -1);
  const numbers = words.map((w) => /^(\d+)\.?$/.exec(w)?.[1]).filter((n) => n !== undefined);
  const day = numbers.find((n) => n.length <= 2);
  const year = numbers.find((n) => n.length === 4);
  if (month === undefined || day === undefined) return null;
  return inSomeYear(
    month + 1,
    Number(day),
    year === undefined ? null : Number(year),
    context.today,
  );
}

function parseWeekday(text: string, { today, locale }: DayContext): CalendarDate | null {
  const index = indexOfName(text, locale, "weekday");
  if (index === -1) return null;
  const ahead = (index + 1 - isoWeekday(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

/**
 * Reads a day as people type it: `24 Dec`, `24.12.`, `24/12/26`, `2026-12-24`, `Friday` (the next one), `+3`.
 * @returns the date, or null if it is not one, or none that anybody books
 */
export function parseDay(text: string, context: DayContext): CalendarDate | null {
  const date = readDay(text, context);
  return date !== null && isPlausible(date) ? date : null;
}

function readDay(text: string, context: DayContext): CalendarDate | null {
  const typed = text.trim();
  if (CalendarDateSchema.safeParse(typed).success) return typed;
  const ahead = /^([+-]\d{1,3})$/.exec(typed)?.[1];
  if (ahead !== undefined) return addDays(context.today, Number(ahead));
  return (
    parseNumbers(typed, context) ?? parseNamedMonth(typed, context) ?? parseWeekday(typed, context)
  );
}
