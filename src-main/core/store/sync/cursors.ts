import type { Instant } from "../../../../src-shared/domain/primitives.ts";
import type { Database } from "../database.ts";

/** The calendar's sync token with what it was issued for. */
export interface Cursor {
  readonly token: string;
  readonly windowStart: Instant;
  readonly parameters: string;
  /** When the full list was made that this cursor goes back to. */
  readonly listedAt: Instant;
  readonly savedAt: Instant;
}

interface Row {
  readonly token: string;
  readonly window_start: string;
  readonly parameters: string;
  readonly listed_at: string;
  readonly saved_at: string;
}

export function createCursors(db: Database) {
  const find = db.statement<Row>(
    "cursor.find",
    "SELECT * FROM cursor WHERE calendar_key = :calendarKey",
  );
  const save = db.statement(
    "cursor.save",
    `INSERT OR REPLACE INTO cursor (calendar_key, token, window_start, parameters, listed_at, saved_at)
     VALUES (:calendarKey, :token, :windowStart, :parameters, :listedAt, :savedAt)`,
  );
  const drop = db.statement("cursor.drop", "DELETE FROM cursor WHERE calendar_key = :calendarKey");
  return {
    find(calendarKey: string): Cursor | undefined {
      const row = find.get({ calendarKey });
      if (row === undefined) return undefined;
      return {
        token: row.token,
        windowStart: row.window_start,
        parameters: row.parameters,
        listedAt: row.listed_at,
        savedAt: row.saved_at,
      };
    },
    save(calendarKey: string, cursor: Cursor): void {
      save.run({ calendarKey, ...cursor });
    },
    drop(calendarKey: string): void {
      drop.run({ calendarKey });
    },
  };
}
export type Cursors = ReturnType<typeof createCursors>;
