import type { Id, Instant } from "../../../../src-shared/domain/primitives.ts";
import type { EventFields } from "../../calendars/remote-calendar.ts";
import type { Database } from "../database.ts";

/** What the calendar holds of one occurrence of our series that was ever more than the rule says. */
export interface LinkedException {
  readonly bookingId: Id;
  /** The start that the rule gives the occurrence. */
  readonly originalStart: Instant;
  /** Opaque; null until the calendar told it. */
  readonly eventId: string | null;
  /** Null until the calendar acknowledged a write, and again when a change of the series may have lost it. */
  readonly etag: string | null;
  readonly fields: EventFields | null;
  readonly gone: boolean;
  readonly restores: number;
}

interface Row {
  readonly booking_id: string;
  readonly original_start: string;
  readonly event_id: string | null;
  readonly etag: string | null;
  readonly fields: string | null;
  readonly gone: number;
  readonly restores: number;
}

function toException(row: Row): LinkedException {
  return {
    bookingId: row.booking_id,
    originalStart: row.original_start,
    eventId: row.event_id,
    etag: row.etag,
    // Written by this file only, in the same shape.
    fields: row.fields === null ? null : (JSON.parse(row.fields) as EventFields),
    gone: row.gone === 1,
    restores: row.restores,
  };
}

export function createExceptions(db: Database) {
  const save = db.statement(
    "exception.save",
    `INSERT OR REPLACE INTO link_exception
       (calendar_key, booking_id, original_start, event_id, etag, fields, gone, restores)
     VALUES (:calendarKey, :bookingId, :originalStart, :eventId, :etag, :fields, :gone, :restores)`,
  );
  const find = db.statement<Row>(
    "exception.find",
    `SELECT * FROM link_exception
     WHERE calendar_key = :calendarKey AND booking_id = :bookingId AND original_start = :originalStart`,
  );
  const ofEvent = db.statement<Row>(
    "exception.ofEvent",
    "SELECT * FROM link_exception WHERE calendar_key = :calendarKey AND event_id = :eventId",
  );
  const ofBooking = db.statement<Row>(
    "exception.ofBooking",
    `SELECT * FROM link_exception WHERE calendar_key = :calendarKey AND booking_id = :bookingId ORDER BY original_start`,
  );
  const doubt = db.statement(
    "exception.doubt",
    `UPDATE link_exception SET etag = NULL, fields = NULL, gone = 0
     WHERE calendar_key = :calendarKey AND booking_id = :bookingId`,
  );
  const drop = db.statement(
    "exception.drop",
    `DELETE FROM link_exception
     WHERE calendar_key = :calendarKey AND booking_id = :bookingId AND original_start = :originalStart`,
  );
  const dropAll = db.statement(
    "exception.dropAll",
    "DELETE FROM link_exception WHERE calendar_key = :calendarKey AND booking_id = :bookingId",
  );
  return {
    save(calendarKey: string, exception: LinkedException): void {
      const { fields, gone, ...columns } = exception;
      save.run({
        ...columns,
        calendarKey,
        fields: fields === null ? null : JSON.stringify(fields),
        gone: gone ? 1 : 0,
      });
    },
    find(calendarKey: string, bookingId: Id, originalStart: Instant): LinkedException | undefined {
      const row = find.get({ calendarKey, bookingId, originalStart });
      return row === undefined ? undefined : toException(row);
    },
    ofEvent(calendarKey: string, eventId: string): LinkedException | undefined {
      const row = ofEvent.get({ calendarKey, eventId });
      return row === undefined ? undefined : toException(row);
    },
    ofBooking: (calendarKey: string, bookingId: Id): LinkedException[] =>
      ofBooking.all({ calendarKey, bookingId }).map(toException),
    /** The series changes so that the calendar may keep or drop its exceptions: each has to be looked at again. */
    doubt(calendarKey: string, bookingId: Id): void {
      doubt.run({ calendarKey, bookingId });
    },
    drop(calendarKey: string, bookingId: Id, originalStart: Instant): void {
      drop.run({ calendarKey, bookingId, originalStart });
    },
    dropAll(calendarKey: string, bookingId: Id): void {
      dropAll.run({ calendarKey, bookingId });
    },
  };
}
export type Exceptions = ReturnType<typeof createExceptions>;
