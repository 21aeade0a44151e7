import type { Comparison, EventVersion } from "../../../src-shared/bridge/contract/sync.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import type { EventFields, RemoteCalendar } from "../calendars/remote-calendar.ts";
import { eventOfBooking, eventOfOccurrence } from "./event-of-booking.ts";
import { changedFields } from "./fields.ts";
import type { SyncMemory } from "./memory.ts";
import { isBookingTime, sameInstants } from "./reconcile.ts";

/** What is compared: a whole booking, or one occurrence of a series. */
export interface Compared {
  readonly kind: Comparison["kind"];
  readonly bookingId: Id;
  readonly originalStart: Instant | null;
  /** As the calendar showed it last. */
  readonly theirs: EventFields | null;
}

function versionOf(fields: EventFields): EventVersion {
  const { title, description, time, recurrence } = fields;
  const shown =
    time.is === "allDay"
      ? { is: time.is, from: time.from, to: time.to }
      : { is: time.is, start: time.start, end: time.end };
  return { title, description, time: shown, recurrence: [...recurrence] };
}

/** What the calendar should hold now; null if the booking has no event any more. */
function desiredOf(
  memory: SyncMemory,
  calendar: RemoteCalendar,
  { bookingId, originalStart }: Compared,
): EventFields | null {
  const booking =
    originalStart === null
      ? memory.bookings.forCalendar(bookingId)
      : memory.bookings.occurrenceForCalendar(bookingId, originalStart);
  if (booking === undefined || booking === null) return null;
  const event = originalStart === null ? eventOfBooking(booking) : eventOfOccurrence(booking);
  return event === null ? null : calendar.render(event);
}

/** The calendar's time, if it is another one that a single booking or occurrence could have. */
function takeable(ours: EventFields | null, theirs: EventFields | null): Comparison["takes"] {
  if (ours === null || theirs === null) return null;
  const isSeries = ours.recurrence.length > 0 || theirs.recurrence.length > 0;
  if (isSeries || ours.time.is === "allDay" || theirs.time.is === "allDay") return null;
  const { start, end } = theirs.time;
  return sameInstants(ours.time, theirs.time) || !isBookingTime(start, end) ? null : { start, end };
}

/**
 * Puts both versions beside each other.
 * @throws AppError NOT_CONNECTED: without a calendar there is nothing to compare with
 */
export function compareVersions(
  memory: SyncMemory,
  calendar: RemoteCalendar | null,
  compared: Compared,
): Comparison {
  if (calendar === null) throw new AppError("NOT_CONNECTED", "No calendar is connected.");
  const { kind, bookingId, originalStart, theirs } = compared;
  const ours = desiredOf(memory, calendar, compared);
  return {
    kind,
    bookingId,
    originalStart,
    ours: ours && versionOf(ours),
    theirs: theirs && versionOf(theirs),
    differs: ours === null || theirs === null ? [] : [...changedFields(theirs, ours)],
    takes: takeable(ours, theirs),
  };
}
