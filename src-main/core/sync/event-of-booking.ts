import { belongsInCalendar } from "../../../src-shared/domain/booking.ts";
import type { OwnEvent } from "../calendars/remote-calendar.ts";
import type { BookingForCalendar } from "../store/booking-rows.ts";

/** How far back bookings and events are kept in step (S12). */
export const WINDOW_BACK_MS = 90 * 86_400_000;

/** Title of the event of a booking without a name (S8). */
export const WALK_IN_TITLE = "Walk-in";

/** The event that a booking should have: title, times, description and colour by S8. Null if it should have none. */
export function eventOfBooking(booking: BookingForCalendar): OwnEvent | null {
  if (!belongsInCalendar(booking.status)) return null;
  const lines = [booking.serviceName, booking.customerNotes, booking.deskNotes];
  return {
    bookingId: booking.id,
    title: booking.customerName ?? WALK_IN_TITLE,
    description: lines.filter((line) => line.trim() !== "").join("\n"),
    time: { is: "timed", start: booking.start, end: booking.end, zone: booking.zone },
    tint: booking.tint,
    recurrence: booking.rrule === null ? [] : [`RRULE:${booking.rrule}`],
  };
}

/** The event of one occurrence of a series; null if it should have none. */
export function eventOfOccurrence(occurrence: BookingForCalendar): OwnEvent | null {
  const event = eventOfBooking({ ...occurrence, rrule: null });
  return event === null ? null : { ...event, isOccurrence: true };
}
