import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { SyncMemory } from "./memory.ts";

/**
 * Bookings since `from` that the calendar does not hold, by start. What a person deleted twice in the calendar is
 * not among them: it stays deleted.
 */
export function unlinkedBookings(memory: SyncMemory, calendarKey: string, from: Instant): Id[] {
  return memory.bookings.inCalendarFrom(from).filter((bookingId) => {
    const link = memory.links.ofBooking(calendarKey, bookingId);
    const isThere = link !== undefined && link.etag !== null && !link.gone;
    const isLeftDeleted = link !== undefined && link.gone && link.restores > 0;
    return !isThere && !isLeftDeleted;
  });
}

/**
 * Queues what the calendar lacks and nothing waits to send. A booking comes to that when the computer's clock was
 * wrong by months and made it look too old to be sent. Each complete list looks after it.
 */
export function queueForgotten(memory: SyncMemory, calendarKey: string, from: Instant): void {
  const now = toInstant(memory.clock.now());
  const forgotten = unlinkedBookings(memory, calendarKey, from).filter(
    (bookingId) => memory.pending.find(bookingId) === undefined,
  );
  if (forgotten.length === 0) return;
  memory.db.write("sync.forgotten", () => {
    for (const bookingId of forgotten) memory.pending.requeue(bookingId, now);
  });
}
