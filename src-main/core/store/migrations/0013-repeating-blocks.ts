/** A block of the desk may repeat, as a booking may: by a rule, without the days that were taken out of it. */
export const repeatingBlocks = {
  version: 13,
  name: "repeating-blocks",
  sql: `
    -- Whose wall clock a series keeps; null for a single block. The columns of its rule and end waited since version 1.
    ALTER TABLE block ADD COLUMN zone TEXT;
    CREATE INDEX block_series ON block (series_end) WHERE rrule IS NOT NULL;

    -- Occurrences that a series leaves out; one that was changed is a block of its own.
    CREATE TABLE block_exception (
      block_id TEXT NOT NULL REFERENCES block (id) ON DELETE CASCADE,
      original_start TEXT NOT NULL,
      PRIMARY KEY (block_id, original_start)
    ) STRICT, WITHOUT ROWID;
  `,
} as const;
