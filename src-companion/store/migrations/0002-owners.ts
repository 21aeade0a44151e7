import { sql } from "kysely";
import type { Migration } from "../migrate.ts";

/** Who may pair another desk with a business: whoever confirmed the first one. */
export const owners: Migration = {
  version: 2,
  name: "owners",
  apply: async (db) => {
    await sql`ALTER TABLE business ADD COLUMN owner_id text REFERENCES customer (id) ON DELETE SET NULL`.execute(
      db,
    );
  },
};
