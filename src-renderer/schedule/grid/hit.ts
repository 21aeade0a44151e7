import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { type Axis, minuteAt } from "./axis.ts";

/** What a column stands for: one person's day. */
export interface ColumnName {
  readonly staffId: string;
  readonly date: CalendarDate;
}

/** A column on the screen: whose it is, and from where to where it goes, in pixels. */
export interface ColumnEdge extends ColumnName {
  readonly left: number;
  readonly right: number;
}

export interface Hit extends ColumnName {
  /** Minutes on the wall clock, not snapped, within the axis. */
  readonly minute: number;
}

/**
 * Whose time lies at a point. Outside the columns the nearest one counts, so that a drag may leave the grid.
 * @param y pixels below the top of the axis
 */
export function hitTest(
  x: number,
  y: number,
  columns: readonly ColumnEdge[],
  axis: Axis,
): Hit | null {
  const distance = (c: ColumnEdge): number => Math.max(c.left - x, x - c.right, 0);
  const nearest = columns.reduce<ColumnEdge | null>(
    (best, c) => (best === null || distance(c) < distance(best) ? c : best),
    null,
  );
  if (nearest === null) return null;
  const minute = Math.min(Math.max(minuteAt(y, axis), axis.from), axis.to);
  return { staffId: nearest.staffId, date: nearest.date, minute };
}
