import type Sqlite from "better-sqlite3";
import { AppError } from "../../../src-shared/errors.ts";
import type { Logger } from "../ports.ts";
import { backUp } from "./backup.ts";
import type { Migration } from "./migrations/index.ts";

export interface MigrateOptions {
  /** Where the database lies; null in memory, where no backup is made. */
  readonly file: string | null;
  /** Epoch milliseconds, for the name of the backup. */
  readonly now: number;
  readonly log: Logger;
  /** Called once the file is known to be ours and readable. */
  readonly beforeFirstWrite: () => void;
}

/** Marks the file as Bellhop's ("BELL"), so that another program's database is never migrated. */
const APPLICATION_ID = 0x42_45_4c_4c;

/**
 * Brings a database to the newest version, each step in its own transaction.
 * @throws AppError STORE_FROM_FUTURE if a newer Bellhop wrote it, STORE_UNREADABLE if it isn't one of ours
 */
export function migrate(
  raw: Sqlite.Database,
  migrations: readonly Migration[],
  options: MigrateOptions,
): void {
  assertMonotonic(migrations);
  const known = migrations.length;
  const found = versionOf(raw);
  assertOurs(raw, found);
  if (found > known)
    throw new AppError(
      "STORE_FROM_FUTURE",
      `The data was written by a newer Bellhop (data version ${found}); this one knows versions up to ${known}. Update Bellhop.`,
    );
  options.beforeFirstWrite();
  if (found === known) return;
  if (found > 0 && options.file !== null) backUp(raw, options.file, found, options.now);
  for (const migration of migrations.slice(found)) apply(raw, migration);
  options.log.info("store.migrated", { from: found, to: known });
}

function assertMonotonic(migrations: readonly Migration[]): void {
  for (const [i, migration] of migrations.entries())
    if (migration.version !== i + 1)
      throw new Error(`Migration ${migration.name} must have version ${i + 1}.`);
}

function versionOf(raw: Sqlite.Database): number {
  return Number(raw.pragma("user_version", { simple: true }));
}

function assertOurs(raw: Sqlite.Database, version: number): void {
  const id = Number(raw.pragma("application_id", { simple: true }));
  const tables = Number(raw.prepare("SELECT count(*) FROM sqlite_master").pluck().get());
  const empty = version === 0 && id === 0 && tables === 0;
  if (!empty && id !== APPLICATION_ID)
    throw new AppError("STORE_UNREADABLE", "The database file belongs to another program.");
}

function apply(raw: Sqlite.Database, migration: Migration): void {
  raw
    .transaction(() => {
      // Another desk process may have been faster between the check and the lock.
      if (versionOf(raw) >= migration.version) return;
      raw.exec(migration.sql);
      raw.pragma(`application_id = ${APPLICATION_ID}`);
      raw.pragma(`user_version = ${migration.version}`);
    })
    .immediate();
}
