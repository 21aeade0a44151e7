import type { CalendarDate, Instant, Zone } from "../../../src-shared/domain/primitives.ts";
import {
  addDays,
  DAY_MINUTES,
  spanOfDays,
  toMs,
  wallClockAt,
} from "../../../src-shared/time/zones.ts";
import type { Span } from "./span.ts";

/** The minutes of a day that are drawn, and how large. `pxPerMinute` per zoom level (look.md: 1.6, 2.1, 2.8). */
export interface Axis extends Span {
  readonly pxPerMinute: number;
}

export const ZOOM_PX_PER_MINUTE = [1.6, 2.1, 2.8] as const;

/** Shortest block that can be hit and read (WCAG 2.5.8), in pixels. */
export const MIN_BLOCK_PX = 24;

const MINUTE_MS = 60_000;
const HOUR = 60;

/** Pixels below the top of the axis. */
export function yOf(minute: number, axis: Axis): number {
  return (minute - axis.from) * axis.pxPerMinute;
}

/** The minute at a height; not snapped, not limited. */
export function minuteAt(y: number, axis: Axis): number {
  return axis.from + y / axis.pxPerMinute;
}

export function heightOf(axis: Axis): number {
  return (axis.to - axis.from) * axis.pxPerMinute;
}

/** A day of a zone, worked out once for all that stands on it; start and end in epoch milliseconds. */
export interface ZonedDay {
  readonly start: number;
  readonly end: number;
  /** What the clock on the wall shows at an instant of the day, in minutes since its midnight. */
  readonly minutesAt: (ms: number) => number;
}

export function zonedDay(date: CalendarDate, zone: Zone): ZonedDay {
  const { start, end } = spanOfDays(date, addDays(date, 1), zone);
  // Only a day on which the clock jumps has another length; on all others the time since midnight is what it shows.
  const even = end - start === DAY_MINUTES * MINUTE_MS;
  const minutesAt = (ms: number): number =>
    even ? (ms - start) / MINUTE_MS : wallClockAt(ms, zone).minutes;
  return { start, end, minutesAt };
}

/**
 * Where a stretch of time stands on the wall clock of one day, cut to that day; null if it does not touch it.
 * Its length is the real one, so that 45 minutes look alike on every day; where the clock jumps inside the
 * stretch, the ends follow the wall.
 */
export function placeOnDay(
  stretch: { readonly start: Instant; readonly end: Instant },
  day: ZonedDay,
): Span | null {
  const start = toMs(stretch.start);
  const end = toMs(stretch.end);
  if (start >= day.end || end <= day.start) return null;
  const from = start <= day.start ? 0 : day.minutesAt(start);
  if (end >= day.end) return { from, to: DAY_MINUTES };
  const to = day.minutesAt(end);
  const real = (end - Math.max(start, day.start)) / MINUTE_MS;
  // In the repeated hour the end can read earlier than the start.
  return { from, to: to > from ? to : Math.min(from + real, DAY_MINUTES) };
}

/** The hours to draw: all that is worked or booked, whole hours, one more on each side; 8 to 18 on a day without any. */
export function visibleRange(spans: readonly Span[]): Span {
  if (spans.length === 0) return { from: 8 * HOUR, to: 18 * HOUR };
  const from = Math.min(...spans.map((s) => s.from));
  const to = Math.max(...spans.map((s) => s.to));
  return {
    from: Math.max(0, (Math.floor(from / HOUR) - 1) * HOUR),
    to: Math.min(DAY_MINUTES, (Math.ceil(to / HOUR) + 1) * HOUR),
  };
}

/** The next step of the grid at or before a minute. */
export function snapDown(minute: number, step: number): number {
  return Math.floor(minute / step) * step;
}

/** The nearest step of the grid. */
export function snap(minute: number, step: number): number {
  return Math.round(minute / step) * step;
}
