import { z } from "zod";
import { Block } from "../../domain/block.ts";
import {
  BOOKING_STATUSES,
  BookingLogEntry,
  MAX_BOOKING_MINUTES,
  MIN_BOOKING_MINUTES,
  ScheduledBooking,
} from "../../domain/booking.ts";
import { CustomerFields } from "../../domain/customer.ts";
import {
  CalendarDate,
  Id,
  Instant,
  LongText,
  Minor,
  Revision,
  ShortText,
  Zone,
} from "../../domain/primitives.ts";
import { channel } from "./define.ts";

/** What stands in the way of a booking. */
export const Conflict = z.strictObject({
  kind: z.enum(["booking", "block", "googleBusy", "outsideHours", "closed"]),
  /** The customer's name, the block's reason or the closure's name; empty for Google's busy time. */
  label: z.string(),
  start: Instant,
  end: Instant,
  bookingId: Id.nullable(),
});
export type Conflict = z.infer<typeof Conflict>;

/** Bookings and blocks that touch the days `from` (inclusive) to `to` (exclusive) in the business's zone. */
export const ScheduleRange = z.strictObject({
  zone: Zone,
  from: CalendarDate,
  to: CalendarDate,
  /** By start; cancelled ones only where they were asked for. */
  bookings: z.array(ScheduledBooking),
  blocks: z.array(Block),
});
export type ScheduleRange = z.infer<typeof ScheduleRange>;

/** Whom a booking is for: a known customer, one made with the booking, or nobody named. */
export const BookingCustomer = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("known"), id: Id }),
  z.strictObject({ is: z.literal("new"), fields: CustomerFields }),
  z.strictObject({ is: z.literal("unnamed") }),
]);
export type BookingCustomer = z.infer<typeof BookingCustomer>;

const Duration = z
  .int()
  .min(MIN_BOOKING_MINUTES, "A booking lasts at least 5 minutes.")
  .max(MAX_BOOKING_MINUTES, "A booking lasts at most 24 hours.");

/** A start on the whole minute. */
const Start = Instant.refine(
  (at) => at.endsWith(":00.000Z"),
  "A booking starts on a whole minute.",
);

const Placement = z.strictObject({ staffId: Id, start: Start, durationMinutes: Duration });

const BookingInput = Placement.extend({
  serviceId: Id,
  customer: BookingCustomer,
  walkIn: z.boolean(),
  customerNotes: LongText,
  deskNotes: LongText,
  /** Null takes the service's price. */
  priceMinor: Minor.nullable(),
  /** An RRULE value without its prefix repeats the booking; null or left out for a single one. */
  rrule: z.string().max(500).nullable().optional(),
});
export type BookingInput = z.infer<typeof BookingInput>;

const BlockInput = z.strictObject({
  /** Empty means everyone. */
  staffIds: z.array(Id).max(500),
  start: Start,
  end: Start,
  title: ShortText,
  /** First day and first day after, for whole days; the times are then those of the business's days. */
  allDay: z.strictObject({ from: CalendarDate, to: CalendarDate }).nullable().default(null),
  /** An RRULE value without its prefix repeats the block; null for a single one. */
  rrule: z.string().max(500).nullable().default(null),
});

/** Books or moves although something is in the way (D6: staff may, customers may not). */
const Anyway = z.boolean();

const Row = z.strictObject({ id: Id, revision: Revision });

/** What of a series is meant, seen from one of its occurrences; null or left out for a single booking. */
export const Scope = z
  .strictObject({ is: z.enum(["one", "following", "all"]), originalStart: Instant })
  .nullable();
export type Scope = z.infer<typeof Scope>;

/** The name of a change of blocks, by which it is taken back. */
const BlockChange = z.strictObject({ change: Id });

/** A block as it is after a change; of a series that was cut, the part that was changed. */
const ChangedBlock = BlockChange.extend({ block: Block });

export const BookingDetail = z.strictObject({
  booking: ScheduledBooking,
  conflicts: z.array(Conflict),
  log: z.array(BookingLogEntry),
});
export type BookingDetail = z.infer<typeof BookingDetail>;

export const Availability = z.strictObject({
  conflicts: z.array(Conflict),
  /** When the staff member's next booking or block begins on that day; null if nothing follows. */
  freeUntil: Instant.nullable(),
});
export type Availability = z.infer<typeof Availability>;

/** A booking with everything that is in its way. Of two that overlap it is the later one that tells. */
export const BookingConflicts = z.strictObject({
  booking: ScheduledBooking,
  conflicts: z.array(Conflict),
});
export type BookingConflicts = z.infer<typeof BookingConflicts>;

/** What a repeating booking would be before it is booked. */
export const SeriesPreview = z.strictObject({
  /** Its next starts, the first among them; a few. */
  starts: z.array(Instant),
  /** Null if it doesn't end, or after more than 730 times. */
  count: z.int().nullable(),
  /** What stands in the way of its occurrences within a year, the weightiest of each, in order. */
  conflicts: z.array(z.strictObject({ start: Instant, conflict: Conflict })),
  /** How many more there are than are named. */
  more: z.int().min(0),
});
export type SeriesPreview = z.infer<typeof SeriesPreview>;

export const scheduleChannels = {
  "schedule.get": channel(
    "Bookings and blocks of up to 62 days.",
    z.strictObject({
      from: CalendarDate,
      to: CalendarDate,
      /** A list shows what was cancelled too; left out, it doesn't come. */
      withCancelled: z.boolean().optional(),
    }),
    ScheduleRange,
    ["NOT_FOUND"],
  ),
  "schedule.conflicts": channel(
    "Bookings from now on, as many days ahead as asked, that have something in their way; by start.",
    z.strictObject({
      days: z.int().min(1).max(62),
      /** So many are listed, the others are counted; left out, 200. */
      most: z.int().min(0).max(200).optional(),
    }),
    z.strictObject({
      conflicts: z.array(BookingConflicts),
      /** How many more there are than are listed. */
      more: z.int().min(0),
    }),
    ["NOT_FOUND"],
  ),
  "booking.get": channel(
    "One booking with its log and what it overlaps.",
    z.strictObject({ id: Id, originalStart: Instant.nullable().default(null) }),
    BookingDetail,
    ["NOT_FOUND"],
  ),
  "booking.check": channel(
    "Whether a time is free for a staff member; changes nothing.",
    Placement.extend({
      ignoreBookingId: Id.nullable(),
      /** Which occurrence of it; null or left out for all of a series. */
      ignoreOriginalStart: Instant.nullable().default(null),
    }),
    Availability,
    ["NOT_FOUND"],
  ),
  "booking.create": channel(
    "Books. The caller chooses the id, so that a repeated call makes one booking.",
    z.strictObject({
      id: Id,
      booking: BookingInput,
      anyway: Anyway,
      /** Who is booked had waited for it: the entry of the waitlist goes with the booking. */
      waitingId: Id.nullable().optional(),
    }),
    ScheduledBooking,
    ["CONFLICT", "NOT_FOUND", "NOT_ALLOWED"],
  ),
  "booking.update": channel(
    "Changes a booking: time, staff, service, customer, notes, price.",
    Row.extend({ changes: BookingInput.partial(), anyway: Anyway, scope: Scope.default(null) }),
    ScheduledBooking,
    ["CONFLICT", "NOT_FOUND", "STALE", "NOT_ALLOWED"],
  ),
  "booking.setStatus": channel(
    "Sets the status; every step can be taken back, from cancelled too.",
    Row.extend({
      status: z.enum(BOOKING_STATUSES),
      reason: z.string().max(500),
      scope: Scope.default(null),
    }),
    ScheduledBooking,
    ["NOT_FOUND", "STALE"],
  ),
  "booking.takeBack": channel(
    "Takes back a change of a series, named by the id and revision it was answered with, if nothing of the series was changed since.",
    Row,
    ScheduledBooking,
    ["NOT_FOUND", "STALE"],
  ),
  "booking.walkIn": channel(
    "Books a walk-in from now with the first staff member who is free for the service, or with the one named.",
    z.strictObject({ id: Id, serviceId: Id, staffId: Id.nullable(), customer: BookingCustomer }),
    ScheduledBooking,
    ["CONFLICT", "NOT_FOUND", "NOT_ALLOWED"],
  ),
  "series.check": channel(
    "When a repeating booking would be, and what stands in its way within a year; changes nothing.",
    Placement.extend({ rrule: z.string().max(500), ignoreBookingId: Id.nullable() }),
    SeriesPreview,
    ["NOT_FOUND"],
  ),
  "series.outline": channel(
    "How often a series happens, in all and from one of its occurrences on; null where it doesn't end.",
    z.strictObject({ id: Id, originalStart: Instant }),
    z.strictObject({ start: Instant, count: z.int().nullable(), following: z.int().nullable() }),
    ["NOT_FOUND"],
  ),
  "block.create": channel(
    "Blocks time at the desk, once or again and again.",
    BlockInput.extend({ id: Id }),
    ChangedBlock,
    ["NOT_FOUND"],
  ),
  "block.update": channel(
    "Changes a block of the desk, or of a series what is meant.",
    Row.extend({ fields: BlockInput, scope: Scope.default(null) }),
    ChangedBlock,
    ["NOT_FOUND", "STALE", "NOT_ALLOWED"],
  ),
  "block.remove": channel(
    "Frees the time of a block of the desk, or of a series what is meant.",
    Row.extend({ scope: Scope.default(null) }),
    BlockChange,
    ["NOT_FOUND", "STALE", "NOT_ALLOWED"],
  ),
  "block.takeBack": channel(
    "Takes back a change of blocks, if nothing of them was changed since; the answer names that, to do it again.",
    BlockChange,
    BlockChange,
    ["STALE"],
  ),
  "block.assign": channel(
    "Gives a block from Google to one staff member, or back to everyone; the choice stays when the event moves.",
    z.strictObject({ id: Id, staffId: Id.nullable() }),
    Block,
    ["NOT_FOUND", "NOT_ALLOWED"],
  ),
  "block.daysOff": channel(
    "Whole days blocked at the desk, for somebody or everyone, that are not over yet; by their first day.",
    z.strictObject({}),
    z.array(Block),
  ),
} as const;
