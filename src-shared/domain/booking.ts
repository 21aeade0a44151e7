import { z } from "zod";
import { Tint } from "./business.ts";
import { Id, Instant, LongText, Minor, Revision, Zone } from "./primitives.ts";

export const BOOKING_STATUSES = [
  "booked",
  "confirmed",
  "arrived",
  "inService",
  "done",
  "noShow",
  "cancelled",
] as const;
export const BookingStatus = z.enum(BOOKING_STATUSES);
export type BookingStatus = z.infer<typeof BookingStatus>;

/** Who made a booking or its last change. */
export const Actor = z.enum(["desk", "google", "customer"]);
export type Actor = z.infer<typeof Actor>;

/** A booking takes up its staff member's time unless it was cancelled or nobody came. */
export function occupiesTime(status: BookingStatus): boolean {
  return status !== "cancelled" && status !== "noShow";
}

/** A cancelled booking has no event in the calendar; a no-show keeps its event, the time was reserved. */
export function belongsInCalendar(status: BookingStatus): boolean {
  return status !== "cancelled";
}

/** Durations a booking may have, in minutes. */
export const MIN_BOOKING_MINUTES = 5;
export const MAX_BOOKING_MINUTES = 24 * 60;

export const Booking = z.strictObject({
  id: Id,
  revision: Revision,
  staffId: Id,
  serviceId: Id,
  /** Null for a walk-in who gave no name. */
  customerId: Id.nullable(),
  walkIn: z.boolean(),
  start: Instant,
  /** Exclusive. */
  end: Instant,
  /** The zone it was booked in; a series keeps its wall-clock time in this zone. */
  zone: Zone,
  /** RRULE value without the `RRULE:` prefix for a series, null for a single booking. */
  rrule: z.string().max(500).nullable(),
  status: BookingStatus,
  cancelReason: z.string().max(500),
  customerNotes: LongText,
  deskNotes: LongText,
  priceMinor: Minor.nullable(),
  source: Actor,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Booking = z.infer<typeof Booking>;

/** Where a booking stands against the connected calendar, as a mark on its block. */
export const CalendarMark = z.enum(["none", "waiting", "sent", "failed", "attention"]);
export type CalendarMark = z.infer<typeof CalendarMark>;

/** A booking joined with what the schedule draws, so that the grid asks once. */
export const ScheduledBooking = Booking.extend({
  customerName: z.string(),
  customerAlert: z.string(),
  serviceName: z.string(),
  tint: Tint,
  firstVisit: z.boolean(),
  /** Which occurrence of a series this is; null for a single booking. */
  occurrence: z
    .strictObject({
      /** The start that the rule gives it; it names the occurrence and never changes. */
      originalStart: Instant,
      /** True if it differs from the series. */
      changed: z.boolean(),
    })
    .nullable(),
  calendarMark: CalendarMark,
});
export type ScheduledBooking = z.infer<typeof ScheduledBooking>;

/** One line of a booking's own log, newest first. */
export const BookingLogEntry = z.strictObject({
  at: Instant,
  actor: Actor,
  /** Stable name of what happened, a key of the words catalogue: `created`, `moved`, `status`, … */
  action: z.string(),
  /** Values for the words of that action; all text. */
  details: z.record(z.string(), z.string()),
});
export type BookingLogEntry = z.infer<typeof BookingLogEntry>;
