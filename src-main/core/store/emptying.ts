import type { Database } from "./database.ts";

/** Whatever a practice salon may have filled, before what it refers to. Indexes and first visits go along. */
const FILLED = [
  "online_request",
  "online_customer",
  "attention",
  "pending_change",
  "waiting",
  "booking",
  "block",
  "customer",
  "service_staff",
  "service",
  "staff",
  "journal",
  "sync_run",
  "business",
] as const;

/** Empties the desk of its business and everything that belongs to it; what was decided about the window stays. */
export function createEmptying(db: Database): () => void {
  const statements = FILLED.map((table) => db.statement(`empty.${table}`, `DELETE FROM ${table}`));
  return () => {
    for (const statement of statements) statement.run();
  };
}
