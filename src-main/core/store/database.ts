import { closeSync, chmodSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { AppError } from "../../../src-shared/errors.ts";
import type { Clock, Logger } from "../ports.ts";
import { backUp } from "./backup.ts";
import { asAppError } from "./failures.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";

/** Named parameters: `:id` in the SQL is `id` here. */
export type Params = Readonly<Record<string, string | number | null>>;

/** `Row` is what the SELECT yields; a statement that only writes leaves it out. */
export interface Statement<Row> {
  get(params?: Params): Row | undefined;
  all(params?: Params): Row[];
  /** Returns how many rows changed. */
  run(params?: Params): number;
}

/** Every call may throw `AppError` STORE_FULL, STORE_BUSY (retryable) or STORE_UNREADABLE. */
export interface Database {
  /** A prepared statement, made once and compiled when first used; logged by name if it takes over 40 ms. */
  statement<Row = never>(name: string, sql: string): Statement<Row>;
  /**
   * Runs `work` in one write transaction and commits, or rolls back and rethrows. Inside another write it becomes
   * a part of that one, undone alone if it throws. `work` must not be asynchronous.
   */
  write<T>(name: string, work: () => T): T;
  /** Writes a complete copy of it into the folder `backups` beside it. */
  backUp(): void;
  /** Rows changed since opening; tests count writes with it. */
  totalChanges(): number;
  close(): void;
}

export interface DatabaseOptions {
  /** An absolute path, or `:memory:`. */
  readonly file: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Longer than a frame or two: somebody at the desk could notice it. */
const SLOW_MS = 40;
/** How long a write waits for another process, such as a backup tool that reads the file. */
const BUSY_TIMEOUT_MS = 2_000;
/** Enough for what a day at the desk touches of a large database, its upper index pages among it. */
const CACHE_KB = 16 * 1024;
const WAL_LIMIT_BYTES = 16 * 1024 * 1024;
const IN_MEMORY = ":memory:";

/**
 * Opens the desk's database, made or migrated as needed; a backup is written before an existing one is migrated.
 * A file that can't be read is left exactly as it is.
 * @throws AppError STORE_FROM_FUTURE, STORE_UNREADABLE, STORE_FULL, STORE_BUSY
 */
export function openDatabase(options: DatabaseOptions): Database {
  const raw = openFile(options.file);
  try {
    migrate(raw, MIGRATIONS, {
      file: options.file === IN_MEMORY ? null : options.file,
      now: options.clock.now(),
      log: options.log,
      beforeFirstWrite: () => prepareFile(raw, options.file),
    });
  } catch (error) {
    raw.close();
    throw asAppError(error);
  }
  return wrap(raw, options);
}

function openFile(file: string): Sqlite.Database {
  try {
    if (file !== IN_MEMORY) makePrivate(file);
    return new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new AppError("STORE_UNREADABLE", `The data folder can't be used (${code}).`, {
      cause: error,
    });
  }
}

/** The journal files that SQLite adds take over the mode of the database file. */
function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, "a", 0o600));
}

function prepareFile(raw: Sqlite.Database, file: string): void {
  if (file !== IN_MEMORY) chmodSync(file, 0o600);
  raw.pragma("journal_mode = WAL");
  // A confirmed booking survives a power cut: FULL syncs the journal with each commit.
  raw.pragma("synchronous = FULL");
  raw.pragma(`cache_size = -${CACHE_KB}`);
  raw.pragma("foreign_keys = ON");
  raw.pragma("trusted_schema = OFF");
  // What was deleted about a person is overwritten, not only let go of.
  raw.pragma("secure_delete = ON");
  raw.pragma(`journal_size_limit = ${WAL_LIMIT_BYTES}`);
}

function wrap(raw: Sqlite.Database, { file, clock, log }: DatabaseOptions): Database {
  const timed = <T>(name: string, work: () => T): T => {
    const began = clock.now();
    try {
      return work();
    } catch (error) {
      throw asAppError(error);
    } finally {
      const ms = clock.now() - began;
      if (ms > SLOW_MS) log.warn("store.slow", { name, ms });
    }
  };
  const transact = raw.transaction((work: () => unknown) => work());

  return {
    statement<Row>(name: string, sql: string): Statement<Row> {
      let compiled: Sqlite.Statement<[Params], Row> | undefined;
      const prepared = (): Sqlite.Statement<[Params], Row> =>
        (compiled ??= raw.prepare<[Params], Row>(sql));
      return {
        get: (params = {}) => timed(name, () => prepared().get(params)),
        all: (params = {}) => timed(name, () => prepared().all(params)),
        run: (params = {}) => timed(name, () => prepared().run(params).changes),
      };
    },
    write: <T>(name: string, work: () => T): T => timed(name, () => transact.immediate(work) as T),
    backUp: () =>
      timed("backUp", () => {
        const version = Number(raw.pragma("user_version", { simple: true }));
        backUp(raw, file, version, clock.now());
      }),
    totalChanges: () => Number(raw.prepare("SELECT total_changes()").pluck().get()),
    close() {
      if (!raw.open) return;
      raw.pragma("optimize");
      raw.close();
    },
  };
}
