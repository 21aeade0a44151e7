/** What the calendar holds of single occurrences of our series: one row per exception that we wrote or saw. */
export const series = {
  version: 4,
  name: "series",
  sql: `
    CREATE TABLE link_exception (
      calendar_key TEXT NOT NULL,
      booking_id TEXT NOT NULL REFERENCES booking (id),
      -- The start that the rule gives the occurrence; an instant.
      original_start TEXT NOT NULL,
      -- Opaque; null until the calendar told it.
      event_id TEXT,
      -- Null until the calendar acknowledged a write.
      etag TEXT,
      -- The fields as last acknowledged, as JSON; null for an occurrence that was cancelled.
      fields TEXT,
      gone INTEGER NOT NULL,
      restores INTEGER NOT NULL,
      PRIMARY KEY (calendar_key, booking_id, original_start)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX link_exception_event ON link_exception (calendar_key, event_id);

    -- A foreign series has one block for each of its occurrences; remote_event_id names the occurrence then.
    ALTER TABLE block ADD COLUMN remote_series_id TEXT;
    CREATE INDEX block_remote_series ON block (calendar_key, remote_series_id) WHERE remote_series_id IS NOT NULL;
  `,
} as const;
