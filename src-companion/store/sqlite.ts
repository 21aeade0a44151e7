import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import {
  CompiledQuery,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

/** How long one process waits for another's write, in milliseconds, before SQLITE_BUSY. */
const BUSY_MS = 5_000;

function openFile(file: string): Sqlite.Database {
  if (file !== ":memory:") mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const database = new Sqlite(file, { timeout: BUSY_MS });
  if (file !== ":memory:") chmodSync(file, 0o600);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  return database;
}

/**
 * Transactions take the write lock at once: one that read first and wrote later would fail, not wait, when another
 * process wrote in between.
 */
function writingAtOnce(driver: Driver): Driver {
  driver.beginTransaction = async (connection) => {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  };
  return driver;
}

/** SQLite for Kysely: one connection in this process, other processes on the same file welcome. */
export function sqliteDialect(file: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => writingAtOnce(new SqliteDriver({ database: async () => openFile(file) })),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
