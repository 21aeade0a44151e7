import type { Actor, Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import type { BookingEvent } from "../store/booking-log.ts";
import type { Override } from "../store/booking-overrides.ts";
import { mustExist } from "../store/revision.ts";
import type { SeriesState } from "../store/series-state.ts";
import type { Stores } from "./stores.ts";

/** Whether the calendar would hold something else after the change. */
export type ForCalendar = "queue" | "leave";

/**
 * Writes a booking of the desk with what happened to it and its pending change. Has to run inside `db.write`:
 * nothing may be changed without being queued.
 */
export function saveBooking(
  stores: Stores,
  booking: Booking,
  events: readonly BookingEvent[],
  forCalendar: ForCalendar,
  actor: Actor = "desk",
): ScheduledBooking {
  stores.bookings.put(booking);
  note(stores, booking, events, forCalendar, actor);
  return mustExist(stores.bookings.findScheduled(booking.id), "booking");
}

function note(
  { bookingLog, pendingChanges }: Stores,
  { id, updatedAt }: Booking,
  events: readonly BookingEvent[],
  forCalendar: ForCalendar,
  actor: Actor = "desk",
): void {
  for (const event of events) bookingLog.add(id, updatedAt, actor, event);
  if (forCalendar === "queue") pendingChanges.enqueue(id, updatedAt);
}

/** As `saveBooking`, with all exceptions of a series; answers with nothing, as it has many occurrences. */
export function saveSeries(
  stores: Stores,
  { booking, overrides }: SeriesState,
  events: readonly BookingEvent[],
  forCalendar: ForCalendar,
): void {
  const { revision } = booking;
  stores.bookings.put(booking);
  stores.overrides.replaceAll(
    booking.id,
    overrides.map((override) => ({ ...override, revision })),
  );
  note(stores, booking, events, forCalendar);
}

/** As `saveBooking`, with the exception of one occurrence; null if it follows the series. */
export function saveOccurrence(
  stores: Stores,
  { booking, originalStart }: { readonly booking: Booking; readonly originalStart: Instant },
  override: Override | null,
  events: readonly BookingEvent[],
  forCalendar: ForCalendar,
): ScheduledBooking {
  const { id, revision, updatedAt } = booking;
  stores.bookings.touch(id, revision, updatedAt);
  if (override === null) stores.overrides.drop(id, originalStart);
  else stores.overrides.put({ ...override, revision });
  note(stores, booking, events, forCalendar);
  return mustExist(stores.bookings.findScheduled(id, originalStart), "occurrence");
}

/** Runs a use-case as one transaction and tells the listeners once it is committed. */
export function changeSchedule<T>(stores: Stores, name: string, work: () => T): T {
  const result = stores.db.write(name, work);
  stores.changes.scheduleChanged();
  return result;
}
