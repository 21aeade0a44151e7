import { sql } from "kysely";
import type { Migration } from "../migrate.ts";

/** When a mail was given up: the health page is alarmed by new ones, not by what everybody has seen. */
export const givenUpMails: Migration = {
  version: 4,
  name: "given-up-mails",
  apply: async (db) => {
    await sql`ALTER TABLE outbox_mail ADD COLUMN given_up_at bigint`.execute(db);
    // What was given up before had this moment of its next attempt, and is as old as it can be.
    await sql`UPDATE outbox_mail SET given_up_at = created_at
      WHERE sent_at IS NULL AND next_attempt_at = ${Number.MAX_SAFE_INTEGER}`.execute(db);
  },
};
