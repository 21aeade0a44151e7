import type { Database } from "./database.ts";

const TABLES = [
  "booking",
  "block",
  "customer",
  "staff",
  "service",
  "link",
  "pending_change",
] as const;

/** How many rows the tables have that a report names. */
export function createCounts(db: Database): () => Readonly<Record<string, number>> {
  const count = db.statement<Record<string, number>>(
    "counts",
    `SELECT ${TABLES.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join(", ")}`,
  );
  return () => count.get() ?? {};
}
