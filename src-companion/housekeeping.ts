import type { Log, Scheduler, Clock } from "./ports.ts";
import type { Store } from "./store/store.ts";

const EVERY_MS = 10 * 60_000;

/** Facebook's status pages stay for a year. */
const DELETIONS_MS = 365 * 86_400_000;

/** A mail that went out is of no use; one that was given up stays to be seen. */
const SENT_MAILS_MS = 86_400_000;
const DEAD_MAILS_MS = 14 * 86_400_000;

async function clean(store: Store, now: number): Promise<void> {
  const { db } = store;
  await db.deleteFrom("rate_limit").where("window_ends_at", "<", now).execute();
  await db.deleteFrom("pending_sign_up").where("expires_at", "<", now).execute();
  await db.deleteFrom("hold").where("expires_at", "<", now).execute();
  await db.deleteFrom("pairing_code").where("expires_at", "<", now).execute();
  await db
    .deleteFrom("outbox_mail")
    .where("sent_at", "<", now - SENT_MAILS_MS)
    .execute();
  await db
    .deleteFrom("outbox_mail")
    .where("created_at", "<", now - DEAD_MAILS_MS)
    .execute();
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
