import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import {
  BELONGS_IN_CALENDAR,
  ENDS_AFTER,
  OCCUPIES,
  PUT_BOOKING,
  SELECT_BOOKING,
  SELECT_FOR_CALENDAR,
  SELECT_IN_RANGE,
  SELECT_IN_RANGE_WITH_CANCELLED,
  SELECT_SCHEDULED,
  SELECT_TAKEN_SPANS,
  SERIES_NEAR,
} from "./booking-rows.ts";
import type {
  BookingRow,
  ForCalendarRow,
  RangeRow,
  ScheduledRow,
  ServiceName,
  TakenSpan,
  TakenTime,
} from "./booking-rows.ts";
import type { Database } from "./database.ts";

const OF_SERVICE = `
  b.id IN (
    SELECT id FROM booking WHERE service_id = :serviceId
    UNION ALL
    SELECT booking_id FROM booking_override WHERE service_id = :serviceId
  )`;

function reading(db: Database) {
  return {
    find: db.statement<BookingRow>("booking.find", `${SELECT_BOOKING} WHERE b.id = :id`),
    scheduled: db.statement<ScheduledRow>(
      "booking.scheduled",
      `${SELECT_SCHEDULED} WHERE b.id = :id`,
    ),
    range: db.statement<RangeRow>("booking.range", SELECT_IN_RANGE),
    rangeWithCancelled: db.statement<RangeRow>(
      "booking.rangeWithCancelled",
      SELECT_IN_RANGE_WITH_CANCELLED,
    ),
    serviceNames: db.statement<ServiceName>(
      "booking.serviceNames",
      "SELECT id, name AS serviceName, tint FROM service",
    ),
    seriesRange: db.statement<ScheduledRow>(
      "booking.seriesRange",
      `${SELECT_SCHEDULED} WHERE ${SERIES_NEAR} AND b.status <> 'cancelled'`,
    ),
    taken: db.statement<Omit<TakenTime, "originalStart">>(
      "booking.taken",
      `SELECT b.id AS bookingId, coalesce(c.name, '') AS customerName, b.start, b.end
       FROM booking b LEFT JOIN customer c ON c.id = b.customer_id
       WHERE b.staff_id = :staffId AND b.rrule IS NULL AND ${OCCUPIES}
         AND b.start > :reach AND b.start < :to AND b.end > :from
       ORDER BY b.start, b.id`,
    ),
    takenSpans: db.statement<Omit<TakenSpan, "originalStart">>(
      "booking.takenSpans",
      SELECT_TAKEN_SPANS,
    ),
    takenBySeries: db.statement<ForCalendarRow>(
      "booking.takenBySeries",
      `${SELECT_FOR_CALENDAR} WHERE ${SERIES_NEAR} AND b.status <> 'cancelled'`,
    ),
  };
}

function forCalendar(db: Database) {
  return {
    forCalendar: db.statement<ForCalendarRow>(
      "booking.forCalendar",
      `${SELECT_FOR_CALENDAR} WHERE b.id = :id`,
    ),
    inCalendarFrom: db.statement<{ id: Id }>(
      "booking.inCalendarFrom",
      `SELECT b.id FROM booking b WHERE ${BELONGS_IN_CALENDAR} AND ${ENDS_AFTER} ORDER BY b.start, b.id`,
    ),
    ofService: db.statement<{ id: Id }>(
      "booking.ofService",
      `SELECT b.id FROM booking b WHERE ${OF_SERVICE} AND ${BELONGS_IN_CALENDAR} AND ${ENDS_AFTER}`,
    ),
    ofCustomer: db.statement<{ id: Id }>(
      "booking.ofCustomer",
      `SELECT b.id FROM booking b WHERE b.customer_id = :customerId AND ${BELONGS_IN_CALENDAR} AND ${ENDS_AFTER}`,
    ),
    originalStarts: db.statement<{ originalStart: Instant }>(
      "booking.originalStarts",
      `SELECT original_start AS originalStart FROM booking_override WHERE booking_id = :id ORDER BY original_start`,
    ),
  };
}

export function bookingStatements(db: Database) {
  return {
    ...reading(db),
    ...forCalendar(db),
    put: db.statement("booking.put", PUT_BOOKING),
    touch: db.statement(
      "booking.touch",
      "UPDATE booking SET revision = :revision, updated_at = :now WHERE id = :id",
    ),
  };
}
export type BookingStatements = ReturnType<typeof bookingStatements>;
