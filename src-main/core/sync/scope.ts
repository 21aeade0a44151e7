import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { InWindow } from "../store/sync/window.ts";
import { WINDOW_BACK_MS } from "./event-of-booking.ts";
import type { SyncMemory } from "./memory.ts";

/** Which bookings are kept in the calendar: all of the window, or the nearest in time of too many (S12). */
export interface SyncScope {
  includes(bookingId: Id): boolean;
  /** How many bookings of the window are not kept in the calendar. */
  readonly leftOut: number;
}

export const EVERYTHING: SyncScope = { includes: () => true, leftOut: 0 };

/** The `limit` nearest to `now`; of equally near ones those that are still to come, then by id. Pure. */
export function nearest(
  bookings: readonly InWindow[],
  limit: number,
  now: number,
): ReadonlySet<Id> {
  const distance = ({ start, isSeries }: InWindow) =>
    isSeries ? 0 : Math.abs(Date.parse(start) - now);
  const ranked = bookings.toSorted(
    (a, b) =>
      distance(a) - distance(b) || b.start.localeCompare(a.start) || a.id.localeCompare(b.id),
  );
  return new Set(ranked.slice(0, limit).map(({ id }) => id));
}

/** There is room for everything: also for what was left out until now. */
function queueLeftOut(memory: SyncMemory, calendarKey: string, since: Instant): void {
  const leftOut = memory.window.lacking(calendarKey, since);
  if (leftOut.length === 0) return;
  const now = toInstant(memory.clock.now());
  memory.db.write("sync.leftOut", () => {
    for (const bookingId of leftOut) memory.pending.requeue(bookingId, now);
  });
}

/**
 * The scope of a cycle. Where there are too many bookings, those that came into it or fell out of it since are queued,
 * so that the nearest ones are always the ones in the calendar.
 */
export function scopeOfCycle(
  memory: SyncMemory,
  calendarKey: string,
  maxEvents: number,
): SyncScope {
  const now = memory.clock.now();
  const since = toInstant(now - WINDOW_BACK_MS);
  const count = memory.window.count(since);
  if (count <= maxEvents) {
    queueLeftOut(memory, calendarKey, since);
    return EVERYTHING;
  }
  const candidates = memory.window.list(since);
  const near = nearest(candidates, maxEvents, now);
  memory.db.write("sync.scope", () => {
    for (const { id: bookingId } of candidates) {
      const link = memory.links.ofBooking(calendarKey, bookingId);
      const isThere = link !== undefined && link.etag !== null && !link.gone;
      const isLeftDeleted = link !== undefined && link.gone && link.restores > 0;
      if (near.has(bookingId) === isThere || isLeftDeleted) continue;
      if (memory.pending.find(bookingId) === undefined)
        memory.pending.requeue(bookingId, toInstant(now));
    }
  });
  return { includes: (bookingId) => near.has(bookingId), leftOut: count - near.size };
}
