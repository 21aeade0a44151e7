import { occupiesTime } from "../../../src-shared/domain/booking.ts";
import type { PlacedBooking } from "../grid/place.ts";
import { joinSpans } from "../grid/span.ts";

/** How much of a day is booked, in minutes: what overlaps counts once, a no-show not at all. */
export function bookedMinutes(bookings: readonly PlacedBooking[]): number {
  const taken = bookings.filter(({ booking }) => occupiesTime(booking.status));
  return joinSpans(taken).reduce((sum, span) => sum + span.to - span.from, 0);
}
