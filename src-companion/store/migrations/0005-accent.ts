import { sql } from "kysely";
import type { Migration } from "../migrate.ts";

/** The business's own colour; who published before there were colours keeps the ink of the house. */
export const accent: Migration = {
  version: 5,
  name: "accent",
  apply: async (db) => {
    await sql`ALTER TABLE business ADD COLUMN accent text`.execute(db);
  },
};
