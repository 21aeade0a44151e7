import type { Instant, Zone } from "../../domain/primitives.ts";
import { toInstant, toMs } from "../zones.ts";
import type { Frame } from "./frame.ts";
import { frameOf, timeInFrame, untilTest } from "./frame.ts";
import { wallsOfRule } from "./generate.ts";
import type { ListedMoment } from "./moments.ts";
import { basicDate, basicInstant, midnightOf, ruleTimeOf, wallAt } from "./moments.ts";
import type { WallMove } from "./move-rule.ts";
import { daysMoved, monthMoved, movesStiffly, withDaysMoved, withPart } from "./move-rule.ts";
import type { Rule } from "./rule.ts";
import { readRule } from "./rule.ts";
import type { WallMs } from "./series.ts";
import { DAY_MS } from "./series.ts";

/** A series with one rule, as the desk makes them. */
export interface RuledSeries {
  /** Its first occurrence. */
  readonly start: Instant;
  readonly zone: Zone;
  /** Value of an RRULE, without its prefix. */
  readonly rule: string;
}

/** As many occurrences as are compared or counted; a series of the desk's own that ends has hardly more. */
const MOST = 4_000;
const COMPARED = 60;
const FAR: WallMs = Date.UTC(2300, 0);

/**
 * The first time that a rule gives from `start` on, which need not be `start` itself; null if it gives none within
 * its first 4,000 periods, or ends before.
 */
export function firstOfRule({ start, zone, rule }: RuledSeries): Instant | null {
  const read = readRule(rule);
  if (read === null) return null;
  const frame = frameAt(toMs(start), zone);
  const [first] = wallsFrom(read, frame, { from: frame.start, most: 1 });
  return first === undefined ? null : toInstant(timeInFrame(first, frame).start);
}

/**
 * Moves a whole series so that the occurrence named `originalStart` begins at `target`: each moves by as much on the
 * wall's clock, and the rule follows to other days. A monthly rule follows in its own way: the second Tuesday becomes
 * the second Wednesday. Null if no rule of the same kind does that.
 */
export function moveSeries(
  series: RuledSeries,
  originalStart: Instant,
  target: Instant,
): RuledSeries | null {
  const { zone, rule } = series;
  const read = readRule(rule);
  if (read === null) return null;
  const frame = frameAt(toMs(series.start), zone);
  const move = { from: wallAt(toMs(originalStart), zone), to: wallAt(toMs(target), zone) };
  const endless = withDaysMoved(withoutUntil(rule), { ...read, until: null }, move);
  const start = movedStart(read, endless, frame, move);
  if (start === null) return null;
  const moved = {
    zone,
    start,
    rule: withUntilMoved({ rule, read, frame }, { endless, start, move }),
  };
  return keepsItsWord(series, moved, move) ? moved : null;
}

function frameAt(start: number, zone: Zone): Frame {
  const at = toInstant(start);
  return frameOf({ is: "timed", start: at, end: at, zone }, zone);
}

function wallsFrom(
  rule: Rule,
  frame: Frame,
  { from, most }: { readonly from: WallMs; readonly most: number },
): readonly WallMs[] {
  const ends = untilTest(rule, frame);
  let found = 0;
  // The walk ends by what it finds: a rule has no last period that could be told.
  const isOver = (wall: WallMs): boolean => ends(wall) || (wall >= from && found++ >= most);
  const window = { start: frame.start, allDay: false, from, to: FAR, isOver };
  return wallsOfRule(rule, window, MOST).walls;
}

function withoutUntil(rule: string): string {
  return rule
    .split(";")
    .filter((part) => !part.toUpperCase().startsWith("UNTIL="))
    .join(";");
}

/** The first start of the moved series. */
function movedStart(read: Rule, rule: string, frame: Frame, move: WallMove): Instant | null {
  const { zone } = frame;
  const isMonthly = read.frequency === "MONTHLY" && read.byDay.length + read.byMonthDay.length > 0;
  if (daysMoved(move) === 0 || !isMonthly)
    return toInstant(ruleTimeOf(frame.start + move.to - move.from, zone).start);
  const timeOfDay = move.to - midnightOf(move.to);
  const from = ruleTimeOf(monthMoved(frame.start, move) + timeOfDay, zone).start;
  return firstOfRule({ zone, start: toInstant(from), rule });
}

interface Before {
  readonly rule: string;
  readonly read: Rule;
  readonly frame: Frame;
}

interface After {
  /** The moved rule without its UNTIL. */
  readonly endless: string;
  readonly start: Instant;
  readonly move: WallMove;
}

/** The moved rule with an UNTIL that leaves it as many occurrences as it had. */
function withUntilMoved({ rule, read, frame }: Before, { endless, start, move }: After): string {
  if (read.until === null) return endless;
  if (movesStiffly(read, move)) {
    const text = movedMoment(read.until, move, frame.zone);
    return withPart(withDaysMoved(rule, read, move), "UNTIL", text);
  }
  const count = wallsFrom(read, frame, { from: frame.start, most: MOST }).length;
  const moved = readRule(endless);
  const later = frameAt(toMs(start), frame.zone);
  const walls = moved && wallsFrom(moved, later, { from: later.start, most: Math.max(1, count) });
  const last = walls?.at(-1) ?? later.start;
  return `${endless};UNTIL=${basicInstant(timeInFrame(last, later).original)}`;
}

function movedMoment({ is, wall }: ListedMoment, move: WallMove, zone: Zone): string {
  const by = move.to - move.from;
  switch (is) {
    case "date":
      return basicDate(wall + daysMoved(move) * DAY_MS);
    case "local":
      return basicInstant(wall + by).slice(0, -1);
    case "utc":
      return basicInstant(ruleTimeOf(wallAt(wall, zone) + by, zone).original);
  }
}

/** Begins with its rule, has the occurrence that was moved, and keeps the distances that it should keep. */
function keepsItsWord(before: RuledSeries, after: RuledSeries, move: WallMove): boolean {
  const [old, read] = [readRule(before.rule), readRule(after.rule)];
  if (old === null || read === null || firstOfRule(after) !== after.start) return false;
  const [was, is] = [
    frameAt(toMs(before.start), before.zone),
    frameAt(toMs(after.start), after.zone),
  ];
  const [seen] = wallsFrom(read, is, { from: move.to, most: 1 });
  if (seen !== move.to) return false;
  if (!movesStiffly(old, move)) return true;
  const walls = wallsFrom(old, was, { from: was.start, most: COMPARED });
  const moved = wallsFrom(read, is, { from: is.start, most: COMPARED });
  const by = move.to - move.from;
  return walls.length === moved.length && walls.every((wall, i) => wall + by === moved[i]);
}
