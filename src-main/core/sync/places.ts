import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import type { Place } from "../store/series-ahead.ts";
import type { SyncMemory } from "./memory.ts";

/** Whose time may be taken over: a booking's, with all its occurrences, or that of one occurrence alone. */
interface Mover {
  readonly bookingId: Id;
  readonly originalStart: Instant | null;
}

interface Times {
  readonly start: Instant;
  readonly end: Instant;
}

/** Times of one staff member that are taken by somebody else between the first and the last place. */
function takenAround(
  { bookings, blocks }: SyncMemory,
  { bookingId, originalStart }: Mover,
  staffId: Id,
  places: readonly Place[],
): readonly Times[] {
  const from = places.reduce((first, { start }) => (start < first ? start : first), "9999");
  const to = places.reduce((last, { end }) => (end > last ? end : last), "");
  const others = bookings.taken(staffId, from, to).filter((taken) => {
    const isOfBooking = taken.bookingId === bookingId;
    return !(isOfBooking && (originalStart === null || taken.originalStart === originalStart));
  });
  const blocked = blocks
    .inRange(from, to)
    .filter(({ staffIds }) => staffIds.length === 0 || staffIds.includes(staffId));
  return [...others, ...blocked];
}

/** Whether every place is free of other bookings and blocks for its staff member. */
export function areFree(memory: SyncMemory, mover: Mover, places: readonly Place[]): boolean {
  const byStaff = Map.groupBy(places, ({ staffId }) => staffId);
  return [...byStaff].every(([staffId, wanted]) => {
    const taken = takenAround(memory, mover, staffId, wanted);
    return wanted.every(
      ({ start, end }) => !taken.some((other) => other.start < end && other.end > start),
    );
  });
}
