import { tzOffset } from "@date-fns/tz";
import type { CalendarDate, Instant, WallTime, Zone } from "../domain/primitives.ts";

const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1_440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

/** A reading of a wall clock: the day and the minutes since its midnight (0–1440). */
export interface WallClock {
  readonly date: CalendarDate;
  readonly minutes: number;
}

/**
 * What a wall-clock reading means in a zone: usually one instant, none in the hour that DST skips,
 * two in the hour that it repeats. All in epoch milliseconds.
 */
export type WallMeaning =
  | { readonly is: "once"; readonly at: number }
  | { readonly is: "skipped"; readonly resumesAt: number }
  | { readonly is: "twice"; readonly first: number; readonly second: number };

export function toInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}

export function toMs(instant: Instant): number {
  return Date.parse(instant);
}

/** Offset of the zone from UTC at an instant, in milliseconds; positive east of Greenwich. */
export function zoneOffsetMs(zone: Zone, ms: number): number {
  return tzOffset(zone, new Date(ms)) * MINUTE_MS;
}

/** What the clock on the wall shows at an instant. */
export function wallClockAt(ms: number, zone: Zone): WallClock {
  const shifted = ms + zoneOffsetMs(zone, ms);
  const day = Math.floor(shifted / DAY_MS);
  return { date: dateOfDay(day), minutes: (shifted - day * DAY_MS) / MINUTE_MS };
}

export function dateAt(ms: number, zone: Zone): CalendarDate {
  return wallClockAt(ms, zone).date;
}

function dateOfDay(epochDay: number): CalendarDate {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
}

/** Days since 1970-01-01. */
export function epochDay(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDay(epochDay(date) + days);
}

/** ISO weekday of a date: 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: CalendarDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const day = (((epochDay(date) + 3) % 7) + 7) % 7;
  return (day + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

export function minutesOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export function wallTimeOf(minutes: number): WallTime {
  const pad = (n: number): string => String(n).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/**
 * The meaning of a wall-clock reading in a zone.
 * @param minutes since midnight of `date`; 1440 is the midnight that ends the day
 */
export function meaningOf(date: CalendarDate, minutes: number, zone: Zone): WallMeaning {
  const asUtc = epochDay(date) * DAY_MS + minutes * MINUTE_MS;
  // A transition lies within a day of the reading in every zone, so the offsets a day before and after cover both sides.
  const before = zoneOffsetMs(zone, asUtc - DAY_MS);
  const after = zoneOffsetMs(zone, asUtc + DAY_MS);
  const hits = [...new Set([asUtc - before, asUtc - after])]
    .filter((ms) => ms + zoneOffsetMs(zone, ms) === asUtc)
    .sort((a, b) => a - b);
  const [first, second] = hits;
  if (first === undefined)
    return { is: "skipped", resumesAt: transitionNear(asUtc - before, zone) };
  return second === undefined ? { is: "once", at: first } : { is: "twice", first, second };
}

/** The instant at which the zone's offset changes, searched within a day of `ms`. */
function transitionNear(ms: number, zone: Zone): number {
  let low = ms - DAY_MS;
  let high = ms + DAY_MS;
  const offset = zoneOffsetMs(zone, low);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffsetMs(zone, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The instant of a wall-clock reading where one must be had: the first of two in a repeated hour, the moment
 * the clock goes on in a skipped one.
 */
export function instantOfWall(date: CalendarDate, minutes: number, zone: Zone): number {
  const meaning = meaningOf(date, minutes, zone);
  switch (meaning.is) {
    case "once":
      return meaning.at;
    case "twice":
      return meaning.first;
    case "skipped":
      return meaning.resumesAt;
  }
}

/** Start (inclusive) and end (exclusive) of whole local days, in epoch milliseconds. */
export function spanOfDays(
  from: CalendarDate,
  to: CalendarDate,
  zone: Zone,
): { readonly start: number; readonly end: number } {
  return { start: instantOfWall(from, 0, zone), end: instantOfWall(to, 0, zone) };
}
