import type { Instant } from "../../../src-shared/domain/primitives.ts";

/** A stretch of time in instants; their order as text is the order in time. */
export interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
}

/** What could be in the way of one person's bookings. */
export interface Around {
  /** Blocks that hold for the person, and closures. */
  readonly shut: readonly Stretch[];
  /** Working time. */
  readonly working: readonly Stretch[];
}

function byStart(rows: readonly Stretch[]): readonly Stretch[] {
  return rows.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** Those that touch each other as one; a shift that goes on without a pause covers what lies across. */
function joined(rows: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const row of byStart(rows)) {
    const last = all.at(-1);
    if (last === undefined || row.start > last.end) all.push(row);
    else if (row.end > last.end) all[all.length - 1] = { start: last.start, end: row.end };
  }
  return all;
}

/** Tells of rows in order whether something of another list reaches into them; now and then too readily. */
function reaching(rows: readonly Stretch[]): (into: Stretch) => boolean {
  const sorted = byStart(rows);
  let next = 0;
  let reached = "";
  return ({ start, end }) => {
    for (let row = sorted[next]; row !== undefined && row.start < end; row = sorted[++next])
      if (row.end > reached) reached = row.end;
    return reached > start;
  };
}

/** Tells of rows in order whether one of a list covers them. */
function covering(rows: readonly Stretch[]): (of: Stretch) => boolean {
  const sorted = joined(rows);
  let next = 0;
  return ({ start, end }) => {
    while ((sorted[next]?.end ?? "9") <= start) next += 1;
    const row = sorted[next];
    return row !== undefined && row.start <= start && row.end >= end;
  };
}

/**
 * The bookings of one person that may have something in their way, found in one walk that compares texts only: of the
 * thousands of a month that leaves the few that are worth a closer look. It may name too many, never too few.
 * @param bookings by start
 */
export function suspectsOf<T extends Stretch>(
  bookings: readonly T[],
  { shut, working }: Around,
): readonly T[] {
  const isShut = reaching(shut);
  const isCovered = covering(working);
  const suspects = new Set<T>();
  let furthest: T | undefined;
  for (const one of bookings) {
    if (furthest !== undefined && furthest.end > one.start) {
      suspects.add(one);
      // Of two that begin together either may be the one that tells.
      if (furthest.start === one.start) suspects.add(furthest);
    }
    if (isShut(one) || !isCovered(one)) suspects.add(one);
    if (furthest === undefined || one.end > furthest.end) furthest = one;
  }
  return bookings.filter((one) => suspects.has(one));
}
