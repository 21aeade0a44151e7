import type { Id } from "../../../src-shared/domain/primitives.ts";
import { untilBefore } from "../../../src-shared/time/recurrence/split.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteCalendar } from "../calendars/remote-calendar.ts";
import type { Link } from "../store/sync/links.ts";
import { type BookingForEvent, eventOfBooking, WINDOW_BACK_MS } from "./event-of-booking.ts";
import type { SyncMemory } from "./memory.ts";

/** Far enough back for every booking there ever was: also events that left the window are removed (scenario 40). */
const EVER = "1970-01-01T00:00:00.000Z";

interface Removal {
  readonly memory: SyncMemory;
  readonly calendar: RemoteCalendar;
  readonly turn: () => Promise<void>;
}

/**
 * Deletes the events that Bellhop made, and only those. Each deletion is committed on its own, so that a second
 * call goes on where the first one was interrupted; and each is queued again, for a connection that goes on because
 * the removal did not get to its end. Of a series that has begun the past stays where only the future is to go.
 * @returns how many were removed
 */
export async function removeEvents(
  options: Removal & { readonly which: "removeFuture" | "removeAll" },
): Promise<number> {
  const { memory, calendar, which } = options;
  const now = toInstant(memory.clock.now());
  const links = memory.links.live(calendar.key, which === "removeAll" ? EVER : now);
  for (const link of links) {
    const booking = memory.bookings.forCalendar(link.bookingId);
    const hasBegun = booking !== undefined && booking.rrule !== null && booking.start <= now;
    if (which === "removeFuture" && hasBegun) await endSeries(options, link, booking);
    else await removeOne(options, link);
  }
  return links.length;
}

async function removeOne({ memory, calendar, turn }: Removal, link: Link): Promise<void> {
  await turn();
  await calendar.remove(link.eventId, null);
  memory.db.write("disconnect.removed", () => {
    memory.links.save(calendar.key, { ...link, gone: true, restores: 0 });
    queueIfRecent(memory, link.bookingId);
  });
}

/** Its rule ends now, and the exceptions behind that go one by one: a calendar keeps them (facts, B, Recurrence). */
async function endSeries(
  { memory, calendar, turn }: Removal,
  link: Link,
  series: BookingForEvent,
): Promise<void> {
  const { key } = calendar;
  const now = toInstant(memory.clock.now());
  const event = eventOfBooking(series);
  if (event === null || series.rrule === null) return;
  const ahead = memory.exceptions
    .ofBooking(key, series.id)
    .filter(
      ({ originalStart, eventId, gone }) => originalStart >= now && eventId !== null && !gone,
    );
  for (const { eventId } of ahead) {
    await turn();
    await calendar.remove(eventId ?? "", null);
  }
  await turn();
  const recurrence = [`RRULE:${untilBefore(series.rrule, now, series.zone)}`];
  const { etag, fields } = await calendar.patch(link.eventId, { ...event, recurrence }, null);
  memory.db.write("disconnect.ended", () => {
    memory.links.save(key, { ...link, etag, fields });
    memory.exceptions.doubt(key, series.id);
    memory.pending.requeue(series.id, now);
  });
}

/** Events older than the window are not made anew. */
function queueIfRecent(memory: SyncMemory, bookingId: Id): void {
  const now = memory.clock.now();
  const booking = memory.bookings.find(bookingId);
  if (booking === undefined) return;
  const isRecent = booking.rrule !== null || Date.parse(booking.end) > now - WINDOW_BACK_MS;
  if (isRecent) memory.pending.requeue(bookingId, toInstant(now));
}
