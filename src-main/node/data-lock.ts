import { chmodSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { AppError } from "../../src-shared/errors.ts";

const LOCK_FILE = "desk.lock";

export interface DataLock {
  release(): void;
}

function lockFailure(error: unknown): AppError {
  const busy = error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
  return busy
    ? new AppError("ALREADY_RUNNING", "Bellhop is already running with this data folder.")
    : new AppError("STORE_UNREADABLE", "The data folder can't be locked.", { cause: error });
}

/**
 * Makes sure that one desk at a time works in a data folder, whichever host it has; taken before the store is opened.
 * The lock is an exclusive transaction on a file of its own, which means that the operating system holds it: it ends
 * with the process, however that ends. A file with a process id would outlive a power cut, and after the restart
 * another program may carry that id.
 * @throws AppError `ALREADY_RUNNING`, `STORE_UNREADABLE`
 */
export function takeDataLock(dataDir: string): DataLock {
  const file = join(dataDir, LOCK_FILE);
  let lock: Sqlite.Database | null = null;
  try {
    lock = new Sqlite(file, { timeout: 0 });
    lock.prepare("BEGIN EXCLUSIVE").run();
    chmodSync(file, 0o600);
  } catch (error) {
    lock?.close();
    throw lockFailure(error);
  }
  const held = lock;
  return { release: () => held.close() };
}
