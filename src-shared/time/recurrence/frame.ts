import type { Zone } from "../../domain/primitives.ts";
import { epochDay, toMs } from "../zones.ts";
import type { ListedMoment, RuleTime } from "./moments.ts";
import { midnightOf, ruleTimeOf, wallAt, wallOfDate } from "./moments.ts";
import type { Rule } from "./rule.ts";
import type { OccurrenceTime, WallMs } from "./series.ts";
import { DAY_MS } from "./series.ts";
import { knownZone } from "./zone-names.ts";

/** What every rule and date of a series is read against. */
export interface Frame {
  readonly allDay: boolean;
  /** Where its wall time is; for an all-day series where its days are. */
  readonly zone: Zone;
  /** False if the series named a zone that nobody knows, so that the fallback was taken. */
  readonly zoneKnown: boolean;
  readonly start: WallMs;
  readonly startTime: RuleTime;
  /**
   * Real time, the same for every occurrence also over a change of the clocks (RFC 5545, 3.8.5.3: "the same exact
   * duration"); for an all-day series whole days. Never below zero.
   */
  readonly durationMs: number;
}

/** @param fallback for all-day series, and for a zone that nobody knows */
export function frameOf(start: OccurrenceTime, fallback: Zone): Frame {
  if (start.is === "allDay") {
    const wall = wallOfDate(start.from);
    const days = Math.max(0, epochDay(start.to) - epochDay(start.from));
    return {
      allDay: true,
      zone: fallback,
      zoneKnown: true,
      start: wall,
      startTime: ruleTimeOf(wall, fallback),
      durationMs: days * DAY_MS,
    };
  }
  const known = knownZone(start.zone);
  const zone = known ?? fallback;
  const ms = toMs(start.start);
  return {
    allDay: false,
    zone,
    zoneKnown: known !== null,
    start: wallAt(ms, zone),
    startTime: { start: ms, original: ms },
    durationMs: Math.max(0, toMs(start.end) - ms),
  };
}

/** The start of the series keeps its own instant, which may be the second of two in a repeated hour. */
export function timeInFrame(wall: WallMs, frame: Frame): RuleTime {
  return wall === frame.start ? frame.startTime : ruleTimeOf(wall, frame.zone);
}

/**
 * Whether a time is later than the rule's UNTIL, which is inclusive. It should be UTC for a timed series and a date for
 * an all-day one (RFC 5545, 3.3.10); a date on a timed series means its whole day, a time on an all-day one its date.
 */
export function untilTest(rule: Rule, frame: Frame): (wall: WallMs) => boolean {
  const { until } = rule;
  if (until === null) return () => false;
  if (frame.allDay || until.is === "date") {
    const nextDay = midnightOf(until.wall) + DAY_MS;
    return (wall) => wall >= nextDay;
  }
  return until.is === "local" ? (wall) => wall > until.wall : (wall) => isAfter(wall, until, frame);
}

function isAfter(wall: WallMs, until: ListedMoment, frame: Frame): boolean {
  // No zone is a day away from UTC, so only the last days need its clock.
  if (Math.abs(wall - until.wall) > DAY_MS) return wall > until.wall;
  return timeInFrame(wall, frame).original > until.wall;
}
