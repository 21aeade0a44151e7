import type { Clock, Log, Scheduler } from "../ports.ts";
import type { OutboxMailTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import type { Carrier } from "./carrier.ts";
import { claimMails, markFailed, markSent, MOST_ATTEMPTS, waitAfter } from "./queue.ts";

/** Between two looks at the table, in milliseconds. */
const EVERY_MS = 1_000;
/** A server that trickles never falls silent; the attempt ends all the same, well within the lease. */
const ATTEMPT_MS = 60_000;
/** Who stops waits so long for what is under way; the lease takes care of the rest. */
const STOP_MS = 8_000;

/** Sends what the outbox holds. */
export interface Postman {
  /** Takes no new mail and lets those under way end, for up to eight seconds. */
  stop(): Promise<void>;
}

export interface PostmanParts {
  readonly store: Store;
  readonly carrier: Carrier;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Log;
  /** For one attempt, in milliseconds; a test has less patience. */
  readonly attemptMs?: number;
}

class AttemptTimeoutError extends Error {
  readonly code = "ATTEMPT_TIMEOUT";
}

/** Settles as `work` does, or rejects after so many milliseconds. */
async function within(scheduler: Scheduler, ms: number, work: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<void>();
  const cancel = scheduler.after(ms, () => reject(new AttemptTimeoutError()));
  try {
    await Promise.race([work, promise]);
  } finally {
    cancel();
  }
}

interface Failure {
  /** Of nodemailer or the system, such as `ECONNECTION`; never the server's sentence: it repeats addresses. */
  readonly code: string;
  /** Of SMTP; 0 where the server said nothing. */
  readonly reply: number;
  /** The server will never take this mail: its recipient or its content is refused for good. */
  readonly forGood: boolean;
}

const TEXT = /^[A-Z_]{1,40}$/;

function failureOf(error: unknown): Failure {
  const { code, responseCode, command } = (
    typeof error === "object" && error !== null ? error : {}
  ) as Readonly<Record<string, unknown>>;
  const reply = typeof responseCode === "number" ? responseCode : 0;
  return {
    code: typeof code === "string" && TEXT.test(code) ? code : "UNKNOWN",
    reply,
    // Refused senders and passwords are settings: somebody mends them, and the mail goes out.
    forGood: reply >= 500 && (command === "RCPT TO" || command === "DATA"),
  };
}

async function fail({ store, clock, log }: PostmanParts, mail: OutboxMailTable, error: unknown) {
  const { code, reply, forGood } = failureOf(error);
  const { id, kind, attempts } = mail;
  const dead = forGood || attempts >= MOST_ATTEMPTS;
  const now = clock.now();
  const failure = dead ? { givenUpAt: now } : { nextAttemptAt: now + waitAfter(attempts) };
  await markFailed(store, mail, failure);
  const fields = { id, kind, attempts, code, reply };
  if (dead) log.error("mail.given-up", fields);
  else log.warn("mail.retry", fields);
}

async function deliver(parts: PostmanParts, mail: OutboxMailTable): Promise<void> {
  const { store, carrier, clock, scheduler, log, attemptMs = ATTEMPT_MS } = parts;
  const { id, to_address: to, subject, text, html, calendar, kind, attempts } = mail;
  try {
    const letter = { id, to, subject, text, html, calendar };
    await within(scheduler, attemptMs, carrier.carry(letter));
  } catch (error) {
    await fail(parts, mail, error);
    return;
  }
  await markSent(store, id, clock.now());
  log.info("mail.sent", { id, kind, attempts });
}

/** Everything that is due, batch after batch; a server that stops begins no other batch. */
async function deliverDue(parts: PostmanParts, isStopping: () => boolean): Promise<void> {
  if (isStopping()) return;
  const mails = await claimMails(parts.store, parts.clock.now());
  if (mails.length === 0) return;
  await Promise.all(mails.map((mail) => deliver(parts, mail)));
  await deliverDue(parts, isStopping);
}

export function startPostman(parts: PostmanParts): Postman {
  const { scheduler, log, carrier } = parts;
  let stopping = false;
  let cancel = (): void => undefined;
  let round = Promise.resolve();
  const look = (): void => {
    round = deliverDue(parts, () => stopping)
      .catch(() => log.warn("mail.no-database"))
      .finally(plan);
  };
  const plan = (): void => {
    if (!stopping) cancel = scheduler.after(EVERY_MS, look);
  };
  plan();
  return {
    stop: async () => {
      stopping = true;
      cancel();
      await within(scheduler, STOP_MS, round).catch(() => log.warn("mail.left-under-way"));
      carrier.close();
    },
  };
}
