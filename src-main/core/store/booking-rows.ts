import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { MAX_BOOKING_MINUTES } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";

/** How the booking table is read: the columns, the joins of the schedule, and the range rule that its index serves. */

type Stored<B extends Booking> = Omit<B, "walkIn"> & { readonly walkIn: number };
export type BookingRow = Stored<Booking>;
export interface ScheduledRow extends Omit<Stored<ScheduledBooking>, "firstVisit" | "occurrence"> {
  readonly firstVisit: number;
}

const COLUMNS = `
  b.id, b.revision, b.staff_id AS staffId, b.service_id AS serviceId, b.customer_id AS customerId,
  b.walk_in AS walkIn, b.start, b.end, b.zone, b.rrule, b.status, b.cancel_reason AS cancelReason,
  b.customer_notes AS customerNotes, b.desk_notes AS deskNotes, b.price_minor AS priceMinor, b.source,
  b.created_at AS createdAt, b.updated_at AS updatedAt`;

export const SELECT_BOOKING = `SELECT ${COLUMNS} FROM booking b`;

/** A change that waits hides what was asked about an older one; a parked one shows even then. */
const CALENDAR_MARK = `
  CASE
    WHEN (SELECT calendar_key FROM connection) IS NULL THEN 'none'
    WHEN p.parked_code IS NOT NULL THEN 'failed'
    WHEN p.booking_id IS NOT NULL THEN 'waiting'
    WHEN EXISTS (SELECT 1 FROM attention a WHERE a.booking_id = b.id AND a.settled_at IS NULL) THEN 'attention'
    WHEN EXISTS (SELECT 1 FROM link l WHERE l.calendar_key = (SELECT calendar_key FROM connection)
      AND l.booking_id = b.id AND l.etag IS NOT NULL AND l.gone = 0) THEN 'sent'
    ELSE 'none'
  END AS calendarMark`;

const SHOWN = `
    coalesce(c.name, '') AS customerName, coalesce(c.alert, '') AS customerAlert,
    b.customer_id IS NOT NULL AND b.start <= coalesce(f.start, b.start) AS firstVisit,
    ${CALENDAR_MARK}`;

const WITH_SHOWN = `
  LEFT JOIN customer c ON c.id = b.customer_id
  LEFT JOIN first_visit f ON f.customer_id = b.customer_id
  LEFT JOIN pending_change p ON p.booking_id = b.id`;

export const SELECT_SCHEDULED = `
  SELECT ${COLUMNS}, s.name AS serviceName, s.tint, ${SHOWN}
  FROM booking b
  JOIN service s ON s.id = b.service_id ${WITH_SHOWN}`;

/** What a service lends to its bookings. Of a whole week it is looked up here: there are few services. */
export interface ServiceName extends Pick<ScheduledBooking, "serviceName" | "tint"> {
  readonly id: Id;
}
export type RangeRow = Omit<ScheduledRow, "serviceName" | "tint">;

/**
 * Single bookings that touch [:from, :to), by start: found by it, no further back than the longest one lasts. The
 * index is named, so that no statistics ever lead to another way.
 */
function inRange(andThat: string): string {
  return `
    SELECT ${COLUMNS}, ${SHOWN}
    FROM booking b INDEXED BY booking_start ${WITH_SHOWN}
    WHERE b.rrule IS NULL AND b.start > :reach AND b.start < :to AND b.end > :from ${andThat}
    ORDER BY b.start, b.id`;
}
export const SELECT_IN_RANGE_WITH_CANCELLED = inRange("");
export const SELECT_IN_RANGE = inRange("AND b.status <> 'cancelled'");

/** Series that may have an occurrence in [:from, :to), one that was moved there too. */
export const SERIES_NEAR = `
  b.id IN (
    SELECT id FROM booking WHERE rrule IS NOT NULL AND series_end IS NULL AND start < :to
    UNION ALL
    SELECT id FROM booking WHERE rrule IS NOT NULL AND series_end > :from AND start < :to
    UNION ALL
    SELECT booking_id FROM booking_override WHERE start IS NOT NULL AND start > :reach AND start < :to AND end > :from
  )`;

/** Ends after `:since`: a single booking, or the last occurrence of a series. */
export const ENDS_AFTER = "(iif(b.rrule IS NULL, b.end, coalesce(b.series_end, '9')) > :since)";

/** What `SELECT_IN_RANGE` and `SERIES_NEAR` have to be run with. */
export function rangeParams(from: Instant, to: Instant) {
  return { from, to, reach: toInstant(toMs(from) - MAX_BOOKING_MINUTES * 60_000) };
}

export function toBooking(row: BookingRow): Booking {
  return { ...row, walkIn: row.walkIn === 1 };
}

export function toBookingForCalendar(row: ForCalendarRow): BookingForCalendar {
  return { ...row, walkIn: row.walkIn === 1 };
}

export function toScheduled(row: ScheduledRow): ScheduledBooking {
  return {
    ...row,
    walkIn: row.walkIn === 1,
    firstVisit: row.firstVisit === 1,
    // A series is drawn by its occurrences, the first of which its row describes.
    occurrence: row.rrule === null ? null : { originalStart: row.start, changed: false },
  };
}

export const PUT_BOOKING = `
  INSERT INTO booking
    (id, revision, staff_id, service_id, customer_id, walk_in, start, end, zone, rrule, series_end, status,
     cancel_reason, customer_notes, desk_notes, price_minor, source, created_at, updated_at)
  VALUES
    (:id, :revision, :staffId, :serviceId, :customerId, :walkIn, :start, :end, :zone, :rrule, :seriesEnd, :status,
     :cancelReason, :customerNotes, :deskNotes, :priceMinor, :source, :createdAt, :updatedAt)
  ON CONFLICT (id) DO UPDATE SET
    revision = excluded.revision, staff_id = excluded.staff_id, service_id = excluded.service_id,
    customer_id = excluded.customer_id, walk_in = excluded.walk_in, start = excluded.start, end = excluded.end,
    zone = excluded.zone, rrule = excluded.rrule, series_end = excluded.series_end, status = excluded.status, cancel_reason = excluded.cancel_reason,
    customer_notes = excluded.customer_notes, desk_notes = excluded.desk_notes, price_minor = excluded.price_minor,
    updated_at = excluded.updated_at`;

/** A booking with the names that its event shows. */
export interface BookingForCalendar extends Booking {
  /** Null for a walk-in who gave no name. */
  readonly customerName: string | null;
  readonly serviceName: string;
  readonly tint: ScheduledBooking["tint"];
  readonly staffName: string;
}
export type ForCalendarRow = Stored<BookingForCalendar>;

export const SELECT_FOR_CALENDAR = `
  SELECT ${COLUMNS}, c.name AS customerName, s.name AS serviceName, s.tint, staff.name AS staffName
  FROM booking b
  JOIN service s ON s.id = b.service_id
  JOIN staff ON staff.id = b.staff_id
  LEFT JOIN customer c ON c.id = b.customer_id`;

/** A stretch of a staff member's time that a booking takes up. */
export interface TakenTime {
  readonly bookingId: string;
  /** Which occurrence of a series it is; null for a single booking. */
  readonly originalStart: Instant | null;
  readonly customerName: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** The same without the name, for looking over many at once. */
export interface TakenSpan extends Omit<TakenTime, "customerName"> {
  readonly status: Booking["status"];
}

/** As SQL: what `occupiesTime` and `belongsInCalendar` of the domain say about `b.status`. */
export const OCCUPIES = "b.status NOT IN ('cancelled', 'noShow')";
export const BELONGS_IN_CALENDAR = "b.status <> 'cancelled'";

/** The times of one staff member in [:from, :to), by start; all of it stands in the index. */
export const SELECT_TAKEN_SPANS = `
  SELECT b.id AS bookingId, b.start, b.end, b.status
  FROM booking b INDEXED BY booking_staff
  WHERE b.staff_id = :staffId AND b.rrule IS NULL AND ${OCCUPIES}
    AND b.start > :reach AND b.start < :to AND b.end > :from
  ORDER BY b.start, b.id`;
