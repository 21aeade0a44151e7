import type { BackoffCause, SyncState } from "../../../src-shared/sync-status.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteCalendar, RemoteFailure } from "../calendars/remote-calendar.ts";
import type { Ports } from "../ports.ts";
import { backoffMs, pollMs, QUOTA_REST_MS } from "./backoff.ts";
import { type CycleResult, runCycle } from "./cycle.ts";
import { type GuardAnswers, NO_ANSWERS } from "./guard.ts";
import type { SyncMemory } from "./memory.ts";
import type { Pacer } from "./pacer.ts";
import type { SyncRules } from "../../../src-shared/bridge/contract/sync.ts";
import { recordStop } from "./stops.ts";
import { NO_TROUBLE, reduce, type SyncEvent, type Tracked } from "./state.ts";

export interface RunnerDeps {
  readonly memory: SyncMemory;
  readonly ports: Ports;
  readonly pacer: Pacer;
  /** The calendar to keep in step; null while none is connected. */
  readonly calendar: () => RemoteCalendar | null;
  readonly rules: () => SyncRules;
  readonly relistOffsetMs: number;
  readonly onStatus: () => void;
  readonly onScheduleChanged: () => void;
  /** After each complete cycle, before it is told. */
  readonly onComplete: () => void;
}

/** Progress is told in steps of this many changes. */
const PROGRESS_STEP = 10;

/** States in which a cycle may begin by itself. */
const RUNS_BY_ITSELF: ReadonlySet<SyncState["is"]> = new Set(["idle", "offline", "backoff"]);
/** States out of which a person's "Sync now" may try again. */
const RUNS_WHEN_ASKED: ReadonlySet<SyncState["is"]> = new Set([
  "idle",
  "offline",
  "backoff",
  "failed",
  "needsSignIn",
]);

function causeOf(failure: RemoteFailure): BackoffCause | null {
  switch (failure.is) {
    case "notTrusted":
    case "timeout":
    case "rateLimited":
    case "quotaExceeded":
    case "serverError":
    case "badAnswer":
      return failure.is;
    default:
      return null;
  }
}

const KEYCHAIN_CODES = { locked: "KEYCHAIN_LOCKED", silent: "KEYCHAIN_UNAVAILABLE" } as const;

/** The event of a trouble that a person has to end. */
function lastingTrouble(failure: RemoteFailure): SyncEvent {
  switch (failure.is) {
    case "signedOut":
      return { type: "signInNeeded", cause: failure.cause };
    case "scopeMissing":
      return { type: "signInNeeded", cause: "scopeMissing" };
    case "accessBlocked":
      return { type: "failed", code: "ACCESS_BLOCKED" };
    case "keychain":
      return { type: "failed", code: KEYCHAIN_CODES[failure.why] };
    case "calendarGone":
      return { type: "failed", code: "CALENDAR_GONE" };
    case "readOnly":
      return { type: "failed", code: "CALENDAR_READ_ONLY" };
    default:
      return { type: "failed", code: "UNEXPECTED" };
  }
}

/**
 * Runs one cycle after the other, never two at once, and keeps the one state. A wake-up during a cycle makes one
 * more follow it.
 */
export function createRunner(deps: RunnerDeps) {
  const { memory, ports } = deps;
  const { clock, scheduler, random, log } = ports;
  let tracked: Tracked = { state: { is: "disconnected" }, trouble: NO_TROUBLE };
  let running: Promise<void> | null = null;
  let again = false;
  let asked = false;
  let stopping = false;
  /** Ended when the state is taken over from outside; the result of a cycle from before no longer counts. */
  let course = new AbortController();
  let answers = NO_ANSWERS;
  let writesRestUntil = 0;
  let cancelTimer: () => void = () => undefined;
  let nextCycleAt: number | null = null;
  let lastTryAt: number | null = null;
  /** Examples of what the guard asks about. */
  let about: readonly string[] = [];

  function dispatch(event: SyncEvent): void {
    tracked = reduce(tracked, event);
    deps.onStatus();
  }

  function plan(delayMs: number): void {
    cancelTimer();
    nextCycleAt = clock.now() + delayMs;
    cancelTimer = scheduler.after(delayMs, () => {
      nextCycleAt = null;
      void wake();
    });
  }

  function unplan(): void {
    cancelTimer();
    nextCycleAt = null;
  }

  /** A cycle under way gives up what waits for its turn, and ends once the answers under way are here. */
  function changeCourse(): void {
    course.abort();
    course = new AbortController();
  }

  /** From outside the cycles: connect, pause, disconnect. A cycle under way ends at its next step, unheard. */
  function takeOver(event: SyncEvent): void {
    changeCourse();
    unplan();
    dispatch(event);
  }

  /** True while the calendar wants to be left alone; only a person's "Sync now" comes before the end of that. */
  function isTooEarly(): boolean {
    return tracked.state.is === "backoff" && nextCycleAt !== null && clock.now() < nextCycleAt;
  }

  function wake(): Promise<void> {
    if (isTooEarly()) return Promise.resolve();
    return RUNS_BY_ITSELF.has(tracked.state.is) || running !== null ? run() : Promise.resolve();
  }

  /** After trouble only a person makes the next try come before its time. */
  function mayRun(): boolean {
    return !stopping && again && (asked ? RUNS_WHEN_ASKED : RUNS_BY_ITSELF).has(tracked.state.is);
  }

  function run(): Promise<void> {
    if (stopping) return Promise.resolve();
    again = true;
    running ??= loop();
    return running;
  }

  async function loop(): Promise<void> {
    // Yields once, so that `running` is set before the first cycle can ask for another.
    await Promise.resolve();
    try {
      while (mayRun()) {
        again = false;
        asked = false;
        await cycle();
        if (tracked.state.is !== "idle" && !asked) break;
      }
    } finally {
      again = false;
      asked = false;
      // In the same step as the last look at `again`: a wake-up in between would be heard by nobody.
      running = null;
    }
  }

  async function cycle(): Promise<void> {
    const calendar = deps.calendar();
    if (calendar === null) return;
    unplan();
    const { signal } = course;
    dispatch({ type: "cycleBegun" });
    const heard = () => !signal.aborted;
    try {
      const result = await runCycle(cycleDeps(calendar, signal));
      lastTryAt = clock.now();
      if (heard()) settle(result);
    } catch (error) {
      if (heard()) settleUnexpected(error);
    }
  }

  function cycleDeps(calendar: RemoteCalendar, signal: AbortSignal) {
    return {
      memory,
      calendar,
      turn: () => deps.pacer.turn(signal),
      rules: deps.rules(),
      relistOffsetMs: deps.relistOffsetMs,
      answers,
      writesRest: clock.now() < writesRestUntil,
      onProgress: (phase: "pull" | "push", done: number, total: number) => {
        if (!signal.aborted && (done % PROGRESS_STEP === 0 || done === total))
          dispatch({ type: "progress", phase, done, total });
      },
      onScheduleChanged: deps.onScheduleChanged,
      onUnexpected: (error: unknown) =>
        log.error("sync.bookingFailed", { detail: describe(error) }),
      stopRequested: () => signal.aborted,
    };
  }

  function describe(error: unknown): string {
    return error instanceof Error ? `${error.name}: ${error.message}` : "unknown";
  }

  /** Until a person does something. */
  function stopFor(event: SyncEvent): void {
    recordStop(memory, event);
    dispatch(event);
  }

  function settle(result: CycleResult): void {
    const now = clock.now();
    switch (result.is) {
      case "complete":
        answers = NO_ANSWERS;
        deps.onComplete();
        plan(pollMs(random.next()));
        return dispatch({ type: "cycleCompleted", at: toInstant(now) });
      case "asks":
        about = result.about;
        return stopFor({ type: "guardAsked", guard: result.guard });
      case "trouble":
        return settleTrouble(result.failure, now);
      case "stopped":
    }
  }

  function settleTrouble(failure: RemoteFailure, now: number): void {
    log.warn("sync.trouble", { failure: failure.is });
    const attempt = tracked.trouble.attempt + 1;
    const retryAfterMs = "retryAfterMs" in failure ? failure.retryAfterMs : null;
    const delay =
      failure.is === "quotaExceeded"
        ? pollMs(random.next())
        : backoffMs(attempt, random.next(), retryAfterMs);
    if (failure.is === "quotaExceeded" && writesRestUntil <= now)
      writesRestUntil = now + QUOTA_REST_MS;
    if (failure.is === "noNetwork") {
      plan(delay);
      return dispatch({ type: "networkLost", at: toInstant(now) });
    }
    const cause = causeOf(failure);
    if (cause === null) return stopFor(lastingTrouble(failure));
    const retryAt = failure.is === "quotaExceeded" ? writesRestUntil : now + delay;
    plan(delay);
    dispatch({ type: "troubled", at: toInstant(now), retryAt: toInstant(retryAt), cause });
  }

  /** The store refused, or the program is at fault: said in red until somebody asks again. */
  function settleUnexpected(error: unknown): void {
    log.error("sync.failed", { detail: describe(error) });
    dispatch({ type: "failed", code: "UNEXPECTED" });
  }

  return {
    state: (): SyncState => tracked.state,
    nextCycleAt: (): number | null => nextCycleAt,
    /** When the last cycle since the start of the desk ended, well or badly; epoch milliseconds. */
    lastTryAt: (): number | null => lastTryAt,
    /** In words, while the guard asks. */
    asksAbout: (): readonly string[] => (tracked.state.is === "needsDecision" ? about : []),
    takeOver,
    /** Runs a cycle soon if the state allows it; during one, one more follows. */
    wake,
    /** A person asks: also out of an error. Resolves when no cycle runs any more. */
    runNow(): Promise<void> {
      if (!RUNS_WHEN_ASKED.has(tracked.state.is) && running === null) return Promise.resolve();
      asked = true;
      return run();
    },
    /** The system says that there is no network: shown at once, not when the next request fails. */
    networkLost(): void {
      if (tracked.state.is === "idle")
        dispatch({ type: "networkLost", at: toInstant(clock.now()) });
    },
    answer(next: GuardAnswers): void {
      answers = next;
    },
    /** Resolves when the cycle under way has ended. */
    async settled(): Promise<void> {
      await running;
    },
    async stop(): Promise<void> {
      stopping = true;
      changeCourse();
      unplan();
      await running;
    },
  };
}
export type Runner = ReturnType<typeof createRunner>;
