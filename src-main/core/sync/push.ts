import { AppError } from "../../../src-shared/errors.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import { passesByItself, RemoteError, type RemoteFailure } from "../calendars/remote-calendar.ts";
import type { PendingChange } from "../store/sync/pending-changes.ts";
import { describeBooking } from "./describe.ts";
import { Abandoned } from "./pacer.ts";
import { ParkError } from "./park-error.ts";
import { createPushOne, type PushOneDeps } from "./push-one.ts";

/** Requests under way at once: enough to hide the latency, few enough for a calendar that dislikes bursts. */
const IN_FLIGHT = 6;
/** So many changes in a row fail before the trouble is taken to be the calendar's and not one booking's. */
const FAILURES_IN_A_ROW = 3;
/** A change that failed this often while others went through is parked: it is poisoned (scenario 43). */
const POISONED_AFTER = 8;
/** Upcoming bookings come first; one that began within the last hours still counts as upcoming. */
const STILL_UPCOMING_MS = 12 * 3_600_000;

export interface PushDeps extends PushOneDeps {
  /** Hears of faults of the program, for the log. */
  readonly onUnexpected: (error: unknown) => void;
}

export interface PushResult {
  readonly sent: number;
  /** What kept some changes in the queue, or null when the queue is done. */
  readonly failure: RemoteFailure | null;
}

interface Progress {
  sent: number;
  failedInARow: number;
  failure: RemoteFailure | null;
  stopped: boolean;
  fatal: AppError | null;
  /** Failed by what may be the fault of the booking alone. */
  readonly failed: PendingChange[];
}

/** Only these can be the fault of one booking; every other passing trouble concerns all of them. */
function mayBePoison(failure: RemoteFailure): boolean {
  return failure.is === "serverError" || failure.is === "badAnswer" || failure.is === "timeout";
}

function parkingReason(error: unknown): { readonly code: string; readonly reason: string } | null {
  if (error instanceof ParkError) return { code: error.code, reason: error.message };
  if (!(error instanceof RemoteError)) return null;
  const { failure } = error;
  return failure.is === "refused" || failure.is === "eventGone" || failure.is === "alreadyExists"
    ? { code: "REFUSED", reason: failure.is === "refused" ? failure.reason : error.message }
    : null;
}

/**
 * Sends what waits, nearest in time first, until the queue is empty or the calendar can't take more. A refused
 * change is parked and the others go on.
 * @param report called after each change that is done
 * @param stopRequested asked between changes
 */
export async function push(
  deps: PushDeps,
  report: (done: number) => void,
  stopRequested: () => boolean,
): Promise<PushResult> {
  const { memory } = deps;
  const pushOne = createPushOne(deps);
  const progress: Progress = {
    sent: 0,
    failedInARow: 0,
    failure: null,
    stopped: false,
    fatal: null,
    failed: [],
  };
  const tried = new Map<string, number>();
  /** One booking is never sent twice at once: the older version could arrive last. */
  const underWay = new Set<string>();
  const from = toInstant(memory.clock.now() - STILL_UPCOMING_MS);

  function park(change: PendingChange, code: string, reason: string): void {
    const booking = memory.bookings.forCalendar(change.bookingId);
    memory.db.write("sync.park", () => {
      memory.pending.park(change.bookingId, change.version, code, reason);
      memory.journal.add(toInstant(memory.clock.now()), {
        direction: "none",
        action: "parked",
        subject: booking === undefined ? "" : describeBooking(booking),
        reason,
        bookingId: change.bookingId,
        eventId: null,
      });
    });
  }

  function fail(change: PendingChange, error: unknown): void {
    if (error instanceof Abandoned) {
      // Nothing was sent and nothing is known: the change waits as it did.
      progress.stopped = true;
      return;
    }
    const parking = parkingReason(error);
    if (parking !== null) return park(change, parking.code, parking.reason);
    if (!(error instanceof RemoteError)) return failUnexpectedly(change, error);
    const { failure } = error;
    memory.pending.failed(change.bookingId);
    progress.failure = failure;
    progress.failedInARow += 1;
    if (!passesByItself(failure) || !mayBePoison(failure)) progress.stopped = true;
    else if (progress.failedInARow >= FAILURES_IN_A_ROW) progress.stopped = true;
    else progress.failed.push(change);
  }

  /** A fault of the program in one booking must not stop the others; a store that can't be written must. */
  function failUnexpectedly(change: PendingChange, error: unknown): void {
    if (error instanceof AppError) {
      progress.stopped = true;
      progress.fatal = error;
      return;
    }
    park(
      change,
      "UNEXPECTED",
      "Something unexpected went wrong with this booking; the log says more.",
    );
    deps.onUnexpected(error);
  }

  async function send(change: PendingChange): Promise<void> {
    try {
      await pushOne(change);
      progress.sent += 1;
      progress.failedInARow = 0;
      tried.delete(change.bookingId);
      report(progress.sent);
    } catch (error) {
      fail(change, error);
    } finally {
      underWay.delete(change.bookingId);
    }
  }

  /** Once others went through, what failed again and again is its own fault; then it needs a person, not time. */
  function parkPoisoned(): void {
    if (progress.stopped || progress.sent === 0) return;
    const poisoned = progress.failed.filter((change) => change.attempts + 1 >= POISONED_AFTER);
    for (const change of poisoned) {
      const reason = "The calendar fails on this booking again and again while others go through.";
      park(change, "POISONED", reason);
    }
    if (poisoned.length === progress.failed.length) progress.failure = null;
  }

  /** The nearest change that was not tried in this version yet, so that a failing one can't be taken forever. */
  function next(): PendingChange | undefined {
    const change = memory.pending
      .next(from, IN_FLIGHT + tried.size)
      .find((c) => !underWay.has(c.bookingId) && tried.get(c.bookingId) !== c.version);
    if (change === undefined) return undefined;
    tried.set(change.bookingId, change.version);
    underWay.add(change.bookingId);
    return change;
  }

  async function work(): Promise<void> {
    while (!progress.stopped && !stopRequested()) {
      const change = next();
      if (change === undefined) return;
      await send(change);
    }
  }

  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  if (progress.fatal !== null) throw progress.fatal;
  parkPoisoned();
  return { sent: progress.sent, failure: progress.failure };
}
