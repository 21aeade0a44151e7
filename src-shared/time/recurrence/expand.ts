import type { Instant, Zone } from "../../domain/primitives.ts";
import { spanOfDays, toInstant, toMs } from "../zones.ts";
import type { Frame } from "./frame.ts";
import { frameOf, timeInFrame, untilTest } from "./frame.ts";
import type { RuleWindow, WallList } from "./generate.ts";
import { wallsOfRule } from "./generate.ts";
import type { ListedDate, ReadLines } from "./lines.ts";
import { readLines, shortened } from "./lines.ts";
import type { ListedMoment } from "./moments.ts";
import { basicDate, dateOfWall, instantOfMoment, wallAt } from "./moments.ts";
import type { Rule } from "./rule.ts";
import type { Expansion, Occurrence, Series, WallMs } from "./series.ts";
import { DAY_MS, FIRST_WALL, LAST_WALL } from "./series.ts";
import { knownZone } from "./zone-names.ts";

const DEFAULT_LIMIT = 2_000;

/** Periods that the rules of one series may walk through together: 27 years of a daily rule that has a COUNT. */
const MOST_STEPS = 10_000;

/** Between wall time and UTC lies less than a day, and a gap or two of DST. */
const MARGIN_MS = 2 * DAY_MS;

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Candidate {
  readonly occurrence: Occurrence;
  readonly wall: WallMs;
  readonly original: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The occurrences of a series that touch a stretch of time, without regard to exceptions that a calendar stores beside
 * it. Pure, and never throws: a line that is not understood is named in `problems`, and the rest still counts.
 *
 * The first start always occurs, whether or not the rule gives it (which Google does is not documented): better a
 * slot too many is blocked than one too few. It doesn't, like everything else, after the UNTIL of every rule.
 *
 * @param from inclusive
 * @param to exclusive
 * @param limit at most so many occurrences are listed, the earliest
 * @param businessZone where all-day series have their days, and the zone for names that nobody knows
 */
export function occurrencesBetween(
  series: Series,
  from: Instant,
  to: Instant,
  limit: number = DEFAULT_LIMIT,
  businessZone: Zone = "UTC",
): Expansion {
  const frame = frameOf(series.start, businessZone);
  const lines = readLines(series.lines);
  const span = { from: toMs(from), to: toMs(to) };
  const problems = new Set([...problemsOfStart(series, frame), ...lines.problems]);
  const dates = datesNear(lines.dates, frame, span, problems);
  const excluded = exclusionsNear(lines.exDates, frame, span, problems);
  const budget = Math.floor(MOST_STEPS / Math.max(1, lines.rules.length + lines.exRules.length));
  const generated = lines.rules.map((rule) => generate(rule, frame, span, budget));
  const subtracted = lines.exRules.map((rule) => generate(rule, frame, span, budget));

  const walls = new Set([...generated.flatMap((list) => list.walls), ...dates]);
  if (startOccurs(lines, frame)) walls.add(frame.start);
  for (const wall of subtracted.flatMap((list) => list.walls)) walls.delete(wall);
  const candidates = [...walls].map((wall) => candidateAt(wall, frame));
  const occurrences = inOrder(candidates)
    .filter((one) => touches(one, span) && !excluded(one))
    .map((one) => one.occurrence);
  const cut = [...generated, ...subtracted].some((list) => list.cut);
  return {
    occurrences: occurrences.slice(0, Math.max(0, limit)),
    cut: cut || occurrences.length > limit,
    problems: [...problems],
  };
}

function problemsOfStart(series: Series, frame: Frame): readonly string[] {
  return frame.zoneKnown || series.start.is === "allDay" ? [] : [shortened(series.start.zone)];
}

/** The times on the wall that can have anything to do with a span. */
function wallsNear(span: Span, frame: Frame): Span {
  return {
    from: Math.max(FIRST_WALL, span.from - frame.durationMs - MARGIN_MS),
    to: Math.min(LAST_WALL, span.to + MARGIN_MS),
  };
}

function generate(rule: Rule, frame: Frame, span: Span, budget: number): WallList {
  const { start, allDay } = frame;
  const window: RuleWindow = {
    start,
    allDay,
    ...wallsNear(span, frame),
    isOver: untilTest(rule, frame),
  };
  return wallsOfRule(rule, window, budget);
}

/** A series that was cut off before its start by UNTIL has no occurrence at all. */
function startOccurs({ rules }: ReadLines, frame: Frame): boolean {
  return rules.length === 0 || !rules.every((rule) => untilTest(rule, frame)(frame.start));
}

/** A date in a timed series, or a time in an all-day one. */
function isMisfit(moment: ListedMoment, frame: Frame): boolean {
  return (moment.is === "date") !== frame.allDay;
}

/** Listed dates that are of the kind of the series and near the span, with the zone each belongs to. */
function* listedNear(
  dates: readonly ListedDate[],
  frame: Frame,
  span: Span,
  problems: Set<string>,
): Generator<{ readonly moment: ListedMoment; readonly zone: Zone }> {
  const near = wallsNear(span, frame);
  const zones = new Map<string | null, Zone>([[null, frame.zone]]);
  const zoneNamed = (name: string | null): Zone => {
    const zone = zones.get(name) ?? knownZone(name ?? "");
    if (zone === null) problems.add(shortened(name ?? ""));
    zones.set(name, zone ?? frame.zone);
    return zone ?? frame.zone;
  };
  for (const { moment, zoneName } of dates) {
    if (isMisfit(moment, frame)) continue;
    if (moment.wall < near.from - MARGIN_MS || moment.wall > near.to + MARGIN_MS) continue;
    yield { moment, zone: frame.allDay ? frame.zone : zoneNamed(zoneName) };
  }
}

function datesNear(
  dates: readonly ListedDate[],
  frame: Frame,
  span: Span,
  problems: Set<string>,
): readonly WallMs[] {
  const misfit = dates.find(({ moment }) => isMisfit(moment, frame))?.moment;
  if (misfit !== undefined) problems.add(`RDATE:${basicDate(misfit.wall)}`);
  const walls: WallMs[] = [];
  for (const { moment, zone } of listedNear(dates, frame, span, problems)) {
    const stands = moment.is === "date" || (moment.is === "local" && zone === frame.zone);
    walls.push(stands ? moment.wall : wallAt(instantOfMoment(moment, zone), frame.zone));
  }
  return walls;
}

/**
 * Which occurrences are excepted. An EXDATE of the other kind, a date on a timed series or a time on an all-day one,
 * is without effect (as in Google); of the right kind, it counts by its instant, however it is written.
 */
function exclusionsNear(
  dates: readonly ListedDate[],
  frame: Frame,
  span: Span,
  problems: Set<string>,
): (candidate: Candidate) => boolean {
  const instants = new Set<number>();
  for (const { moment, zone } of listedNear(dates, frame, span, problems))
    instants.add(instantOfMoment(moment, zone));
  return (one) => instants.has(one.original) || instants.has(one.start);
}

function candidateAt(wall: WallMs, frame: Frame): Candidate {
  const { start, original } = timeInFrame(wall, frame);
  if (frame.allDay) return allDayCandidate(wall, original, frame);
  const end = start + frame.durationMs;
  const time = {
    is: "timed",
    start: toInstant(start),
    end: toInstant(end),
    zone: frame.zone,
  } as const;
  return { wall, original, start, end, occurrence: { originalStart: toInstant(original), time } };
}

function allDayCandidate(wall: WallMs, original: number, frame: Frame): Candidate {
  const from = dateOfWall(wall);
  const to = dateOfWall(Math.min(wall + frame.durationMs, LAST_WALL));
  const { start, end } = spanOfDays(from, to, frame.zone);
  const occurrence = { originalStart: from, time: { is: "allDay", from, to } } as const;
  return { wall, original, start, end, occurrence };
}

function touches({ start, end }: Candidate, span: Span): boolean {
  return start < span.to && (end > span.from || start === span.from);
}

function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const named = new Map(candidates.map((one) => [one.original, one]));
  return [...named.values()].toSorted((a, b) => a.start - b.start || a.original - b.original);
}
