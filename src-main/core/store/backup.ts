import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type Sqlite from "better-sqlite3";

/** How many backups stay; the oldest goes first. */
export const BACKUPS_KEPT = 5;

/**
 * Writes a complete, compact copy of the database into the folder `backups` beside it.
 * @param now epoch milliseconds, part of the name
 */
export function backUp(raw: Sqlite.Database, file: string, version: number, now: number): void {
  const folder = join(dirname(file), "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stem = basename(file, extname(file));
  const stamp = new Date(now).toISOString().replaceAll(":", "").replace(".", "");
  const target = join(folder, `${stem}-${stamp}-v${version}.db`);
  // Under another name until complete, so that a cut-off copy is never taken for a backup.
  const unfinished = `${target}.part`;
  rmSync(unfinished, { force: true });
  try {
    raw.prepare("VACUUM INTO ?").run(unfinished);
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  prune(folder, stem);
}

function prune(folder: string, stem: string): void {
  const backups = readdirSync(folder)
    .filter((name) => name.startsWith(`${stem}-`) && name.endsWith(".db"))
    .toSorted();
  for (const name of backups.slice(0, -BACKUPS_KEPT)) rmSync(join(folder, name), { force: true });
}
