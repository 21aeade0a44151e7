import type { BookingStatus, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { MAX_BOOKING_MINUTES } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { Database } from "./database.ts";

/** One occurrence of a series that differs from its rule. What is null follows the series. */
export interface Override {
  readonly bookingId: Id;
  /** The start that the rule gives the occurrence; it names it. */
  readonly originalStart: Instant;
  /** That of the booking when the override was written. */
  readonly revision: number;
  /** Keeps the other fields, so that taking it back brings the occurrence to where it was. */
  readonly cancelled: boolean;
  readonly cancelReason: string;
  readonly start: Instant | null;
  readonly end: Instant | null;
  readonly staffId: Id | null;
  readonly serviceId: Id | null;
  readonly status: BookingStatus | null;
  readonly customerNotes: string | null;
  readonly deskNotes: string | null;
  readonly priceMinor: number | null;
}

/** An override with the names of what it chose instead; null where it follows the series. */
export interface NamedOverride extends Override {
  readonly serviceName: string | null;
  readonly tint: ScheduledBooking["tint"] | null;
  readonly staffName: string | null;
}

type Row = Omit<NamedOverride, "cancelled"> & { readonly cancelled: number };

const SELECT = `
  SELECT o.booking_id AS bookingId, o.original_start AS originalStart, o.revision, o.cancelled,
    o.cancel_reason AS cancelReason, o.start, o.end, o.staff_id AS staffId, o.service_id AS serviceId, o.status,
    o.customer_notes AS customerNotes, o.desk_notes AS deskNotes, o.price_minor AS priceMinor,
    service.name AS serviceName, service.tint, staff.name AS staffName
  FROM booking_override o
  LEFT JOIN service ON service.id = o.service_id
  LEFT JOIN staff ON staff.id = o.staff_id`;

/** Those whose own or original time may touch [:from, :to); a few more, no fewer. */
const NEAR = `
  (o.booking_id, o.original_start) IN (
    SELECT booking_id, original_start FROM booking_override WHERE original_start > :reach AND original_start < :ahead
    UNION
    SELECT booking_id, original_start FROM booking_override
    WHERE start IS NOT NULL AND start > :reach AND start < :to AND end > :from
  )`;

const PUT = `
  INSERT OR REPLACE INTO booking_override
    (booking_id, original_start, revision, cancelled, cancel_reason, start, end, staff_id, service_id, status,
     customer_notes, desk_notes, price_minor)
  VALUES
    (:bookingId, :originalStart, :revision, :cancelled, :cancelReason, :start, :end, :staffId, :serviceId, :status,
     :customerNotes, :deskNotes, :priceMinor)`;

/** An occurrence in an hour that the clocks skip begins later than it is named, in the widest gap by a day. */
const NAME_MARGIN_MS = 86_400_000;

function toOverride(row: Row): NamedOverride {
  return { ...row, cancelled: row.cancelled === 1 };
}

export function createBookingOverrides(db: Database) {
  const sql = {
    ofBooking: db.statement<Row>(
      "override.ofBooking",
      `${SELECT} WHERE o.booking_id = :bookingId ORDER BY o.original_start`,
    ),
    find: db.statement<Row>(
      "override.find",
      `${SELECT} WHERE o.booking_id = :bookingId AND o.original_start = :originalStart`,
    ),
    near: db.statement<Row>("override.near", `${SELECT} WHERE ${NEAR} ORDER BY o.original_start`),
    put: db.statement("override.put", PUT),
    dropAll: db.statement(
      "override.dropAll",
      "DELETE FROM booking_override WHERE booking_id = :bookingId",
    ),
    drop: db.statement(
      "override.drop",
      "DELETE FROM booking_override WHERE booking_id = :bookingId AND original_start = :originalStart",
    ),
  };
  const put = (override: Override): void => {
    sql.put.run({ ...override, cancelled: Number(override.cancelled) });
  };
  return {
    /** By original start. */
    ofBooking: (bookingId: Id): NamedOverride[] => sql.ofBooking.all({ bookingId }).map(toOverride),
    find(bookingId: Id, originalStart: Instant): NamedOverride | undefined {
      const row = sql.find.get({ bookingId, originalStart });
      return row === undefined ? undefined : toOverride(row);
    },
    /** Of every series: those whose own or original time may touch the time from `from` until before `to`. */
    near(from: Instant, to: Instant): NamedOverride[] {
      const longest = MAX_BOOKING_MINUTES * 60_000;
      const reach = toInstant(toMs(from) - longest - NAME_MARGIN_MS);
      const ahead = toInstant(toMs(to) + NAME_MARGIN_MS);
      return sql.near.all({ from, to, reach, ahead }).map(toOverride);
    },
    put,
    drop(bookingId: Id, originalStart: Instant): void {
      sql.drop.run({ bookingId, originalStart });
    },
    /** The overrides of a series are these from now on. */
    replaceAll(bookingId: Id, overrides: readonly Override[]): void {
      sql.dropAll.run({ bookingId });
      for (const override of overrides) put(override);
    },
  };
}
export type BookingOverrides = ReturnType<typeof createBookingOverrides>;
