import { MAX_BOOKING_MINUTES, MIN_BOOKING_MINUTES } from "../../../src-shared/domain/booking.ts";
import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { toMs } from "../../../src-shared/time/zones.ts";
import type { BookingLog } from "./booking-log.ts";
import {
  BELONGS_IN_CALENDAR,
  IN_RANGE,
  OCCUPIES,
  PUT_BOOKING,
  rangeParams,
  SELECT_BOOKING,
  SELECT_FOR_CALENDAR,
  SELECT_SCHEDULED,
  toBooking,
  toBookingForCalendar,
  toScheduled,
} from "./booking-rows.ts";
import type {
  BookingForCalendar,
  BookingRow,
  ForCalendarRow,
  ScheduledRow,
  TakenTime,
} from "./booking-rows.ts";
import type { Database } from "./database.ts";
import { mustExist } from "./revision.ts";

function statements(db: Database) {
  return {
    find: db.statement<BookingRow>("booking.find", `${SELECT_BOOKING} WHERE b.id = :id`),
    scheduled: db.statement<ScheduledRow>(
      "booking.scheduled",
      `${SELECT_SCHEDULED} WHERE b.id = :id`,
    ),
    range: db.statement<ScheduledRow>(
      "booking.range",
      `${SELECT_SCHEDULED} WHERE ${IN_RANGE} AND b.status <> 'cancelled' ORDER BY b.start, b.id`,
    ),
    taken: db.statement<TakenTime>(
      "booking.taken",
      `SELECT b.id AS bookingId, coalesce(c.name, '') AS customerName, b.start, b.end
       FROM booking b LEFT JOIN customer c ON c.id = b.customer_id
       WHERE b.staff_id = :staffId AND ${OCCUPIES} AND b.start > :reach AND b.start < :to AND b.end > :from
       ORDER BY b.start, b.id`,
    ),
    forCalendar: db.statement<ForCalendarRow>(
      "booking.forCalendar",
      `${SELECT_FOR_CALENDAR} WHERE b.id = :id`,
    ),
    inCalendarFrom: db.statement<{ id: Id }>(
      "booking.inCalendarFrom",
      `SELECT b.id FROM booking b WHERE ${BELONGS_IN_CALENDAR} AND (b.end > :since OR b.rrule IS NOT NULL)
       ORDER BY b.start, b.id`,
    ),
    ofService: db.statement<{ id: Id }>(
      "booking.ofService",
      `SELECT b.id FROM booking b WHERE b.service_id = :serviceId AND ${BELONGS_IN_CALENDAR}
         AND (b.end > :since OR b.rrule IS NOT NULL)`,
    ),
    ofCustomer: db.statement<{ id: Id }>(
      "booking.ofCustomer",
      `SELECT b.id FROM booking b WHERE b.customer_id = :customerId AND ${BELONGS_IN_CALENDAR}
         AND (b.end > :since OR b.rrule IS NOT NULL)`,
    ),
    put: db.statement("booking.put", PUT_BOOKING),
    move: db.statement(
      "booking.move",
      `UPDATE booking SET start = :start, end = :end, updated_at = :now, revision = revision + 1 WHERE id = :id`,
    ),
  };
}

function isBookableLength(start: Instant, end: Instant): boolean {
  const minutes = (toMs(end) - toMs(start)) / 60_000;
  return minutes >= MIN_BOOKING_MINUTES && minutes <= MAX_BOOKING_MINUTES;
}

/** Bookings alone: logging and queueing belong to the use-cases, except for `moveByGoogle`, which is one itself. */
export function createBookings(db: Database, log: BookingLog) {
  const sql = statements(db);
  return {
    find(id: Id): Booking | undefined {
      const row = sql.find.get({ id });
      return row === undefined ? undefined : toBooking(row);
    },
    /** As the schedule draws it. */
    findScheduled(id: Id): ScheduledBooking | undefined {
      const row = sql.scheduled.get({ id });
      return row === undefined ? undefined : toScheduled(row);
    },
    /** Everything but cancelled bookings that touches the time from `from` until before `to`, by start. */
    inRange(from: Instant, to: Instant): ScheduledBooking[] {
      return sql.range.all(rangeParams(from, to)).map(toScheduled);
    },
    /** Bookings that take up a staff member's time between `from` and `to`, by start. */
    taken(staffId: Id, from: Instant, to: Instant): TakenTime[] {
      return sql.taken.all({ staffId, ...rangeParams(from, to) });
    },
    forCalendar(id: Id): BookingForCalendar | undefined {
      const row = sql.forCalendar.get({ id });
      return row === undefined ? undefined : toBookingForCalendar(row);
    },
    /** Bookings that belong in the calendar and end after `since`, by start. */
    inCalendarFrom(since: Instant): Id[] {
      return sql.inCalendarFrom.all({ since }).map((row) => row.id);
    },
    inCalendarOfService(serviceId: Id, since: Instant): Id[] {
      return sql.ofService.all({ serviceId, since }).map((row) => row.id);
    },
    inCalendarOfCustomer(customerId: Id, since: Instant): Id[] {
      return sql.ofCustomer.all({ customerId, since }).map((row) => row.id);
    },
    put(booking: Booking): void {
      sql.put.run({ ...booking, walkIn: Number(booking.walkIn) });
    },
    /**
     * Takes over a new time from the calendar: logged, one revision on, nothing queued.
     * @throws AppError NOT_FOUND; NOT_ALLOWED if a booking can't last that long
     */
    moveByGoogle(id: Id, start: Instant, end: Instant, now: Instant): void {
      if (!isBookableLength(start, end))
        throw new AppError("NOT_ALLOWED", "A booking lasts between 5 minutes and 24 hours.");
      db.write("booking.moveByGoogle", () => {
        const before = mustExist(sql.find.get({ id }), "booking");
        sql.move.run({ id, start, end, now });
        const details = { fromStart: before.start, fromEnd: before.end, start, end };
        log.add(id, now, "google", { action: "moved", details });
      });
    },
  };
}
export type Bookings = ReturnType<typeof createBookings>;
