import { occupiesTime, type ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { PlacedBlock, PlacedBooking } from "./place.ts";
import { keyOf } from "../../store/booking-key.ts";
import { commonOf, gapsIn, overlaps, type Span } from "./span.ts";

/** What stands in the way of a placement, as far as the window knows. The desk has the last word. */
export type Obstacle =
  | { readonly is: "booking"; readonly label: string; readonly until: number }
  | { readonly is: "block"; readonly label: string; readonly until: number }
  | { readonly is: "google"; readonly until: number }
  | { readonly is: "outsideHours" };

/** What of one person's day matters for a placement. */
export interface Taken {
  readonly bookings: readonly PlacedBooking[];
  readonly blocks: readonly PlacedBlock[];
  readonly working: readonly Span[];
}

function bookingsInTheWay(
  at: Span,
  taken: Taken,
  ignoreKey: string | null,
): readonly PlacedBooking[] {
  return taken.bookings.filter(
    (p) => keyOf(p.booking) !== ignoreKey && occupiesTime(p.booking.status) && overlaps(p, at),
  );
}

/** The first thing that stands in the way of a placement; bookings before blocks before hours. */
export function obstacleAt(at: Span, taken: Taken, ignoreKey: string | null): Obstacle | null {
  const booking = bookingsInTheWay(at, taken, ignoreKey)[0];
  if (booking !== undefined)
    return { is: "booking", label: booking.booking.customerName, until: booking.to };
  const block = taken.blocks.find((b) => overlaps(b, at));
  if (block !== undefined)
    return block.block.source === "google"
      ? { is: "google", until: block.to }
      : { is: "block", label: block.block.title, until: block.to };
  const covered = gapsIn(at, taken.working).length === 0;
  return covered ? null : { is: "outsideHours" };
}

/** The stretches of a placement that are taken by bookings or blocks; hatched while something is dragged over them. */
export function takenWithin(at: Span, taken: Taken, ignoreKey: string | null): readonly Span[] {
  return [...bookingsInTheWay(at, taken, ignoreKey), ...taken.blocks]
    .map((span) => commonOf(span, at))
    .filter((span) => span !== null);
}

/** Starts on the steps of the grid at which a stretch of `length` minutes would be free, soonest after `after` first. */
export function freeStarts(
  length: number,
  taken: Taken,
  options: {
    readonly after: number;
    readonly step: number;
    readonly limit: number;
    readonly ignoreKey: string | null;
  },
): readonly number[] {
  const starts: number[] = [];
  const { after, step, limit, ignoreKey } = options;
  for (const work of taken.working)
    for (let from = Math.ceil(work.from / step) * step; from + length <= work.to; from += step) {
      if (from < after) continue;
      if (obstacleAt({ from, to: from + length }, taken, ignoreKey) === null) starts.push(from);
    }
  return apart(starts, length).slice(0, limit);
}

/** Of starts within the same gap only those that don't overlap each other: three choices, not three neighbours. */
function apart(starts: readonly number[], length: number): readonly number[] {
  const chosen: number[] = [];
  for (const start of starts) {
    const last = chosen.at(-1);
    if (last === undefined || start >= last + length) chosen.push(start);
  }
  return chosen;
}

/** Bookings that overlap another one in real time, the earlier of each pair first seen; for the warning edge. */
export function clashesOf(placed: readonly PlacedBooking[]): ReadonlySet<string> {
  const occupying = placed
    .filter((p) => occupiesTime(p.booking.status))
    .toSorted((a, b) => a.from - b.from || (keyOf(a.booking) < keyOf(b.booking) ? -1 : 1));
  const earlier = new Set<string>();
  occupying.forEach((p, i) => {
    if (occupying.slice(i + 1).some((q) => isClash(p.booking, q.booking)))
      earlier.add(keyOf(p.booking));
  });
  return earlier;
}

function isClash(a: ScheduledBooking, b: ScheduledBooking): boolean {
  return a.start < b.end && b.start < a.end;
}
