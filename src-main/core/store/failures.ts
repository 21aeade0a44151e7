import Sqlite from "better-sqlite3";
import { AppError } from "../../../src-shared/errors.ts";

/**
 * Names what the database reported in the desk's own words. Anything that no person could act on, such as a broken
 * constraint, stays what it is: it is a fault of the program.
 */
export function asAppError(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const { code } = error;
  if (code === "SQLITE_FULL")
    return new AppError("STORE_FULL", "The disk is full; nothing was saved.", { cause: error });
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"))
    return new AppError("STORE_BUSY", "The database is in use by another program.", {
      retryable: true,
      cause: error,
    });
  if (isUnreadable(code))
    return new AppError("STORE_UNREADABLE", `The database can't be read or written (${code}).`, {
      cause: error,
    });
  return error;
}

function isUnreadable(code: string): boolean {
  return [
    "SQLITE_CORRUPT",
    "SQLITE_NOTADB",
    "SQLITE_CANTOPEN",
    "SQLITE_IOERR",
    "SQLITE_READONLY",
  ].some((family) => code.startsWith(family));
}
