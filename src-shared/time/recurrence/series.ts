import type { CalendarDate, Instant, Zone } from "../../domain/primitives.ts";

/** When an occurrence is. All-day dates have an exclusive end and no zone. */
export type OccurrenceTime =
  | { readonly is: "timed"; readonly start: Instant; readonly end: Instant; readonly zone: Zone }
  | { readonly is: "allDay"; readonly from: CalendarDate; readonly to: CalendarDate };

/** One series as a calendar gives it. */
export interface Series {
  /** Its first occurrence. The zone may be any text that a calendar wrote: Windows names are understood. */
  readonly start: OccurrenceTime;
  /** RRULE, EXRULE, RDATE and EXDATE lines of RFC 5545, each with its prefix. */
  readonly lines: readonly string[];
}

export interface Occurrence {
  /** What names it within its series, whatever happens to it: the start that the rule gives it. */
  readonly originalStart: Instant | CalendarDate;
  readonly time: OccurrenceTime;
}

export interface Expansion {
  /** In order of their start, none twice. */
  readonly occurrences: readonly Occurrence[];
  /** True if there may be more in the window than are listed. */
  readonly cut: boolean;
  /** Lines and names that were not understood, shortened; everything else still counts. */
  readonly problems: readonly string[];
}

/**
 * Within recurrence, a time on the wall is the epoch milliseconds that the same digits would have in UTC. It has no
 * zone; rules are evaluated on it, so that a series keeps its time of day when the clocks change.
 */
export type WallMs = number;

/** JavaScript takes a year below 100 for one of the 20th century, and writes one above 9999 with more digits. */
export const FIRST_WALL: WallMs = -59_011_459_200_000;
export const LAST_WALL: WallMs = Date.UTC(9999, 0);

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
