import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteCalendar } from "../calendars/remote-calendar.ts";
import type { LinkedException } from "../store/sync/exceptions.ts";
import type { Link } from "../store/sync/links.ts";
import { eventOfBooking, eventOfOccurrence } from "./event-of-booking.ts";
import { changedFields, sameFields } from "./fields.ts";
import type { SyncMemory } from "./memory.ts";
import { exceptionsOf } from "./push-exceptions.ts";
import { MAX_RESTORES } from "./reconcile.ts";
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
function unlinkedBookings(both: Both, from: Instant): Id[] {
  return both.memory.bookings
    .inCalendarFrom(from)
    .filter((bookingId) => standingOf(both, bookingId) === "lacking");
}

/** Whether the calendar holds one occurrence of a series otherwise than the desk has it. */
function exceptionDiffers({ memory, calendar }: Both, exception: LinkedException): boolean {
  const { bookingId, originalStart, gone, fields, restores } = exception;
  const occurrence = memory.bookings.occurrenceForCalendar(bookingId, originalStart) ?? null;
  const event = occurrence === null ? null : eventOfOccurrence(occurrence);
  if (event === null) return !gone;
  // What a person deleted twice in the calendar stays deleted.
  if (gone) return restores <= MAX_RESTORES;
  return fields === null || !sameFields(fields, calendar.render(event));
}

/** Whether the calendar holds a linked booking otherwise than the desk has it, its exceptions included. */
function linkDiffers(both: Both, { bookingId, fields }: Link): boolean {
  const { memory, calendar } = both;
  const booking = memory.bookings.forCalendar(bookingId);
  const event = booking === undefined ? null : eventOfBooking(booking);
  if (event === null || fields === null || !sameFields(fields, calendar.render(event))) return true;
  if (event.recurrence.length === 0) return false;
  return exceptionsOf(memory, calendar.key, bookingId).some((one) => exceptionDiffers(both, one));
}

/**
 * Bookings that were changed or cancelled since `from` while another calendar was the connected one, which took them
 * out of the queue. A move in this calendar that a person was asked about is no such change.
 */
function changedElsewhere(both: Both, from: Instant): Id[] {
  const { memory, calendar } = both;
  const asked = new Set(
    memory.attention
      .open()
      .filter(({ kind }) => kind === "movedInGoogle")
      .map(({ bookingId }) => bookingId),
  );
  return memory.links
    .live(calendar.key, from)
    .filter((link) => !asked.has(link.bookingId) && linkDiffers(both, link))
    .map(({ bookingId }) => bookingId);
}

/** What has to be sent to a calendar that becomes the connected one: what it lacks, and what it holds otherwise. */
export function bookingsToSend(both: Both, from: Instant): readonly Id[] {
  return [...new Set([...unlinkedBookings(both, from), ...changedElsewhere(both, from)])];
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
