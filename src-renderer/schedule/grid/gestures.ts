import { type Axis, snap, snapDown } from "./axis.ts";
import type { ColumnName, Hit } from "./hit.ts";
import type { Span } from "./span.ts";

/** A place on the grid: whose day, from when to when. */
export interface Place extends Span, ColumnName {}

/** The shortest booking, in minutes. */
const SHORTEST = 5;

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/**
 * Where a booking comes to lie when it is dragged. It keeps its length and stays within the axis.
 * @param grabbed minutes between its start and the pointer when it was picked up
 */
export function placeMoved(span: Span, hit: Hit, grabbed: number, step: number, axis: Axis): Place {
  const length = span.to - span.from;
  const from = clamp(
    snap(hit.minute - grabbed, step),
    axis.from,
    Math.max(axis.from, axis.to - length),
  );
  return { staffId: hit.staffId, date: hit.date, from, to: from + length };
}

/** Where a booking ends when its lower edge is dragged; it stays in the column where it was taken. */
export function placeResized(
  span: Span,
  { staffId, date }: ColumnName,
  hit: Hit,
  step: number,
  axis: Axis,
): Place {
  const to = clamp(snap(hit.minute, step), span.from + Math.min(step, SHORTEST), axis.to);
  return { staffId, date, from: span.from, to };
}

/** The stretch drawn with the pointer from one minute to another, whole steps, in the column where it began. */
export function placeDrawn(began: Hit, hit: Hit, step: number, axis: Axis): Place {
  const first = snapDown(Math.min(began.minute, hit.minute), step);
  const last = snapDown(Math.max(began.minute, hit.minute), step) + step;
  const { staffId, date } = began;
  return { staffId, date, from: Math.max(first, axis.from), to: Math.min(last, axis.to) };
}

export function samePlace(a: Place, b: Place): boolean {
  return a.staffId === b.staffId && a.date === b.date && a.from === b.from && a.to === b.to;
}
