import { sql } from "kysely";
import type { Migration } from "../migrate.ts";

/**
 * Which hold became the request, or was the last to move it: a form that is sent twice finds what the first one
 * booked, and no hold becomes two. Takes the place of a secret for links that no mail ever had; rows from before keep
 * that value, which no hold has.
 */
export const holdOfRequest: Migration = {
  version: 3,
  name: "hold-of-a-request",
  apply: async (db) => {
    await sql`ALTER TABLE booking_request RENAME COLUMN link_hash TO hold_id`.execute(db);
  },
};
