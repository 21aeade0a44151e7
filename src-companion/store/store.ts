import path from "node:path";
import { Kysely, type Transaction, sql } from "kysely";
import type { Log, Scheduler } from "../ports.ts";
import { type DatabaseKind, migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { postgresDialect } from "./postgres.ts";
import type { Schema } from "./schema.ts";
import { sqliteDialect } from "./sqlite.ts";

export type Writing = Transaction<Schema>;

export interface Store {
  readonly kind: DatabaseKind;
  /** For reading, outside of a transaction. */
  readonly db: Kysely<Schema>;
  /**
   * One transaction for everything that belongs together. It is run again when the database gave it up for another
   * one (deadlock, serialisation), so it must do nothing but write here. Inside, use only what is
   * handed in: SQLite has one connection, and asking `db` would wait for itself.
   */
  write<T>(work: (trx: Writing) => Promise<T>): Promise<T>;
  /** Resolves if the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const ATTEMPTS = 5;
/** Deadlock and serialisation failure of PostgreSQL; SQLite waits by itself. */
const GIVEN_UP = new Set(["40P01", "40001"]);

const NOT_UNIQUE = new Set(["23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"]);

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

/** True if a write was refused because the row, or the slot, is there already. */
export function isTaken(error: unknown): boolean {
  return NOT_UNIQUE.has(codeOf(error));
}

/**
 * Reads a row that is about to change: PostgreSQL keeps it for the transaction, so that nobody changes it in between
 * unseen; SQLite's transaction keeps everything already.
 */
export function keptRow<Query extends { forUpdate(): Query }>(
  { kind }: Pick<Store, "kind">,
  query: Query,
): Query {
  return kind === "postgres" ? query.forUpdate() : query;
}

async function writeWithRetry<T>(
  db: Kysely<Schema>,
  work: (trx: Writing) => Promise<T>,
  attempt = 1,
): Promise<T> {
  try {
    return await db.transaction().execute(work);
  } catch (error) {
    if (attempt >= ATTEMPTS || !GIVEN_UP.has(codeOf(error))) throw error;
    return writeWithRetry(db, work, attempt + 1);
  }
}

export interface StoreOptions {
  /** `postgres://…`, or null for SQLite. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly scheduler: Scheduler;
  readonly log: Log;
}

/** Opens the database and brings it to the newest version. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, dataFolder, scheduler, log } = options;
  const kind: DatabaseKind = databaseUrl === null ? "sqlite" : "postgres";
  const dialect =
    databaseUrl === null
      ? sqliteDialect(path.join(dataFolder, "companion.sqlite"), (ms) => {
          const { promise, resolve } = Promise.withResolvers<void>();
          scheduler.after(ms, resolve);
          return promise;
        })
      : postgresDialect({
          url: databaseUrl,
          onLostConnection: () => log.warn("store.connection-lost"),
        });
  const db = new Kysely<Schema>({ dialect });
  try {
    await migrate(db.withTables<never>() as unknown as Kysely<unknown>, kind, MIGRATIONS, log);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    kind,
    db,
    write: (work) => writeWithRetry(db, work),
    ping: async () => {
      await sql`SELECT 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
