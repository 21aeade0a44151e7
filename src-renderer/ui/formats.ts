import type { CalendarDate, Instant, Zone } from "../../src-shared/domain/primitives.ts";
import { dateAt, epochDay } from "../../src-shared/time/zones.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { currentTime } from "../store/now.ts";
import { useLocale } from "../words/locale.ts";

const DAY_MS = 86_400_000;

/** Dates, times and money as the business writes them. Instants are shown in the business's zone, never the computer's. */
export interface Formats {
  readonly zone: Zone;
  /** Today in the business's zone. */
  today(): CalendarDate;
  dateOf(at: Instant | number): CalendarDate;
  /** `09:45` */
  time(at: Instant | number): string;
  /** `09:45–11:15` */
  timeRange(start: Instant | number, end: Instant | number): string;
  /** A wall-clock reading in minutes since midnight, `09:45`. */
  wall(minutes: number): string;
  /** `Thursday` */
  weekday(date: CalendarDate): string;
  /** `19 November`, with the year when it is not this one. */
  dayAndMonth(date: CalendarDate): string;
  /** `19 Nov`, with the year when it is not this one. */
  shortDay(date: CalendarDate): string;
  /** `Thu 19 Nov` */
  weekdayAndDay(date: CalendarDate): string;
  /** `16–22 November`, with the year when it is not this one. */
  days(first: CalendarDate, last: CalendarDate): string;
  /** The same in parts, so that the numbers can be told from the months. */
  dayParts(first: CalendarDate, last: CalendarDate): readonly Intl.DateTimeRangeFormatPart[];
  /** `Thu` */
  shortWeekday(date: CalendarDate): string;
  /** `4.5` */
  hours(minutes: number): string;
  /** `November 2026` */
  month(date: CalendarDate): string;
  /** `Mo`: two letters. */
  weekdayLetters(date: CalendarDate): string;
  /** Smallest units to `€54`; decimals only when there are any. */
  money(minor: number): string;
}

/** Midnight UTC of the date: formatted in UTC it can't slip to a neighbouring day. */
function utc(date: CalendarDate): number {
  return epochDay(date) * DAY_MS;
}

function ms(at: Instant | number): number {
  return typeof at === "number" ? at : Date.parse(at);
}

export function createFormats(
  locale: string,
  zone: Zone,
  currency: string,
  now: () => number = currentTime,
): Formats {
  const inUtc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const hour12 = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12;
  const clock: Intl.DateTimeFormatOptions = {
    hour: hour12 === true ? "numeric" : "2-digit",
    minute: "2-digit",
  };
  const time = new Intl.DateTimeFormat(locale, { ...clock, timeZone: zone });
  const wall = inUtc(clock);
  const weekday = inUtc({ weekday: "long" });
  const day = inUtc({ day: "numeric", month: "long" });
  const dayWithYear = inUtc({ day: "numeric", month: "long", year: "numeric" });
  const short = inUtc({ day: "numeric", month: "short" });
  const shortWithYear = inUtc({ day: "numeric", month: "short", year: "numeric" });
  const shortWeekday = inUtc({ weekday: "short" });
  const month = inUtc({ month: "long", year: "numeric" });
  const hours = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const money = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  const unit = 10 ** (money.resolvedOptions().maximumFractionDigits ?? 2);
  const today = (): CalendarDate => dateAt(now(), zone);
  const thisYear = (date: CalendarDate): boolean => date.slice(0, 4) === today().slice(0, 4);
  const rangeOf = (first: CalendarDate, last: CalendarDate) =>
    thisYear(first) && thisYear(last) ? day : dayWithYear;
  const shortDay = (date: CalendarDate): string =>
    (thisYear(date) ? short : shortWithYear).format(utc(date));
  return {
    zone,
    today,
    dateOf: (at) => dateAt(ms(at), zone),
    time: (at) => time.format(ms(at)),
    timeRange: (start, end) => `${time.format(ms(start))}–${time.format(ms(end))}`,
    wall: (minutes) => wall.format(minutes * 60_000),
    weekday: (date) => weekday.format(utc(date)),
    dayAndMonth: (date) => (thisYear(date) ? day : dayWithYear).format(utc(date)),
    shortDay,
    weekdayAndDay: (date) => `${shortWeekday.format(utc(date))} ${shortDay(date)}`,
    days: (first, last) => rangeOf(first, last).formatRange(utc(first), utc(last)),
    dayParts: (first, last) => rangeOf(first, last).formatRangeToParts(utc(first), utc(last)),
    shortWeekday: (date) => shortWeekday.format(utc(date)),
    hours: (minutes) => hours.format(minutes / 60),
    month: (date) => month.format(utc(date)),
    weekdayLetters: (date) => shortWeekday.format(utc(date)).slice(0, 2),
    money: (minor) => money.format(minor / unit),
  };
}

let shared: { readonly of: string; readonly formats: Formats } | null = null;

/** One for the whole window: to make them costs more than to draw a booking, and who is drawn with the same ones need not be drawn again. */
export function formatsOf(locale: string, zone: Zone, currency: string): Formats {
  const of = `${locale} ${zone} ${currency}`;
  if (shared?.of !== of) shared = { of, formats: createFormats(locale, zone, currency) };
  return shared.formats;
}

/** The formats of the business; before it is known, plain ones in UTC. */
export function useFormats(): Formats {
  const locale = useLocale();
  const zone = useCatalogue((s) => s.business?.zone ?? "UTC");
  const currency = useCatalogue((s) => s.business?.currency ?? "EUR");
  return formatsOf(locale, zone, currency);
}
