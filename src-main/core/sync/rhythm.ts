import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { occurrencesBetween } from "../../../src-shared/time/recurrence/expand.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { EventTime } from "../calendars/remote-calendar.ts";
import { SERIES_AHEAD_MS } from "./apply-foreign.ts";
import { WINDOW_BACK_MS } from "./event-of-booking.ts";

/** Of a daily series from 90 days ago to 400 days ahead. */
const MOST_TIMES = 500;

interface Times {
  readonly start: Instant;
  readonly end: Instant;
}

/** When something takes place, once or again and again. */
export interface Rhythm {
  readonly time: Extract<EventTime, { readonly is: "timed" }>;
  /** RRULE, EXDATE … lines with their prefix; empty for what takes place once. */
  readonly lines: readonly string[];
  /** What became of single occurrences, by the start that the rule gives them; null for a cancelled one. */
  readonly exceptions: ReadonlyMap<string, Times | null>;
}

/** A rhythm spelled out over the window in which it can be compared. */
export interface Spelled {
  /** Where it begins, shown or not. */
  readonly first: Times;
  readonly repeats: boolean;
  /** Keys of the times by the rule alone, whatever became of single occurrences. */
  readonly byRule: ReadonlySet<string>;
  /** As a person sees them, in order. */
  readonly shown: readonly Times[];
  readonly shownKeys: ReadonlySet<string>;
  /** Its rule has no end. */
  readonly endless: boolean;
}

/** Names a time: two are the same if their keys are. */
export function timeKey({ start, end }: Times): string {
  return `${start} ${end}`;
}

function spelledOnce(time: Times): Spelled {
  const keys = new Set([timeKey(time)]);
  return {
    first: time,
    repeats: false,
    byRule: keys,
    shown: [time],
    shownKeys: keys,
    endless: false,
  };
}

/** A series of which nothing is known but its beginning: it repeats nothing, and nothing repeats it. */
export function unspelled({ time }: Rhythm): Spelled {
  const none = new Set<string>();
  return { first: time, repeats: true, byRule: none, shown: [], shownKeys: none, endless: false };
}

function isExclusion(line: string): boolean {
  return /^EXDATE/i.test(line);
}

function isEndless(line: string): boolean {
  return /^RRULE/i.test(line) && !/[:;](?:COUNT|UNTIL)=/i.test(line);
}

/**
 * The times of a rhythm from 90 days ago to 400 days ahead, at most 500. Two ends behind that are not told apart. Pure.
 */
export function spellOut({ time, lines, exceptions }: Rhythm, now: number): Spelled {
  if (lines.length === 0) return spelledOnce(time);
  const from = toInstant(now - WINDOW_BACK_MS);
  const to = toInstant(now + SERIES_AHEAD_MS);
  const expand = (some: readonly string[]) =>
    occurrencesBetween({ start: time, lines: some }, from, to, MOST_TIMES).occurrences.flatMap(
      ({ originalStart, time: at }) =>
        at.is === "timed" ? [{ originalStart, start: at.start, end: at.end }] : [],
    );
  const byRule = expand(lines.filter((line) => !isExclusion(line)));
  const plain = (lines.some(isExclusion) ? expand(lines) : byRule).filter(
    ({ originalStart }) => !exceptions.has(originalStart),
  );
  const moved = [...exceptions.values()].filter((at) => at !== null);
  const shown = [...plain, ...moved].toSorted((a, b) => a.start.localeCompare(b.start));
  return {
    first: time,
    repeats: true,
    byRule: new Set(byRule.map(timeKey)),
    shown,
    shownKeys: new Set(shown.map(timeKey)),
    endless: lines.some(isEndless),
  };
}

/**
 * Whether everything of `one` stands in `other` too: the same time once more, or a series whose rule gives no time that
 * the other's rule does not, such as a whole copy or the tail of a series that was split by hand. Exceptions
 * and left-out times don't make another series of it, as long as any time is still shown by both. Pure.
 */
export function repeatsTimesOf(one: Spelled, other: Spelled): boolean {
  const sharesTime = one.shown.some((time) => other.shownKeys.has(timeKey(time)));
  if (!one.repeats) return sharesTime;
  return (
    sharesTime &&
    other.repeats &&
    other.first.start <= one.first.start &&
    (!one.endless || other.endless) &&
    [...one.byRule].every((time) => other.byRule.has(time))
  );
}

/** The next time from now on, or the last there was. */
export function nextTime({ shown, first }: Spelled, now: number): Times {
  return shown.find(({ end }) => Date.parse(end) > now) ?? shown.at(-1) ?? first;
}
