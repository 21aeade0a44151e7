import type { Id } from "../../../../src-shared/domain/primitives.ts";
import type { RemoteRow } from "../../calendars/remote-calendar.ts";
import type { Database } from "../database.ts";

/** A row of the calendar that can be kept: an event, or the tombstone of one occurrence of a series. */
export type ForeignRow = Exclude<RemoteRow, { readonly is: "malformed" }>;

interface Row {
  readonly event: string;
}

function idOf(row: ForeignRow): string {
  return row.is === "live" ? row.event.id : row.id;
}

function seriesOf(row: ForeignRow): string | null {
  return row.is === "live" ? row.event.seriesId : row.seriesId;
}

/** The foreign rows of a calendar: what its blocks are made of. */
export function createForeignEvents(db: Database) {
  const save = db.statement(
    "foreign.save",
    `INSERT OR REPLACE INTO foreign_event (calendar_key, event_id, series_id, etag, event)
     VALUES (:calendarKey, :eventId, :seriesId, :etag, :event)`,
  );
  const find = db.statement<Row>(
    "foreign.find",
    "SELECT event FROM foreign_event WHERE calendar_key = :calendarKey AND event_id = :eventId",
  );
  const ofSeries = db.statement<Row>(
    "foreign.ofSeries",
    "SELECT event FROM foreign_event WHERE calendar_key = :calendarKey AND series_id = :seriesId ORDER BY event_id",
  );
  const ids = db.statement<{ event_id: string }>(
    "foreign.ids",
    "SELECT event_id FROM foreign_event WHERE calendar_key = :calendarKey",
  );
  const drop = db.statement(
    "foreign.drop",
    "DELETE FROM foreign_event WHERE calendar_key = :calendarKey AND event_id = :eventId",
  );
  const dropSeries = db.statement(
    "foreign.dropSeries",
    "DELETE FROM foreign_event WHERE calendar_key = :calendarKey AND series_id = :seriesId",
  );
  const dropAll = db.statement(
    "foreign.dropAll",
    "DELETE FROM foreign_event WHERE calendar_key = :calendarKey",
  );
  // Written by `save` below only, in the same shape.
  const read = (row: Row): ForeignRow => JSON.parse(row.event) as ForeignRow;
  return {
    save(calendarKey: string, row: ForeignRow): void {
      save.run({
        calendarKey,
        eventId: idOf(row),
        seriesId: seriesOf(row),
        etag: (row.is === "live" ? row.event.etag : row.etag) ?? "",
        event: JSON.stringify(row),
      });
    },
    find(calendarKey: string, eventId: string): ForeignRow | undefined {
      const row = find.get({ calendarKey, eventId });
      return row === undefined ? undefined : read(row);
    },
    /** The exceptions of a series: moved, changed and cancelled occurrences. */
    ofSeries: (calendarKey: string, seriesId: string): ForeignRow[] =>
      ofSeries.all({ calendarKey, seriesId }).map(read),
    ids: (calendarKey: string): Id[] => ids.all({ calendarKey }).map((row) => row.event_id),
    drop(calendarKey: string, eventId: string): boolean {
      return drop.run({ calendarKey, eventId }) > 0;
    },
    dropSeries(calendarKey: string, seriesId: string): void {
      dropSeries.run({ calendarKey, seriesId });
    },
    dropAll(calendarKey: string): void {
      dropAll.run({ calendarKey });
    },
  };
}
export type ForeignEvents = ReturnType<typeof createForeignEvents>;
