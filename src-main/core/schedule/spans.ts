import type { ClosedDays, Closure, WeeklyHours } from "../../../src-shared/domain/business.ts";
import { closedDays } from "../../../src-shared/domain/closures.ts";
import type { Zone } from "../../../src-shared/domain/primitives.ts";
import {
  addDays,
  dateAt,
  instantOfWall,
  isoWeekday,
  minutesOf,
  spanOfDays,
} from "../../../src-shared/time/zones.ts";

/** A stretch of time in epoch milliseconds; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The weekly hours as stretches of real time, on every day that `within` touches; in order. */
export function workingSpans(hours: WeeklyHours, within: Span, zone: Zone): Span[] {
  const spans: Span[] = [];
  const last = dateAt(within.end, zone);
  for (let date = dateAt(within.start, zone); date <= last; date = addDays(date, 1)) {
    for (const { from, to } of hours[isoWeekday(date)])
      spans.push({
        start: instantOfWall(date, minutesOf(from), zone),
        end: instantOfWall(date, minutesOf(to), zone),
      });
  }
  // On the day that skips an hour, hours within it have no length.
  return spans.filter((span) => span.start < span.end).toSorted((a, b) => a.start - b.start);
}

export function closureSpan(closure: ClosedDays, zone: Zone): Span {
  return spanOfDays(closure.from, closure.to, zone);
}

/** The closed days that touch a time, each year's for itself. */
export function closedWithin(
  closures: readonly Closure[],
  { start, end }: Span,
  zone: Zone,
): readonly ClosedDays[] {
  return closedDays(closures, dateAt(start, zone), addDays(dateAt(end, zone), 1));
}

/** The first part of `span` that none of `covers` covers, or null if they cover it all. */
export function firstUncovered(span: Span, covers: readonly Span[]): Span | null {
  let reached = span.start;
  for (const cover of covers.toSorted((a, b) => a.start - b.start)) {
    if (cover.start > reached) return { start: reached, end: Math.min(cover.start, span.end) };
    reached = Math.max(reached, cover.end);
    if (reached >= span.end) return null;
  }
  return { start: reached, end: span.end };
}

const STEP_MS = 5 * 60_000;

function roundUp(ms: number): number {
  return Math.ceil(ms / STEP_MS) * STEP_MS;
}

/**
 * The earliest start within `search`, on a five-minute mark, from which `length` milliseconds are free of `taken`
 * and begin in `working`; null if there is none.
 */
export function firstFreeStart(
  search: Span,
  length: number,
  taken: readonly Span[],
  working: readonly Span[],
): number | null {
  const starts = [search.start, ...working.map((w) => w.start), ...taken.map((t) => t.end)]
    .map(roundUp)
    .filter((start) => start >= search.start && start < search.end)
    .toSorted((a, b) => a - b);
  const free = (start: number): boolean =>
    working.some((w) => w.start <= start && start < w.end) &&
    !taken.some((t) => touches(t, { start, end: start + length }));
  return starts.find(free) ?? null;
}
