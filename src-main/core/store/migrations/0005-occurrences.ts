/** Why one occurrence was cancelled, and the indexes by which a stretch of time finds the exceptions near it. */
export const occurrences = {
  version: 5,
  name: "occurrences",
  sql: `
    ALTER TABLE booking_override ADD COLUMN cancel_reason TEXT NOT NULL DEFAULT '';
    CREATE INDEX booking_override_original ON booking_override (original_start);
    CREATE INDEX booking_override_start ON booking_override (start) WHERE start IS NOT NULL;

    -- series_end is null for an endless series; the start rules out those that begin later without reading them.
    DROP INDEX booking_series;
    CREATE INDEX booking_series ON booking (series_end, start) WHERE rrule IS NOT NULL;
  `,
} as const;
