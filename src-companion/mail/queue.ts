import type { OutboxMailTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

/** A claim lasts longer than any attempt may; then another server may try. */
export const LEASE_MS = 120_000;
/** Mails that are sent side by side. */
const BATCH = 8;
/** How long the health page is alarmed by a mail that was given up: long enough for somebody to look every day. */
const ALARM_MS = 86_400_000;

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
/** About 15 hours of trying. */
export const MOST_ATTEMPTS = 12;

/** Milliseconds until the next attempt, after so many. */
export function waitAfter(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
}

/** How the mails stand, in numbers only. */
export interface MailCounts {
  readonly waiting: number;
  /** Tried at least once and not sent yet. */
  readonly retrying: number;
  /** Given up and not removed yet. */
  readonly dead: number;
  /** Those of the last 24 hours. */
  readonly deadToday: number;
}

/**
 * Takes mails that are due for this server. Each is given to one server at a time; one that ended in between is
 * followed by another after the lease, so that a mail goes out at least once.
 */
export async function claimMails(
  { db, kind, write }: Store,
  now: number,
): Promise<readonly OutboxMailTable[]> {
  const due = db
    .selectFrom("outbox_mail")
    .where("sent_at", "is", null)
    .where("given_up_at", "is", null)
    .where("next_attempt_at", "<=", now)
    .where("claimed_until", "<=", now)
    .orderBy("next_attempt_at")
    .limit(BATCH)
    .select("id");
  // Looking costs no lock: an idle server must not stand in the way of those who write.
  if ((await due.execute()).length === 0) return [];
  return write(async (trx) => {
    const locked = kind === "postgres" ? due.forUpdate().skipLocked() : due;
    const { rows } = await trx.executeQuery(locked.compile());
    if (rows.length === 0) return [];
    return trx
      .updateTable("outbox_mail")
      .set((eb) => ({ attempts: eb("attempts", "+", 1), claimed_until: now + LEASE_MS }))
      .where(
        "id",
        "in",
        rows.map(({ id }) => id),
      )
      .returningAll()
      .execute();
  });
}

export async function markSent({ db }: Store, id: string, now: number): Promise<void> {
  await db.updateTable("outbox_mail").set({ sent_at: now }).where("id", "=", id).execute();
}

/** What becomes of a mail that did not go out. One that is given up stays to be seen until housekeeping removes it. */
export type Failure = { readonly nextAttemptAt: number } | { readonly givenUpAt: number };

/** A server whose lease ran out decides no more. */
export async function markFailed(
  { db }: Store,
  { id, attempts }: OutboxMailTable,
  failure: Failure,
): Promise<void> {
  const next =
    "givenUpAt" in failure
      ? { given_up_at: failure.givenUpAt }
      : { next_attempt_at: failure.nextAttemptAt };
  await db
    .updateTable("outbox_mail")
    .set({ ...next, claimed_until: 0 })
    .where("id", "=", id)
    .where("attempts", "=", attempts)
    .where("sent_at", "is", null)
    .execute();
}

export async function countMails({ db }: Pick<Store, "db">, now: number): Promise<MailCounts> {
  const rows = await db
    .selectFrom("outbox_mail")
    .where("sent_at", "is", null)
    .select(["attempts", "given_up_at"])
    .execute();
  const alive = rows.filter(({ given_up_at }) => given_up_at === null);
  const isNew = (at: number | null): boolean => at !== null && at > now - ALARM_MS;
  return {
    waiting: alive.length,
    retrying: alive.filter(({ attempts }) => attempts > 0).length,
    dead: rows.length - alive.length,
    deadToday: rows.filter(({ given_up_at }) => isNew(given_up_at)).length,
  };
}
