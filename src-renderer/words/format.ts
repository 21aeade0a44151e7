import type { CalendarDate, Instant, Zone } from "../../src-shared/domain/primitives.ts";
import { dateAt } from "../../src-shared/time/zones.ts";

/** How the business writes times, dates and money: its BCP 47 locale, IANA zone and ISO 4217 currency. */
export interface Conventions {
  readonly locale: string;
  readonly zone: Zone;
  readonly currency: string;
}

function written(
  at: Instant,
  { locale, zone }: Conventions,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(new Date(at));
}

/** `12:36`. */
export function formatTime(at: Instant, by: Conventions): string {
  return written(at, by, { hour: "2-digit", minute: "2-digit" });
}

/** `12:36:19`. */
export function formatTimeToSecond(at: Instant, by: Conventions): string {
  return written(at, by, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** `3 March 2026`. */
export function formatDay(at: Instant, by: Conventions): string {
  return written(at, by, { day: "numeric", month: "long", year: "numeric" });
}

/** `Thu 19 Nov 2026`, a date without a zone. */
export function formatDate(date: CalendarDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${date}T00:00:00.000Z`));
}

/** `12:36` for today, `Thu 19 Nov, 12:36` for another day. */
export function formatMoment(at: Instant, by: Conventions, now: number): string {
  const sameDay = dateAt(Date.parse(at), by.zone) === dateAt(now, by.zone);
  if (sameDay) return formatTime(at, by);
  return written(at, by, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
}

/** Date and time in full, for a hover. */
export function formatExact(at: Instant, by: Conventions): string {
  return written(at, by, { dateStyle: "full", timeStyle: "medium" });
}

const SECOND_MS = 1_000;
const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** `2 min ago`, `in 3 hr`; the largest unit that fits. `now` in epoch milliseconds. */
export function formatRelative(at: Instant, by: Conventions, now: number): string {
  const seconds = Math.round((Date.parse(at) - now) / SECOND_MS);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  const format = new Intl.RelativeTimeFormat(by.locale, { style: "short", numeric: "auto" });
  return format.format(Math.trunc(seconds / size), unit);
}

/** `45 min`. */
export function formatDuration(minutes: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "short" })
    .format(minutes)
    .replace("mins", "min");
}
