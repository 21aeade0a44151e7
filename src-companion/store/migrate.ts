import { type Kysely, sql } from "kysely";
import type { Log } from "../ports.ts";

export type DatabaseKind = "sqlite" | "postgres";

export interface Migration {
  readonly version: number;
  readonly name: string;
  /** Runs in a transaction of its own, with foreign keys on. */
  apply(db: Kysely<unknown>, kind: DatabaseKind): Promise<void>;
}

/** The database was written by a newer companion. */
export class NewerDatabaseError extends Error {
  readonly code = "STORE_FROM_FUTURE";
  constructor(found: number, known: number) {
    super(
      `The database has version ${found}, this companion knows versions up to ${known}. Update the companion.`,
    );
    this.name = "NewerDatabaseError";
  }
}

/** Any number; every companion that shares a PostgreSQL takes the same lock before it migrates. */
const LOCK = 4_207_381;

/** One transaction that keeps other writers (SQLite) or other migrating servers (PostgreSQL) waiting. */
async function alone(
  db: Kysely<unknown>,
  kind: DatabaseKind,
  work: (trx: Kysely<unknown>) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (kind === "postgres") await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(trx);
    await work(trx);
  });
}

async function newestVersion(db: Kysely<unknown>): Promise<number> {
  const found = await sql<{
    newest: number | null;
  }>`SELECT max(version) AS newest FROM schema_version`.execute(db);
  return found.rows[0]?.newest ?? 0;
}

/**
 * Brings the database to the newest version; several servers may try at once.
 * @throws NewerDatabaseError if a newer companion wrote it
 */
export async function migrate(
  db: Kysely<unknown>,
  kind: DatabaseKind,
  migrations: readonly Migration[],
  log: Log,
): Promise<void> {
  await alone(db, kind, async (trx) => {
    await sql`CREATE TABLE IF NOT EXISTS schema_version (version bigint PRIMARY KEY, name text NOT NULL)`.execute(
      trx,
    );
  });
  const found = await newestVersion(db);
  if (found > migrations.length) throw new NewerDatabaseError(found, migrations.length);
  for (const migration of migrations) {
    await alone(db, kind, async (trx) => {
      if ((await newestVersion(trx)) >= migration.version) return;
      await migration.apply(trx, kind);
      const { version, name } = migration;
      await sql`INSERT INTO schema_version (version, name) VALUES (${version}, ${name})`.execute(
        trx,
      );
      log.info("store.migrated", { version });
    });
  }
}
