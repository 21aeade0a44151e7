import type { RRule as Rule } from "rrule";
import type { Switches } from "../switches.ts";
import type { WireEvent } from "../types.ts";
import { basicUtc, dateOfWall, instantOfWall, wallOfDate, wallOfInstant } from "../zone.ts";
import type { EventTime } from "../types.ts";
import type { ListedDate, RecurrenceLine } from "./rules.ts";
import { generatorOf, neverMatches, readRecurrence } from "./rules.ts";
import { instantOf } from "./times.ts";

/** A recurring event prepared for expansion. Times inside are wall milliseconds in `zone`. */
interface Series {
  readonly allDay: boolean;
  readonly zone: string;
  readonly startWall: number;
  /** The first instance is the start itself, also as the second of two times in a repeated hour. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly rules: readonly Rule[];
  readonly exRules: readonly Rule[];
  readonly extra: readonly number[];
  readonly excluded: ReadonlySet<number>;
  readonly switches: Switches;
}

/** One occurrence as the rule gives it. `key` is unique in the series: `20261119` or `20261119T113000Z`. */
export interface Occurrence {
  readonly key: string;
  readonly start: EventTime;
  readonly end: EventTime;
  readonly startMs: number;
  readonly endMs: number;
}

const DAY = 86_400_000;
const prepared = new WeakMap<WireEvent, Series>();

function seriesOf(master: WireEvent, switches: Switches): Series {
  const known = prepared.get(master);
  if (known !== undefined && known.switches === switches) return known;
  const series = prepare(master, switches);
  prepared.set(master, series);
  return series;
}

function prepare(master: WireEvent, switches: Switches): Series {
  const allDay = typeof master.start?.date === "string";
  const zone = allDay ? "UTC" : (master.start?.timeZone ?? "UTC");
  const startMs = instantOf(master.start ?? {}, "UTC");
  const startWall = wallOfInstant(startMs, zone);
  const lines = readRecurrence(master.recurrence ?? [], { allDay, switches });
  const rulesNamed = (name: string): Rule[] =>
    lines
      .filter((line) => line.name === name && !neverMatches(line))
      .map((line) => generatorOf(line, startWall, zone));
  const exdates = datesOf(lines, "EXDATE").filter(
    (date) => switches.exdateMatching === "instant" || matchesSeries(date, allDay, zone),
  );
  return {
    allDay,
    zone,
    startWall,
    startMs,
    durationMs: instantOf(master.end ?? {}, "UTC") - startMs,
    rules: rulesNamed("RRULE"),
    exRules: rulesNamed("EXRULE"),
    extra: datesOf(lines, "RDATE").map((date) => wallIn(date, zone)),
    excluded: new Set(exdates.map((date) => wallIn(date, zone))),
    switches,
  };
}

function datesOf(lines: readonly RecurrenceLine[], name: string): readonly ListedDate[] {
  return lines.filter((line) => line.name === name).flatMap((line) => line.dates);
}

/** Google ignores an EXDATE that differs from the series in kind or zone. */
function matchesSeries(date: ListedDate, allDay: boolean, zone: string): boolean {
  switch (date.kind) {
    case "date":
      return allDay;
    case "floating":
      return !allDay;
    case "utc":
      return !allDay && (zone === "UTC" || zone === "Etc/UTC");
    case "zoned":
      return !allDay && date.zone === zone;
  }
}

function wallIn(date: ListedDate, zone: string): number {
  if (date.kind === "utc") return wallOfInstant(date.wallMs, zone);
  if (date.kind === "zoned" && date.zone !== undefined && date.zone !== zone) {
    return wallOfInstant(instantOfWall(date.wallMs, date.zone), zone);
  }
  return date.wallMs;
}

/**
 * Occurrences of a master that meet the window (epoch ms, both bounds exclusive), in order,
 * without regard to stored exceptions. All-day occurrences begin at midnight in `calendarZone`.
 */
export function occurrencesBetween(
  master: WireEvent,
  fromMs: number,
  toMs: number,
  context: { readonly switches: Switches; readonly calendarZone: string },
): readonly Occurrence[] {
  const series = seriesOf(master, context.switches);
  const zone = series.allDay ? context.calendarZone : series.zone;
  const fromWall = Math.max(fromMs, series.startWall - 2 * DAY) - series.durationMs - 2 * DAY;
  const walls = wallsBetween(series, fromWall, toMs + 2 * DAY);
  return walls
    .map((wall) => occurrenceAt(series, wall, zone))
    .filter((one) => one.endMs > fromMs && one.startMs < toMs);
}

function wallsBetween(series: Series, fromWall: number, toWall: number): readonly number[] {
  const generated = (rules: readonly Rule[]): number[] =>
    rules.flatMap((rule) =>
      rule.between(new Date(fromWall), new Date(toWall), true).map((date) => date.getTime()),
    );
  const excluded = new Set(generated(series.exRules));
  const anchor = startOccurs(series) ? [series.startWall] : [];
  const walls = new Set([...generated(series.rules), ...series.extra, ...anchor]);
  return [...walls]
    .filter((wall) => wall >= fromWall && wall <= toWall)
    .filter((wall) => !excluded.has(wall) && !series.excluded.has(wall))
    .toSorted((a, b) => a - b);
}

function startOccurs(series: Series): boolean {
  if (!series.switches.startAlwaysOccurs) return false;
  return !series.rules.some((rule) => {
    const { until } = rule.options;
    return until !== null && until.getTime() < series.startWall;
  });
}

function occurrenceAt(series: Series, wall: number, zone: string): Occurrence {
  const isFirst = !series.allDay && wall === series.startWall;
  const startMs = isFirst ? series.startMs : instantOfWall(wall, zone);
  if (series.allDay) {
    const endWall = wall + series.durationMs;
    const date = dateOfWall(wall);
    return {
      key: date.replaceAll("-", ""),
      start: { date },
      end: { date: dateOfWall(endWall) },
      startMs,
      endMs: instantOfWall(endWall, zone),
    };
  }
  const endMs = startMs + series.durationMs;
  return {
    key: basicUtc(startMs),
    start: { dateTime: isoSeconds(startMs), timeZone: series.zone },
    end: { dateTime: isoSeconds(endMs), timeZone: series.zone },
    startMs,
    endMs,
  };
}

function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** The key an original start has in its series. */
export function occurrenceKey(original: EventTime): string {
  if (typeof original.date === "string") return original.date.replaceAll("-", "");
  return basicUtc(Date.parse(original.dateTime ?? ""));
}

/** The occurrence with that key, if the rule has it. */
export function occurrenceByKey(
  master: WireEvent,
  key: string,
  context: { readonly switches: Switches; readonly calendarZone: string },
): Occurrence | undefined {
  const around = instantOfKey(key);
  if (around === undefined) return undefined;
  return occurrencesBetween(master, around - 2 * DAY, around + 2 * DAY, context).find(
    (one) => one.key === key,
  );
}

function instantOfKey(key: string): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?$/.exec(key);
  if (match === null) return undefined;
  const [, year, month, day, hour = "00", minute = "00", second = "00"] = match;
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(ms) || wallOfDate(`${year}-${month}-${day}`) === undefined ? undefined : ms;
}

/** End (epoch ms) of the last occurrence; Infinity for a rule without end. */
export function seriesEnd(master: WireEvent, switches: Switches): number {
  const series = seriesOf(master, switches);
  const lasts = series.rules.map((rule) => lastWall(rule));
  const last = Math.max(series.startWall, ...series.extra, ...lasts);
  return last === Infinity ? Infinity : instantOfWall(last, series.zone) + series.durationMs;
}

const lastWalls = new WeakMap<Rule, number>();

function lastWall(rule: Rule): number {
  const known = lastWalls.get(rule);
  if (known !== undefined) return known;
  const { until, count, dtstart } = rule.options;
  const endless = until === null && count === null;
  const found = endless
    ? Infinity
    : ((until === null ? rule.all().at(-1) : rule.before(until, true)) ?? dtstart).getTime();
  lastWalls.set(rule, found);
  return found;
}
