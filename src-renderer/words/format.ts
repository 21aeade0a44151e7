import { useMemo } from "react";
import type { Instant, Zone } from "../../src-shared/domain/primitives.ts";
import { useCatalogue } from "../store/catalogue.ts";
import type { Formats } from "../ui/formats.ts";
import { useLocale } from "./locale.ts";

/** Whose clock and habits times are written by: a BCP 47 locale and an IANA zone. */
export interface Conventions {
  readonly locale: string;
  readonly zone: Zone;
}

export function useConventions(): Conventions {
  const locale = useLocale();
  const zone = useCatalogue((s) => s.business?.zone ?? "UTC");
  return useMemo(() => ({ locale, zone }), [locale, zone]);
}

function written(
  at: Instant,
  { locale, zone }: Conventions,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(new Date(at));
}

/** `12:36:19` */
export function timeToSecond(at: Instant, by: Conventions): string {
  return written(at, by, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** Date and time in full, for a hover. */
export function exactly(at: Instant, by: Conventions): string {
  return written(at, by, { dateStyle: "full", timeStyle: "medium" });
}

/** `12:36` for today, `Thu 19 Nov, 12:36` for another day. */
export function moment(at: Instant, formats: Formats): string {
  const date = formats.dateOf(at);
  if (date === formats.today()) return formats.time(at);
  return `${formats.weekdayAndDay(date)}, ${formats.time(at)}`;
}

const SECOND_MS = 1_000;
const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/**
 * How long ago something was, `2 min ago`: the largest unit that fits. What is later than `now` (epoch milliseconds)
 * is told as now, because the window counts whole minutes.
 */
export function ago(at: Instant, locale: string, now: number): string {
  const seconds = Math.min(0, Math.round((Date.parse(at) - now) / SECOND_MS));
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  const format = new Intl.RelativeTimeFormat(locale, { style: "short", numeric: "auto" });
  return format.format(Math.trunc(seconds / size), unit);
}

/** `45 min` */
export function inMinutes(minutes: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "short" })
    .format(minutes)
    .replace("mins", "min");
}
