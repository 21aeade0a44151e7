import type { Span } from "./span.ts";

export interface Laned extends Span {
  readonly id: string;
}

/** Side by side place of an item: the `lane`-th of `lanes`, from the left. */
export interface Lane {
  readonly lane: number;
  readonly lanes: number;
}

function inOrder(a: Laned, b: Laned): number {
  return a.from - b.from || b.to - a.to || (a.id < b.id ? -1 : 1);
}

/** Puts the items of one knot of overlaps into the first lane that is free again. */
function layOutKnot(knot: readonly Laned[], into: Map<string, Lane>): void {
  const ends: number[] = [];
  const chosen = knot.map((item) => {
    const free = ends.findIndex((end) => end <= item.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = item.to;
    return { id: item.id, lane };
  });
  for (const { id, lane } of chosen) into.set(id, { lane, lanes: ends.length });
}

/**
 * Places what overlaps side by side: one sweep from early to late. Nothing in a lane overlaps, and the order in
 * which the items come does not matter.
 */
export function layoutColumn(items: readonly Laned[]): ReadonlyMap<string, Lane> {
  const places = new Map<string, Lane>();
  let knot: Laned[] = [];
  let knotEnd = -Infinity;
  for (const item of items.toSorted(inOrder)) {
    if (item.from >= knotEnd) {
      layOutKnot(knot, places);
      knot = [];
      knotEnd = -Infinity;
    }
    knot.push(item);
    knotEnd = Math.max(knotEnd, item.to);
  }
  layOutKnot(knot, places);
  return places;
}
