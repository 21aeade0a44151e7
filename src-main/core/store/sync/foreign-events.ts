import type { Id } from "../../../../src-shared/domain/primitives.ts";
import type { RemoteEvent } from "../../calendars/remote-calendar.ts";
import type { Database } from "../database.ts";

interface Row {
  readonly event_id: string;
  readonly etag: string;
  readonly event: string;
}

/** The foreign rows of a calendar: what its blocks are made of, and whom the desk said they block. */
export function createForeignEvents(db: Database) {
  const save = db.statement(
    "foreign.save",
    `INSERT OR REPLACE INTO foreign_event (calendar_key, event_id, series_id, etag, event)
     VALUES (:calendarKey, :eventId, :seriesId, :etag, :event)`,
  );
  const find = db.statement<Row>(
    "foreign.find",
    "SELECT event_id, etag, event FROM foreign_event WHERE calendar_key = :calendarKey AND event_id = :eventId",
  );
  const ids = db.statement<{ event_id: string }>(
    "foreign.ids",
    "SELECT event_id FROM foreign_event WHERE calendar_key = :calendarKey",
  );
  const drop = db.statement(
    "foreign.drop",
    "DELETE FROM foreign_event WHERE calendar_key = :calendarKey AND event_id = :eventId",
  );
  const dropAll = db.statement(
    "foreign.dropAll",
    "DELETE FROM foreign_event WHERE calendar_key = :calendarKey",
  );
  const assigned = db.statement<{ staff_id: string }>(
    "foreign.assigned",
    "SELECT staff_id FROM foreign_assignment WHERE calendar_key = :calendarKey AND event_id = :eventId",
  );
  return {
    save(calendarKey: string, event: RemoteEvent): void {
      save.run({
        calendarKey,
        eventId: event.id,
        seriesId: event.seriesId,
        etag: event.etag,
        event: JSON.stringify(event),
      });
    },
    find(calendarKey: string, eventId: string): RemoteEvent | undefined {
      const row = find.get({ calendarKey, eventId });
      // Written by `save` above only, in the same shape.
      return row === undefined ? undefined : (JSON.parse(row.event) as RemoteEvent);
    },
    ids: (calendarKey: string): string[] => ids.all({ calendarKey }).map((row) => row.event_id),
    drop(calendarKey: string, eventId: string): boolean {
      return drop.run({ calendarKey, eventId }) > 0;
    },
    dropAll(calendarKey: string): void {
      dropAll.run({ calendarKey });
    },
    /** The staff member whom the desk gave this event or series to; null is everyone. */
    assignedTo: (calendarKey: string, eventId: string): Id | null =>
      assigned.get({ calendarKey, eventId })?.staff_id ?? null,
  };
}
export type ForeignEvents = ReturnType<typeof createForeignEvents>;
