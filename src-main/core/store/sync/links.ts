import type { Id, Instant } from "../../../../src-shared/domain/primitives.ts";
import type { Database } from "../database.ts";
import { type KnownRow, type KnownEvent, toColumns, toKnown } from "./known-event.ts";

/** Booking ↔ event of one calendar. The row and its event id exist before the first request. */
export interface Link extends KnownEvent {
  readonly bookingId: Id;
  readonly eventId: string;
  readonly generation: number;
}

interface Row extends KnownRow {
  readonly booking_id: string;
  readonly event_id: string;
  readonly generation: number;
}

function toLink(row: Row): Link {
  return {
    ...toKnown(row),
    bookingId: row.booking_id,
    eventId: row.event_id,
    generation: row.generation,
  };
}

function statements(db: Database) {
  return {
    save: db.statement(
      "link.save",
      `INSERT INTO link (calendar_key, booking_id, event_id, generation, etag, fields, gone, restores)
       VALUES (:calendarKey, :bookingId, :eventId, :generation, :etag, :fields, :gone, :restores)
       ON CONFLICT (calendar_key, booking_id) DO UPDATE SET event_id = excluded.event_id,
         generation = excluded.generation, etag = excluded.etag, fields = excluded.fields, gone = excluded.gone,
         restores = excluded.restores`,
    ),
    ofBooking: db.statement<Row>(
      "link.ofBooking",
      "SELECT * FROM link WHERE calendar_key = :calendarKey AND booking_id = :bookingId",
    ),
    ofEvent: db.statement<Row>(
      "link.ofEvent",
      "SELECT * FROM link WHERE calendar_key = :calendarKey AND event_id = :eventId",
    ),
    live: db.statement<Row>(
      "link.live",
      `SELECT link.* FROM link JOIN booking ON booking.id = link.booking_id
       WHERE calendar_key = :calendarKey AND gone = 0 AND etag IS NOT NULL
         AND iif(booking.rrule IS NULL, booking.end, coalesce(booking.series_end, '9')) > :from
       ORDER BY booking.start`,
    ),
    toDelete: db.statement<{ id: Id }>(
      "link.toDelete",
      `SELECT b.id FROM pending_change p JOIN booking b ON b.id = p.booking_id
         JOIN link l ON l.booking_id = b.id AND l.calendar_key = :calendarKey
       WHERE b.status = 'cancelled' AND p.parked_code IS NULL AND l.gone = 0 AND l.etag IS NOT NULL
       ORDER BY b.start`,
    ),
    count: db.statement<{ n: number }>(
      "link.count",
      "SELECT count(*) AS n FROM link WHERE calendar_key = :calendarKey AND gone = 0 AND etag IS NOT NULL",
    ),
  };
}

export function createLinks(db: Database) {
  const sql = statements(db);
  const optional = (row: Row | undefined): Link | undefined =>
    row === undefined ? undefined : toLink(row);
  return {
    save(calendarKey: string, link: Link): void {
      const { bookingId, eventId, generation } = link;
      sql.save.run({ ...toColumns(link), calendarKey, bookingId, eventId, generation });
    },
    ofBooking: (calendarKey: string, bookingId: Id): Link | undefined =>
      optional(sql.ofBooking.get({ calendarKey, bookingId })),
    ofEvent: (calendarKey: string, eventId: string): Link | undefined =>
      optional(sql.ofEvent.get({ calendarKey, eventId })),
    /** Links with a live event whose booking ends after `from`, of a series its last occurrence. */
    live: (calendarKey: string, from: Instant): Link[] =>
      sql.live.all({ calendarKey, from }).map(toLink),
    /** Bookings whose events sending the queue would delete, in the order of time. */
    toDelete: (calendarKey: string): Id[] => sql.toDelete.all({ calendarKey }).map(({ id }) => id),
    count: (calendarKey: string): number => sql.count.get({ calendarKey })?.n ?? 0,
  };
}
export type Links = ReturnType<typeof createLinks>;
