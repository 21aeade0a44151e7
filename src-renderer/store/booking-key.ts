import type { Block } from "../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../src-shared/domain/primitives.ts";

/**
 * Names one booking in this window, or one occurrence of a series: all occurrences share the id of their series, so
 * the id alone is not enough for what a person points at. `id`, or `id@` and the start that the rule gives it.
 */
export type BookingKey = string;

type Named = Pick<ScheduledBooking, "id" | "occurrence">;

export function keyOf({ id, occurrence }: Named): BookingKey {
  return occurrence === null ? id : occurrenceKey(id, occurrence.originalStart);
}

export function occurrenceKey(id: Id, originalStart: Instant | null): BookingKey {
  return originalStart === null ? id : `${id}@${originalStart}`;
}

/** Names a block, or one occurrence of one that repeats, in the same way. */
export function keyOfBlock({ id, originalStart }: Pick<Block, "id" | "originalStart">): BookingKey {
  return occurrenceKey(id, originalStart);
}

/** What the desk is asked by. */
export function partsOfKey(key: BookingKey): {
  readonly id: Id;
  readonly originalStart: Instant | null;
} {
  const at = key.indexOf("@");
  return at === -1
    ? { id: key, originalStart: null }
    : { id: key.slice(0, at), originalStart: key.slice(at + 1) };
}
