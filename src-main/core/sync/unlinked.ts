import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteCalendar } from "../calendars/remote-calendar.ts";
import { eventOfBooking } from "./event-of-booking.ts";
import { changedFields } from "./fields.ts";
import type { SyncMemory } from "./memory.ts";
import type { SyncScope } from "./scope.ts";

interface Both {
  readonly memory: SyncMemory;
  readonly calendar: RemoteCalendar;
}

/** How the calendar holds a booking, by what it acknowledged last. */
type Standing = "held" | "outdated" | "lacking" | "leftDeleted";

function standingOf({ memory, calendar }: Both, bookingId: Id): Standing {
  const link = memory.links.ofBooking(calendar.key, bookingId);
  // What a person deleted twice in the calendar stays deleted.
  if (link?.gone === true && link.restores > 0) return "leftDeleted";
  if (link === undefined || link.gone || link.etag === null) return "lacking";
  const booking = memory.bookings.forCalendar(bookingId);
  const event = booking === undefined ? null : eventOfBooking(booking);
  if (link.fields === null || event === null) return "held";
  const differing = changedFields(link.fields, calendar.render(event));
  // A time may differ until a person answers what to do about a move; new times of the desk are always queued.
  return differing.some((name) => name !== "time") ? "outdated" : "held";
}

/** Bookings since `from` that belong in the calendar and have no event there, by start. */
export function unlinkedBookings(both: Both, from: Instant): Id[] {
  return both.memory.bookings
    .inCalendarFrom(from)
    .filter((bookingId) => standingOf(both, bookingId) === "lacking");
}

/**
 * Queues what the calendar lacks or shows in old words while nothing waits to be sent. A booking comes to that
 * when the computer's clock was wrong by months and made it look too old to matter. Each complete list looks after it.
 */
export function queueForgotten(both: Both & { readonly scope: SyncScope }, from: Instant): void {
  const { memory, scope } = both;
  const now = toInstant(memory.clock.now());
  const forgotten = memory.bookings.inCalendarFrom(from).filter((bookingId) => {
    if (!scope.includes(bookingId)) return false;
    const standing = standingOf(both, bookingId);
    const isAmiss = standing === "lacking" || standing === "outdated";
    return isAmiss && memory.pending.find(bookingId) === undefined;
  });
  if (forgotten.length === 0) return;
  memory.db.write("sync.forgotten", () => {
    for (const bookingId of forgotten) memory.pending.requeue(bookingId, now);
  });
}
