import type { Ctx } from "../../http/env.ts";

const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const DAY = { weekday: "long", day: "numeric", month: "long" } as const;
const SHORT_DAY = { weekday: "short", day: "numeric", month: "short" } as const;

/** Making one costs more than using it a hundred times, and a page of times writes hundreds of moments. */
const made = new Map<string, Intl.DateTimeFormat>();
/** Languages and zones are few; whatever fills this up is no customer. */
const MOST_MADE = 500;

function formatIn(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const known = made.get(key);
  if (known !== undefined) return known;
  if (made.size >= MOST_MADE) made.clear();
  const format = new Intl.DateTimeFormat(language, options);
  made.set(key, format);
  return format;
}

export interface Money {
  readonly locale: string;
  readonly currency: string;
}

/** Writes moments (epoch milliseconds) on the wall clock of a zone, and days, in the language of the request. */
export function formatsOf(c: Ctx, zone: string) {
  const language = c.get("language");
  const at = (ms: number, options: Intl.DateTimeFormatOptions): string =>
    formatIn(language, { ...options, timeZone: zone }).format(ms);
  /** A day of the calendar is the same everywhere. */
  const on = (date: string, options: Intl.DateTimeFormatOptions): string =>
    formatIn(language, { ...options, timeZone: "UTC" }).format(Date.parse(`${date}T12:00:00.000Z`));
  return {
    time: (ms: number) => at(ms, TIME),
    dayAndTime: (ms: number) => at(ms, { ...SHORT_DAY, ...TIME }),
    span: (start: number, end: number) => `${at(start, { ...DAY, ...TIME })}–${at(end, TIME)}`,
    day: (date: string) => on(date, DAY),
    weekday: (date: string) => on(date, { weekday: "short" }),
    dayOfMonth: (date: string) => on(date, { day: "numeric" }),
    month: (date: string) => on(date, { month: "long", year: "numeric" }),
    /** `Europe/Berlin` is what everybody there calls Berlin. */
    zone: (zone.split("/").at(-1) ?? zone).replaceAll("_", " "),
  };
}
export type Formats = ReturnType<typeof formatsOf>;

export function price({ locale, currency }: Money, priceMinor: number): string {
  const written = new Intl.NumberFormat(locale, { style: "currency", currency });
  const digits = written.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = priceMinor / 10 ** digits;
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
  }).format(amount);
}
