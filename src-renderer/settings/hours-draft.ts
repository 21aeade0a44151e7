import type { HoursSpan, WeeklyHours } from "../../src-shared/domain/business.ts";
import type { WallTime } from "../../src-shared/domain/primitives.ts";
import { DAY_MINUTES, minutesOf, wallTimeOf } from "../../src-shared/time/zones.ts";

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Names of the weekdays, as keys below `common.weekdays`. */
export const WEEKDAY_NAMES = {
  1: "monday",
  2: "tuesday",
  3: "wednesday",
  4: "thursday",
  5: "friday",
  6: "saturday",
  7: "sunday",
} as const satisfies Record<Weekday, string>;

/**
 * Days that follow each other, as pairs of the first and the last, in the order of the week:
 * Tuesday to Friday and Sunday are `[[2, 5], [7, 7]]`.
 */
export function dayRanges(
  week: readonly Weekday[],
  isIn: (day: Weekday) => boolean,
): readonly (readonly [Weekday, Weekday])[] {
  const ranges: (readonly [Weekday, Weekday])[] = [];
  week.forEach((day, i) => {
    if (!isIn(day)) return;
    const before = week[i - 1];
    const last = ranges.at(-1);
    if (last !== undefined && before !== undefined && last[1] === before)
      ranges.splice(-1, 1, [last[0], day]);
    else ranges.push([day, day]);
  });
  return ranges;
}

/** A stretch as typed: not yet known to be a time. */
export interface SpanDraft {
  readonly from: string;
  readonly to: string;
}
/** A closed day keeps its stretches, so that opening it again brings them back. */
export interface DayDraft {
  readonly open: boolean;
  readonly spans: readonly SpanDraft[];
}
export type HoursDraft = Readonly<Record<Weekday, DayDraft>>;

export type HoursFault = "notATime" | "order" | "overlap";
/** Faults by `day.span`, such as `3.0`. */
export type HoursFaults = Readonly<Record<string, HoursFault>>;

const USUAL: SpanDraft = { from: "09:00", to: "18:00" };
/** A second stretch starts an hour after the one before it. */
const BREAK_MINUTES = 60;

function eachDay<T>(of: (day: Weekday) => T): Record<Weekday, T> {
  return { 1: of(1), 2: of(2), 3: of(3), 4: of(4), 5: of(5), 6: of(6), 7: of(7) };
}

export function draftOf(hours: WeeklyHours): HoursDraft {
  return eachDay((day) => {
    const spans = hours[day];
    return { open: spans.length > 0, spans: spans.length > 0 ? spans : [USUAL] };
  });
}

/** The weekdays in the order of a week that begins with `weekStart` (ISO). */
export function weekFrom(weekStart: number): readonly Weekday[] {
  return WEEKDAYS.map((_, i) => WEEKDAYS[(weekStart - 1 + i) % 7] ?? 1);
}

const TYPED = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?$/i;

function hourOf(typed: number, half: string | undefined): number {
  if (half === undefined) return typed;
  return (typed % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

/** Reads `9`, `930`, `9:30`, `9.30`, `9pm`, `24:00` as a time on the wall clock; null if it is none. */
export function parseWallTime(typed: string): WallTime | null {
  const text = typed.trim();
  const match = TYPED.exec(/^\d{3}$/.test(text) ? `0${text}` : text);
  if (match === null) return null;
  const hour = Number(match[1]);
  if (match[3] !== undefined && (hour < 1 || hour > 12)) return null;
  const minute = Number(match[2] ?? "0");
  const minutes = hourOf(hour, match[3]) * 60 + minute;
  return minute > 59 || minutes > DAY_MINUTES ? null : wallTimeOf(minutes);
}

function readSpan(span: SpanDraft): HoursSpan | HoursFault {
  const from = parseWallTime(span.from);
  const to = parseWallTime(span.to);
  if (from === null || to === null) return "notATime";
  return from < to ? { from, to } : "order";
}

function overlapsEarlier(spans: readonly (HoursSpan | HoursFault)[], at: number): boolean {
  const span = spans[at];
  if (span === undefined || typeof span === "string") return false;
  return spans
    .slice(0, at)
    .some((other) => typeof other !== "string" && span.from < other.to && other.from < span.to);
}

function readDay(
  day: Weekday,
  draft: DayDraft,
): { readonly spans: HoursSpan[]; readonly faults: readonly (readonly [string, HoursFault])[] } {
  if (!draft.open) return { spans: [], faults: [] };
  const read = draft.spans.map(readSpan);
  const faults = read.flatMap((span, i): (readonly [string, HoursFault])[] => {
    if (typeof span === "string") return [[`${day}.${i}`, span]];
    return overlapsEarlier(read, i) ? [[`${day}.${i}`, "overlap"]] : [];
  });
  const spans = read.filter((span): span is HoursSpan => typeof span !== "string");
  return { spans: spans.toSorted((a, b) => a.from.localeCompare(b.from)), faults };
}

/** The hours that a draft means, or where it is wrong. */
export function readHours(
  draft: HoursDraft,
):
  | { readonly ok: true; readonly hours: WeeklyHours }
  | { readonly ok: false; readonly faults: HoursFaults } {
  const days = eachDay((day) => readDay(day, draft[day]));
  const faults = WEEKDAYS.flatMap((day) => days[day].faults);
  if (faults.length > 0) return { ok: false, faults: Object.fromEntries(faults) };
  return { ok: true, hours: eachDay((day) => days[day].spans) };
}

export function setOpen(draft: HoursDraft, day: Weekday, open: boolean): HoursDraft {
  return { ...draft, [day]: { ...draft[day], open } };
}

export function setSpan(draft: HoursDraft, day: Weekday, at: number, span: SpanDraft): HoursDraft {
  const spans = draft[day].spans.map((old, i) => (i === at ? span : old));
  return { ...draft, [day]: { ...draft[day], spans } };
}

/** Adds a stretch after the last one, an hour later if the day still has room, else right up to midnight. */
export function addSpan(draft: HoursDraft, day: Weekday): HoursDraft {
  const { spans } = draft[day];
  const lastEnd = minutesOf(parseWallTime(spans.at(-1)?.to ?? "") ?? "12:00");
  const from = Math.min(lastEnd + BREAK_MINUTES, DAY_MINUTES - BREAK_MINUTES);
  const to = Math.min(from + 4 * 60, DAY_MINUTES);
  const added = { from: wallTimeOf(from), to: wallTimeOf(to) };
  return { ...draft, [day]: { open: true, spans: [...spans, added] } };
}

/** Takes a stretch out; a day that loses its last one is closed. */
export function removeSpan(draft: HoursDraft, day: Weekday, at: number): HoursDraft {
  const spans = draft[day].spans.filter((_, i) => i !== at);
  if (spans.length === 0) return setOpen(draft, day, false);
  return { ...draft, [day]: { ...draft[day], spans } };
}

/** Makes a day the same as the one before it in the week. */
export function copyDayBefore(draft: HoursDraft, day: Weekday): HoursDraft {
  const before = WEEKDAYS[(day + 5) % 7] ?? 7;
  return { ...draft, [day]: draft[before] };
}

/** The hours that the picture of a week must show, in whole hours: 7 to 21, or more where needed. */
export function shownHours(draft: HoursDraft): { readonly from: number; readonly to: number } {
  const spans = WEEKDAYS.flatMap((day) => readDay(day, draft[day]).spans);
  const starts = spans.map((span) => Math.floor(minutesOf(span.from) / 60));
  const ends = spans.map((span) => Math.ceil(minutesOf(span.to) / 60));
  return { from: Math.min(7, ...starts), to: Math.max(21, ...ends) };
}
