import type { CalendarDate, Zone } from "../../domain/primitives.ts";
import { meaningOf, toInstant, zoneOffsetMs } from "../zones.ts";
import type { WallMs } from "./series.ts";
import { DAY_MS } from "./series.ts";

/** A date or time as a recurrence line writes it, with the digits as they stand there. */
export interface ListedMoment {
  readonly is: "date" | "local" | "utc";
  readonly wall: WallMs;
}

const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/;

/** Reads `20261119`, `20261119T113000` or `20261119T113000Z`; null for anything else and for days that never were. */
export function readMoment(text: string): ListedMoment | null {
  const match = BASIC.exec(text.trim().toUpperCase());
  if (match === null) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", utc] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const wall = Date.parse(iso);
  if (Number.isNaN(wall) || toInstant(wall) !== iso) return null;
  if (match[4] === undefined) return { is: "date", wall };
  return { is: utc === undefined ? "local" : "utc", wall };
}

/** `20261119T113000Z` */
export function basicInstant(ms: number): string {
  return `${basicDigits(ms)}Z`;
}

/** `20261119` */
export function basicDate(wall: WallMs): string {
  return basicDigits(wall).slice(0, 8);
}

function basicDigits(ms: number): string {
  return toInstant(ms).slice(0, 19).replaceAll(/[-:]/g, "");
}

export function wallOfDate(date: CalendarDate): WallMs {
  return Date.parse(`${date}T00:00:00.000Z`);
}

export function dateOfWall(wall: WallMs): CalendarDate {
  return toInstant(wall).slice(0, 10);
}

/** Midnight of the day that a wall time is on. */
export function midnightOf(wall: WallMs): WallMs {
  return Math.floor(wall / DAY_MS) * DAY_MS;
}

/** Rounded, because offsets of long ago have seconds, which arrive as fractions of minutes. */
export function wallAt(ms: number, zone: Zone): WallMs {
  return Math.round(ms + zoneOffsetMs(zone, ms));
}

/**
 * What a time that a rule gives means in a zone, in epoch milliseconds: the first of two in a repeated hour; in a
 * skipped one the time with the offset before the gap (RFC 5545, 3.3.5 and 3.3.10), which is how calendars show it.
 */
export interface RuleTime {
  readonly start: number;
  /** The instant that names it. */
  readonly original: number;
}

export function ruleTimeOf(wall: WallMs, zone: Zone): RuleTime {
  const offset = zoneOffsetMs(zone, wall - DAY_MS);
  if (offset !== zoneOffsetMs(zone, wall + DAY_MS)) return ruleTimeNearChange(wall, zone);
  const at = Math.round(wall - offset);
  return { start: at, original: at };
}

/** Within a day of a change of the clocks, which is one day in a hundred and five times the work. */
function ruleTimeNearChange(wall: WallMs, zone: Zone): RuleTime {
  const midnight = midnightOf(wall);
  const meaning = meaningOf(dateOfWall(midnight), (wall - midnight) / 60_000, zone);
  switch (meaning.is) {
    case "once":
      return { start: meaning.at, original: meaning.at };
    case "twice":
      return { start: meaning.first, original: meaning.first };
    case "skipped": {
      const at = wall - zoneOffsetMs(zone, meaning.resumesAt - 1);
      return { start: at, original: at };
    }
  }
}

/** Epoch milliseconds of a moment; digits without a zone belong to `zone`. */
export function instantOfMoment(moment: ListedMoment, zone: Zone): number {
  return moment.is === "utc" ? moment.wall : ruleTimeOf(moment.wall, zone).original;
}
