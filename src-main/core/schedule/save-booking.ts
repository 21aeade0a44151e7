import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { BookingEvent } from "../store/booking-log.ts";
import { mustExist } from "../store/revision.ts";
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
): ScheduledBooking {
  const { bookings, bookingLog, pendingChanges } = stores;
  bookings.put(booking);
  for (const event of events) bookingLog.add(booking.id, booking.updatedAt, "desk", event);
  if (forCalendar === "queue") pendingChanges.enqueue(booking.id, booking.updatedAt);
  return mustExist(bookings.findScheduled(booking.id), "booking");
}

/** Runs a use-case as one transaction and tells the listeners once it is committed. */
export function changeSchedule<T>(stores: Stores, name: string, work: () => T): T {
  const result = stores.db.write(name, work);
  stores.changes.scheduleChanged();
  return result;
}
