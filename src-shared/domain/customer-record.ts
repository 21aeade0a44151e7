import { z } from "zod";
import { SignInMethodName } from "../companion/wire.ts";
import { Actor, BookingStatus } from "./booking.ts";
import { CustomerFields } from "./customer.ts";
import { CalendarDate, Instant, Minor, Zone } from "./primitives.ts";
import { Wish } from "./waitlist.ts";

/** What happened to a booking, without the names of others that its log may hold. */
const Change = z.strictObject({ at: Instant, actor: Actor, action: z.string() });

/** One occurrence of a series that differs from it; null follows the series. */
const Exception = z.strictObject({
  originalStart: Instant,
  cancelled: z.boolean(),
  cancelReason: z.string(),
  start: Instant.nullable(),
  end: Instant.nullable(),
  service: z.string().nullable(),
  staff: z.string().nullable(),
  status: BookingStatus.nullable(),
  customerNotes: z.string().nullable(),
  deskNotes: z.string().nullable(),
  priceMinor: Minor.nullable(),
});

const RecordedBooking = z.strictObject({
  start: Instant,
  /** Exclusive. */
  end: Instant,
  zone: Zone,
  rrule: z.string().nullable(),
  exceptions: z.array(Exception),
  status: BookingStatus,
  cancelReason: z.string(),
  service: z.string(),
  staff: z.string(),
  customerNotes: z.string(),
  deskNotes: z.string(),
  priceMinor: Minor.nullable(),
  source: Actor,
  createdAt: Instant,
  changes: z.array(Change),
});
export type RecordedBooking = z.infer<typeof RecordedBooking>;

/**
 * Everything the desk keeps about one person, for whoever asks what is kept (GDPR, Art. 15 and 20). Colleagues appear
 * by name as those who did the work; no other customer does.
 */
export const CustomerRecord = z.strictObject({
  at: Instant,
  business: z.string(),
  currency: z.string(),
  customer: CustomerFields,
  /** Addresses of cards that were merged into this one. */
  otherEmails: z.array(z.string()),
  /** How the person signs in to book online. */
  signIn: z.array(SignInMethodName),
  /** By start, cancelled ones too. */
  bookings: z.array(RecordedBooking),
  waiting: z.array(
    z.strictObject({
      service: z.string(),
      from: CalendarDate,
      to: CalendarDate,
      wish: Wish,
      note: z.string(),
      createdAt: Instant,
    }),
  ),
  /** What was asked for online, and what became of it. */
  requests: z.array(
    z.strictObject({
      receivedAt: Instant,
      name: z.string(),
      email: z.string(),
      start: Instant,
      end: Instant,
      notes: z.string(),
      decision: z.string(),
    }),
  ),
});
export type CustomerRecord = z.infer<typeof CustomerRecord>;
