import { Zone } from "../../../../src-shared/domain/primitives.ts";
import { addDays, epochDay, instantOfWall, toInstant } from "../../../../src-shared/time/zones.ts";
import type { EventTime } from "../remote-calendar.ts";
import { isRecord } from "./json.ts";

/** What Google writes as start, end or originalStartTime, once it is understood. */
export type Moment =
  | { readonly is: "instant"; readonly ms: number; readonly zone: Zone }
  | { readonly is: "date"; readonly date: string };

export type Understood<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})?$/;

/** Events outside exist (imports, mistypings); no schedule shows them and date arithmetic gets strange there. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2299;

const knownZones = new Map<string, boolean>();

/** The zone if this computer knows it, else `fallback`: Windows names and inventions come with imported events. */
function zoneOf(value: unknown, fallback: Zone): Zone {
  if (typeof value !== "string" || value.length > 64) return fallback;
  let known = knownZones.get(value);
  if (known === undefined) {
    known = Zone.safeParse(value).success;
    // Bounded, since the names come from outside.
    if (knownZones.size < 2_000) knownZones.set(value, known);
  }
  return known ? value : fallback;
}

function bad<T>(reason: string): Understood<T> {
  return { ok: false, reason };
}

function isRealDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (parts === null) return false;
  const year = Number(parts[1]);
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

function offsetMs(text: string): number {
  if (text === "Z" || text === "z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return (text.startsWith("-") ? -minutes : minutes) * 60_000;
}

function parseDateTime(text: string, zone: Zone): Understood<Moment> {
  const parts = DATE_TIME.exec(text);
  const [, date, hour, minute, second = "0", offset] = parts ?? [];
  if (date === undefined || !isRealDate(date)) return bad("has a time that does not exist");
  const minutes = Number(hour) * 60 + Number(minute);
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60 || minutes > 1_440)
    return bad("has a time that does not exist");
  const seconds = Number(second) * 1_000;
  const ms =
    offset === undefined
      ? instantOfWall(date, minutes, zone) + seconds
      : epochDay(date) * 86_400_000 + minutes * 60_000 + seconds - offsetMs(offset);
  return { ok: true, value: { is: "instant", ms, zone } };
}

/** Reads one `start`, `end` or `originalStartTime`. */
export function parseMoment(value: unknown, fallback: Zone): Understood<Moment> {
  if (!isRecord(value)) return bad("has no start or end");
  const { date, dateTime, timeZone } = value;
  if (typeof dateTime === "string") return parseDateTime(dateTime, zoneOf(timeZone, fallback));
  if (typeof date !== "string") return bad("has a start or end that is neither a date nor a time");
  return isRealDate(date)
    ? { ok: true, value: { is: "date", date } }
    : bad("has a date that does not exist");
}

/** Puts start and end together. Both have to be of one kind and in order. */
export function parseEventTime(
  start: unknown,
  end: unknown,
  fallback: Zone,
): Understood<EventTime> {
  const from = parseMoment(start, fallback);
  if (!from.ok) return from;
  const to = parseMoment(end, fallback);
  if (!to.ok) return to;
  if (from.value.is === "date" && to.value.is === "date")
    return allDay(from.value.date, to.value.date);
  if (from.value.is === "instant" && to.value.is === "instant") {
    if (to.value.ms < from.value.ms) return bad("ends before it starts");
    const { ms, zone } = from.value;
    return {
      ok: true,
      value: { is: "timed", start: toInstant(ms), end: toInstant(to.value.ms), zone },
    };
  }
  return bad("has a date at one end and a time at the other");
}

function allDay(from: string, to: string): Understood<EventTime> {
  if (to < from) return bad("ends before it starts");
  // Imported one-day events may carry their own date as the end, which is exclusive.
  return { ok: true, value: { is: "allDay", from, to: to === from ? addDays(from, 1) : to } };
}
