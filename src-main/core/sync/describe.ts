import type { Zone } from "../../../src-shared/domain/primitives.ts";
import { toMs, wallClockAt, wallTimeOf } from "../../../src-shared/time/zones.ts";
import type { EventTime } from "../calendars/remote-calendar.ts";
import type { BookingForCalendar } from "../store/booking-rows.ts";
import { WALK_IN_TITLE } from "./event-of-booking.ts";

/** A time for the journal on the wall clock of the business: `2026-11-19 14:00–14:45`, or its dates. */
export function describeTime(time: EventTime, zone: Zone): string {
  if (time.is === "allDay") return `${time.from} – ${time.to}`;
  const start = wallClockAt(toMs(time.start), zone);
  const end = wallClockAt(toMs(time.end), zone);
  const until = end.date === start.date ? "" : `${end.date} `;
  return `${start.date} ${wallTimeOf(Math.floor(start.minutes))}–${until}${wallTimeOf(Math.floor(end.minutes))}`;
}

/** A booking for the journal: whom it is for, what and when. */
export function describeBooking(booking: BookingForCalendar): string {
  const time = describeTime(
    { is: "timed", start: booking.start, end: booking.end, zone: booking.zone },
    booking.zone,
  );
  return `${booking.customerName ?? WALK_IN_TITLE}, ${booking.serviceName}, ${time}`;
}
