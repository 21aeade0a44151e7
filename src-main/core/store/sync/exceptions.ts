import type { Id, Instant } from "../../../../src-shared/domain/primitives.ts";
import type { Database } from "../database.ts";
import { type KnownRow, type KnownEvent, toColumns, toKnown } from "./known-event.ts";

/**
 * What the calendar holds of one occurrence of our series that was ever more than the rule says. Its etag is null
 * again when a change of the series may have lost it.
 */
export interface LinkedException extends KnownEvent {
  readonly bookingId: Id;
  /** The start that the rule gives the occurrence. */
  readonly originalStart: Instant;
  /** Opaque; null until the calendar told it. */
  readonly eventId: string | null;
}

interface Row extends KnownRow {
  readonly booking_id: string;
  readonly original_start: string;
  readonly event_id: string | null;
}

function toException(row: Row): LinkedException {
  return {
    ...toKnown(row),
    bookingId: row.booking_id,
    originalStart: row.original_start,
    eventId: row.event_id,
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
    `UPDATE link_exception SET etag = NULL, fields = NULL, restores = MAX(0, restores - gone), gone = 0
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
      const { bookingId, originalStart, eventId } = exception;
      save.run({ ...toColumns(exception), calendarKey, bookingId, originalStart, eventId });
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
    /**
     * The series changes so that the calendar may keep or drop its exceptions: each has to be looked at again. A restore
     * that still waits is no longer counted: being found deleted then is not a second deletion.
     */
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
