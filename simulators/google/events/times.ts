import { badRequest, invalid, required, timeRangeEmpty } from "../errors.ts";
import type { Switches } from "../switches.ts";
import type { EventTime, WireEvent } from "../types.ts";
import { formatInstant, instantOfWall, isZone, parseDateTime, wallOfDate } from "../zone.ts";

type Which = "start" | "end";

export interface TimeRules {
  readonly calendarZone: string;
  readonly switches: Switches;
  readonly recurring: boolean;
  /** A person in Google's window is not bound by what the API refuses. */
  readonly lenient: boolean;
}

export interface Span {
  readonly start: EventTime;
  readonly end: EventTime;
}

const KINDS_DIFFER = "Start and end times must either both be date or both be dateTime.";

/** Checks start and end as Google does and stores them as UTC instants with their zone, or as dates. */
export function readSpan(event: WireEvent, rules: TimeRules): Span {
  const { start, end } = event;
  if (end === undefined) throw required("Missing end time.");
  if (start === undefined || kindOf(start) !== kindOf(end) || kindOf(end) === "neither") {
    throw invalid(KINDS_DIFFER);
  }
  const span = {
    start: readTime(start, "start", rules),
    end: readTime(end, "end", rules),
  };
  const length = instantOf(span.end, "UTC") - instantOf(span.start, "UTC");
  const emptyRefused = rules.switches.zeroLength === "reject" && !rules.lenient;
  if (length < 0 || (length === 0 && emptyRefused)) throw timeRangeEmpty();
  return span;
}

function kindOf(time: EventTime): "date" | "dateTime" | "neither" {
  const hasDate = typeof time.date === "string";
  const hasDateTime = typeof time.dateTime === "string";
  if (hasDate === hasDateTime) return "neither";
  return hasDate ? "date" : "dateTime";
}

function readTime(time: EventTime, which: Which, rules: TimeRules): EventTime {
  if (typeof time.date === "string") {
    if (wallOfDate(time.date) === undefined) throw invalid(`Invalid ${which} time.`);
    return { date: time.date };
  }
  const parsed = parseDateTime(time.dateTime ?? "");
  if (parsed === undefined) throw invalid(`Invalid ${which} time.`);
  const zone = readZone(time, which);
  const needsZone = zone === undefined && (parsed.instantMs === undefined || rules.recurring);
  if (needsZone && !rules.lenient && !readsInCalendarZone(rules)) {
    throw required(`Missing time zone definition for ${which} time.`);
  }
  const timeZone = zone ?? rules.calendarZone;
  return {
    dateTime: formatInstant(parsed.instantMs ?? instantOfWall(parsed.wallMs, timeZone), "UTC"),
    timeZone,
  };
}

function readsInCalendarZone(rules: TimeRules): boolean {
  return !rules.recurring && rules.switches.localTimeWithoutZone === "calendarZone";
}

function readZone(time: EventTime, which: Which): string | undefined {
  if (typeof time.timeZone !== "string") return undefined;
  if (!isZone(time.timeZone)) {
    throw badRequest("invalid", `Invalid time zone definition for ${which} time.`);
  }
  return time.timeZone;
}

/** Epoch ms of a stored time; a date is the midnight that begins it in `zone`. */
export function instantOf(time: EventTime, zone: string): number {
  if (typeof time.date === "string") return instantOfWall(wallOfDate(time.date) ?? 0, zone);
  return Date.parse(time.dateTime ?? "");
}

export function isAllDay(event: WireEvent): boolean {
  return typeof event.start?.date === "string";
}

/** Start and end of a stored event as epoch ms; undefined for rows that lost their times. */
export function boundsOf(
  event: WireEvent,
  calendarZone: string,
): { readonly startMs: number; readonly endMs: number } | undefined {
  if (event.start === undefined || event.end === undefined) return undefined;
  return {
    startMs: instantOf(event.start, calendarZone),
    endMs: instantOf(event.end, calendarZone),
  };
}
