import type { Log, Scheduler, Clock } from "./ports.ts";
import type { Store } from "./store/store.ts";

const EVERY_MS = 10 * 60_000;

/** Facebook's status pages stay for a year. */
const DELETIONS_MS = 365 * 86_400_000;

async function clean(store: Store, now: number): Promise<void> {
  const { db } = store;
  await db.deleteFrom("rate_limit").where("window_ends_at", "<", now).execute();
  await db.deleteFrom("pending_sign_up").where("expires_at", "<", now).execute();
  await db.deleteFrom("hold").where("expires_at", "<", now).execute();
  await db.deleteFrom("pairing_code").where("expires_at", "<", now).execute();
  await db
    .deleteFrom("data_deletion")
    .where("requested_at", "<", now - DELETIONS_MS)
    .execute();
}

/** Removes what has run out. No rule depends on it: whatever has an end is checked against the clock when it is used. */
export function keepHouse(
  store: Store,
  { clock, scheduler, log }: { clock: Clock; scheduler: Scheduler; log: Log },
): () => void {
  let stopped = false;
  let cancel = (): void => undefined;
  const round = (): void => {
    clean(store, clock.now())
      .catch(() => log.warn("housekeeping.failed"))
      .finally(plan);
  };
  const plan = (): void => {
    if (!stopped) cancel = scheduler.after(EVERY_MS, round);
  };
  plan();
  return () => {
    stopped = true;
    cancel();
  };
}
