import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import Sqlite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

/** How often a statement is tried again while somebody else writes; together some ten seconds. */
const TRIES = 500;
const PAUSE_MS = 20;

/** Resolves after so many milliseconds. */
export type Pause = (ms: number) => Promise<void>;

async function openFile(file: string, pause: Pause): Promise<Sqlite.Database> {
  if (file !== ":memory:") mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const database = new Sqlite(file, { timeout: 0 });
  if (file !== ":memory:") chmodSync(file, 0o600);
  await patiently(async () => database.pragma("journal_mode = WAL"), pause);
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  return database;
}

const isBusy = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");

/** SQLite itself would wait with the whole process: no request would be answered meanwhile. */
async function patiently<T>(work: () => Promise<T>, pause: Pause, left = TRIES): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (left === 0 || !isBusy(error)) throw error;
    await pause(PAUSE_MS);
    return patiently(work, pause, left - 1);
  }
}

function patient(connection: DatabaseConnection, pause: Pause): DatabaseConnection {
  return {
    executeQuery: (query) => patiently(() => connection.executeQuery(query), pause),
    streamQuery: (query, size) => connection.streamQuery(query, size),
  };
}

/**
 * Transactions take the write lock at once: one that read first and wrote later would fail, not wait, when another
 * process wrote in between.
 */
function politeDriver(file: string, pause: Pause): Driver {
  const driver: Driver = new SqliteDriver({ database: async () => openFile(file, pause) });
  const acquire = driver.acquireConnection.bind(driver);
  driver.acquireConnection = async () => patient(await acquire(), pause);
  driver.beginTransaction = async (connection) => {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  };
  return driver;
}

/** SQLite for Kysely: one connection in this process, other processes on the same file welcome. */
export function sqliteDialect(file: string, pause: Pause): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => politeDriver(file, pause),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
