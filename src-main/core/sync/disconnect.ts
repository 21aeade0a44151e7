import type { Id } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteCalendar } from "../calendars/remote-calendar.ts";
import { WINDOW_BACK_MS } from "./event-of-booking.ts";
import type { SyncMemory } from "./memory.ts";

/** Far enough back for every booking there ever was: also events that left the window are removed (scenario 40). */
const EVER = "1970-01-01T00:00:00.000Z";

/**
 * Deletes the events that Bellhop made, and only those. Each deletion is committed on its own, so that a second
 * call goes on where the first one was interrupted; and each is queued again, for a connection that goes on because
 * the removal did not get to its end.
 * @returns how many were removed
 */
export async function removeEvents(options: {
  readonly memory: SyncMemory;
  readonly calendar: RemoteCalendar;
  readonly turn: () => Promise<void>;
  readonly which: "removeFuture" | "removeAll";
}): Promise<number> {
  const { memory, calendar, turn, which } = options;
  const from = which === "removeAll" ? EVER : toInstant(memory.clock.now());
  const links = memory.links.live(calendar.key, from);
  for (const link of links) {
    await turn();
    await calendar.remove(link.eventId, null);
    memory.db.write("disconnect.removed", () => {
      memory.links.save(calendar.key, { ...link, gone: true, restores: 0 });
      queueIfRecent(memory, link.bookingId);
    });
  }
  return links.length;
}

/** Events older than the window are not made anew. */
function queueIfRecent(memory: SyncMemory, bookingId: Id): void {
  const now = memory.clock.now();
  const booking = memory.bookings.find(bookingId);
  if (booking === undefined) return;
  const isRecent = booking.rrule !== null || Date.parse(booking.end) > now - WINDOW_BACK_MS;
  if (isRecent) memory.pending.requeue(bookingId, toInstant(now));
}
