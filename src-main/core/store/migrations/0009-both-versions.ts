/** What the calendar showed is kept beside a question, so that a person can compare both versions. */
export const bothVersions = {
  version: 9,
  name: "both-versions",
  sql: `
    -- The fields of the event as the calendar showed them, as JSON; null where there is nothing to compare.
    ALTER TABLE attention ADD COLUMN theirs TEXT;
    -- Which occurrence of a series it is about; null for a whole booking.
    ALTER TABLE attention ADD COLUMN original_start TEXT;
    DROP INDEX attention_open;
    CREATE UNIQUE INDEX attention_open
      ON attention (kind, coalesce(booking_id, ''), coalesce(event_id, ''), coalesce(original_start, ''))
      WHERE settled_at IS NULL;
  `,
} as const;
