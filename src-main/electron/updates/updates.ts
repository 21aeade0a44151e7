import { AppError } from "../../../src-shared/errors.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import {
  type UpdateStatus,
  type UpdateTrouble,
  versionReady,
} from "../../../src-shared/update-status.ts";
import type { Clock, Logger, Scheduler } from "../../core/ports.ts";
import { repeat } from "../../core/repeat.ts";
import type { Updates } from "../../core/updates.ts";
import { FeedError } from "./release.ts";
import type { Updater } from "./updater.ts";

/** The start belongs to the desk; nobody waits for an update. */
export const FIRST_CHECK_MS = 60_000;
export const CHECK_EVERY_MS = 6 * 3_600_000;

export interface UpdatesDeps {
  /** Loads electron-updater; asked for with the first look only. Null: there are none after all. */
  readonly load: () => Promise<Updater | null>;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Logger;
  /** Copies the database aside. Throws if it can't. */
  readonly backUp: () => void;
  /** Stops the sync and closes the database. */
  readonly close: () => Promise<void>;
  /** Starts this version again: the desk is closed, and the installer did not come. */
  readonly startAgain: () => void;
}

export interface RunningUpdates extends Updates {
  /** Looks by itself from now on. Returns the function that ends it. */
  start(): () => void;
}

const REFUSED: ReadonlySet<string> = new Set([
  "ERR_CHECKSUM_MISMATCH",
  "ERR_UPDATER_INVALID_SIGNATURE",
  "ERR_UPDATER_INVALID_VERSION",
  "ERR_UPDATER_NO_CHECKSUM",
]);

function troubleOf(error: unknown): UpdateTrouble {
  if (error instanceof FeedError) return error.trouble;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (REFUSED.has(code)) return "refused";
  if (code === "ENOSPC") return "noSpace";
  return code.startsWith("ERR_UPDATER_") ? "feedUnreadable" : "offline";
}

/** The app's own update: found and fetched quietly, installed by a person only. */
export function createUpdates(deps: UpdatesDeps): RunningUpdates {
  const { clock, scheduler, log } = deps;
  const listeners = new Set<(status: UpdateStatus) => void>();
  let status: UpdateStatus = { is: "idle", checkedAt: null };
  let loaded: Updater | null = null;

  const now = () => toInstant(clock.now());

  function become(next: UpdateStatus): void {
    status = next;
    for (const listener of listeners) listener(next);
  }

  function fail(trouble: UpdateTrouble, ready: string | null): void {
    log.warn("update.failed", { trouble });
    become({ is: "failed", trouble, ready, at: now() });
  }

  async function fetchNewer(): Promise<void> {
    loaded ??= await deps.load();
    if (loaded === null) return become({ is: "off", because: "noFeed" });
    const updater = loaded;
    const version = await updater.check();
    if (version === null) return become({ is: "idle", checkedAt: now() });
    become({ is: "downloading", version, percent: 0 });
    await updater.download((percent) => {
      if (status.is === "downloading" && status.percent !== percent)
        become({ is: "downloading", version, percent });
    });
    log.info("update.ready", { version });
    become({ is: "ready", version });
  }

  async function check(): Promise<void> {
    const isFree = status.is === "idle" || (status.is === "failed" && status.ready === null);
    if (!isFree) return;
    become({ is: "checking" });
    try {
      await fetchNewer();
    } catch (error) {
      fail(troubleOf(error), null);
    }
  }

  async function install(updater: Updater, version: string): Promise<void> {
    become({ is: "installing", version });
    try {
      deps.backUp();
    } catch {
      return fail("backupFailed", version);
    }
    log.info("update.installing", { version });
    await deps.close();
    try {
      updater.install(deps.startAgain);
    } catch {
      deps.startAgain();
    }
  }

  return {
    status: () => status,
    check,
    async restart() {
      const version = versionReady(status);
      if (version === null || loaded === null)
        throw new AppError("NOT_ALLOWED", "There is no update to install.");
      await install(loaded, version);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    start() {
      const ends = [
        scheduler.after(FIRST_CHECK_MS, () => void check()),
        repeat(scheduler, CHECK_EVERY_MS, () => void check()),
      ];
      return () => ends.forEach((end) => end());
    },
  };
}
