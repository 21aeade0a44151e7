import type { CalendarDate, Instant, Zone } from "../../domain/primitives.ts";
import type { Frame } from "./frame.ts";
import { frameOf, timeInFrame, untilTest } from "./frame.ts";
import { wallsOfRule } from "./generate.ts";
import { basicDate, basicInstant } from "./moments.ts";
import type { Rule } from "./rule.ts";
import { partsOfRule, readRule } from "./rule.ts";
import type { Series } from "./series.ts";
import { DAY_MS } from "./series.ts";

/** A series whose COUNT is larger than this was not made here. */
const MOST_STEPS = 10_000;

/**
 * The rule that ends just before an occurrence: its COUNT or UNTIL gives way to an UNTIL in UTC one second before, or
 * for an all-day series to the day before. An UNTIL that is earlier stays. The rest of the rule stays as it is written.
 * @param rule value of an RRULE, without its prefix
 * @param originalStart of the first occurrence that is no longer part
 * @param zone in which an UNTIL without a zone is meant
 */
export function untilBefore(
  rule: string,
  originalStart: Instant | CalendarDate,
  zone: Zone,
): string {
  const read = readRule(rule);
  const frame = frameAt(originalStart, zone);
  if (read !== null && read.count === null && endsBefore(read, frame)) return rule;
  const end = frame.allDay
    ? basicDate(frame.start - DAY_MS)
    : basicInstant(frame.startTime.original - 1_000);
  return withEnd(rule, `UNTIL=${end}`);
}

/**
 * The rule of "this and following": the same rule as seen from an occurrence on, so a COUNT goes down by the
 * occurrences before it (those that EXDATE takes away count too: RFC 5545, 3.8.5.1), and an UNTIL stays.
 * @param rule value of an RRULE of `series`, without its prefix
 * @param originalStart of the first occurrence of the tail
 */
export function remainingRule(
  rule: string,
  series: Series,
  originalStart: Instant | CalendarDate,
): string {
  const read = readRule(rule);
  if (read?.count === null || read === null) return rule;
  const frame = frameOf(series.start, "UTC");
  const before = countBefore(read, frame, frameAt(originalStart, frame.zone));
  return withEnd(rule, `COUNT=${Math.max(1, read.count - before)}`);
}

function countBefore(rule: Rule, frame: Frame, tail: Frame): number {
  const { start, allDay } = frame;
  const to = tail.start + DAY_MS;
  const window = { start, allDay, from: start, to, isOver: untilTest(rule, frame) };
  const { walls } = wallsOfRule(rule, window, MOST_STEPS);
  const { original } = tail.startTime;
  return walls.filter((wall) => timeInFrame(wall, frame).original < original).length;
}

/** An occurrence seen as the start of a series. */
function frameAt(originalStart: Instant | CalendarDate, zone: Zone): Frame {
  return isDate(originalStart)
    ? frameOf({ is: "allDay", from: originalStart, to: originalStart }, zone)
    : frameOf({ is: "timed", start: originalStart, end: originalStart, zone }, zone);
}

function isDate(text: Instant | CalendarDate): boolean {
  return text.length === "YYYY-MM-DD".length;
}

function endsBefore(rule: Rule, frame: Frame): boolean {
  return untilTest(rule, frame)(frame.start);
}

function withEnd(rule: string, end: string): string {
  const parts = partsOfRule(rule) ?? new Map<string, string>();
  const kept = [...parts].filter(([name]) => name !== "COUNT" && name !== "UNTIL");
  return [...kept.map(([name, text]) => `${name}=${text}`), end].join(";");
}
