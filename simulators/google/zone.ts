import { tzOffset } from "@date-fns/tz";

/**
 * Wall clock times are carried as "wall milliseconds": the epoch milliseconds the same
 * digits would have in UTC. They have no zone; `instantOfWall` gives them one.
 */
const MINUTE = 60_000;
const DAY = 86_400_000;

const knownZones = new Map<string, boolean>();

/** Whether `zone` is an IANA name this runtime knows; bare offsets are not zones. */
export function isZone(zone: string): boolean {
  const known = knownZones.get(zone);
  if (known !== undefined) return known;
  const valid = !/^[+-]/.test(zone) && isAcceptedByIntl(zone);
  knownZones.set(zone, valid);
  return valid;
}

function isAcceptedByIntl(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }).format(0) !== "";
  } catch {
    return false;
  }
}

function offsetMs(zone: string, instantMs: number): number {
  return tzOffset(zone, new Date(instantMs)) * MINUTE;
}

/** Wall milliseconds shown by a clock in `zone` at the instant `instantMs` (epoch ms). */
export function wallOfInstant(instantMs: number, zone: string): number {
  return instantMs + offsetMs(zone, instantMs);
}

/**
 * Epoch ms at which a clock in `zone` shows `wallMs`. A time that occurs twice is its first
 * occurrence; a skipped time is read with the offset before the gap (RFC 5545, 3.3.5).
 */
export function instantOfWall(wallMs: number, zone: string): number {
  const before = offsetMs(zone, wallMs - DAY);
  const after = offsetMs(zone, wallMs + DAY);
  const early = wallMs - before;
  if (before === after || offsetMs(zone, early) === before) return early;
  const late = wallMs - after;
  return offsetMs(zone, late) === after ? late : early;
}

/** `2026-11-19T12:30:00+01:00`, or with `Z` where the zone has no offset. */
export function formatInstant(instantMs: number, zone: string): string {
  const offset = offsetMs(zone, instantMs);
  const wall = new Date(instantMs + offset).toISOString().slice(0, 19);
  if (offset === 0) return `${wall}Z`;
  const minutes = Math.abs(offset) / MINUTE;
  const hh = String(Math.floor(minutes / 60)).padStart(2, "0");
  const mm = String(minutes % 60).padStart(2, "0");
  return `${wall}${offset < 0 ? "-" : "+"}${hh}:${mm}`;
}

/** `20261119T113000Z` */
export function basicUtc(instantMs: number): string {
  return new Date(instantMs).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
}

/** `2026-11-19` of wall milliseconds. */
export function dateOfWall(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}

/** Wall milliseconds of the midnight that begins `date` (`YYYY-MM-DD`), or undefined if there is no such day. */
export function wallOfDate(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const wall = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(wall) || dateOfWall(wall) !== date ? undefined : wall;
}

const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|z|[+-]\d{2}:\d{2})?$/;

/** A dateTime of the wire: its wall milliseconds (whole seconds) and, if it names one, its instant. */
export interface ParsedDateTime {
  readonly wallMs: number;
  readonly instantMs: number | undefined;
}

/** Reads an RFC 3339 date-time whose offset may be missing; undefined if it is not one. */
export function parseDateTime(text: string): ParsedDateTime | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, date, minutes, seconds = "00", offset] = match;
  if (date === undefined || minutes === undefined || wallOfDate(date) === undefined)
    return undefined;
  const wallMs = Date.parse(`${date}T${minutes}:${seconds}Z`);
  if (Number.isNaN(wallMs)) return undefined;
  const instantMs =
    offset === undefined
      ? undefined
      : Date.parse(`${date}T${minutes}:${seconds}${offset.toUpperCase()}`);
  return Number.isNaN(instantMs) ? undefined : { wallMs, instantMs };
}
