import type { Instant } from "../../../src-shared/domain/primitives.ts";
import type {
  BackoffCause,
  FailureCode,
  GuardQuestion,
  SignInCause,
  SyncState,
} from "../../../src-shared/sync-status.ts";

/**
 * Everything that can happen to the sync. Times come in with the event; the reducer has no clock.
 *
 * ```
 *                        connectBegun                signedIn
 *   disconnected ───────────────────► connecting ───────────────► choosingCalendar
 *        ▲   ▲                            │ connectEnded                │ calendarChosen
 *        │   └────────────────────────────┘                            ▼
 *        │ disconnected (from anywhere)          cycleBegun ┌──────── idle ◄──────────┐
 *        │                                                  ▼          ▲  │           │
 *        │                                   progress ┌─ syncing ──────┘  │ paused    │ resumed
 *        │                                            └────► │ cycleCompleted         │
 *        │                                                   │            └──► paused ┘
 *        │                     noNetwork ┌───────────────────┼──────────────┬──────────────┐
 *        │                               ▼       troubled    ▼              ▼              ▼
 *        └─────────────────────────── offline             backoff      needsSignIn   needsDecision / failed
 *                                        └─── cycleBegun ────┴──── a person's fix, then cycleBegun ────┘
 * ```
 */
export type SyncEvent =
  | { readonly type: "connectBegun" }
  | { readonly type: "connectEnded"; readonly back: SyncState }
  | {
      readonly type: "signedIn";
      readonly hasCalendar: boolean;
      readonly lastCompleteAt: Instant | null;
    }
  | { readonly type: "calendarChosen" }
  | { readonly type: "cycleBegun" }
  | {
      readonly type: "progress";
      readonly phase: "pull" | "push";
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: "cycleCompleted"; readonly at: Instant }
  | { readonly type: "networkLost"; readonly at: Instant }
  | {
      readonly type: "troubled";
      readonly at: Instant;
      readonly retryAt: Instant;
      readonly cause: BackoffCause;
    }
  | { readonly type: "signInNeeded"; readonly cause: SignInCause }
  | { readonly type: "guardAsked"; readonly guard: GuardQuestion }
  | { readonly type: "failed"; readonly code: FailureCode }
  | { readonly type: "paused"; readonly until: Instant | null }
  | { readonly type: "resumed" }
  | { readonly type: "disconnected" };

/** An event that can't happen in this state: a fault of the program, never of a person or the network. */
export class IllegalTransition extends Error {
  constructor(state: SyncState, event: SyncEvent) {
    super(`The sync can't go on from "${state.is}" by "${event.type}".`);
    this.name = "IllegalTransition";
  }
}

function lastOf(state: SyncState): Instant | null {
  return "lastCompleteAt" in state ? state.lastCompleteAt : null;
}

/** True in every state that has a calendar to work with. */
export function isConnected(state: SyncState): boolean {
  return (
    state.is !== "disconnected" && state.is !== "connecting" && state.is !== "choosingCalendar"
  );
}

function afterTrouble(
  state: SyncState,
  event: Extract<SyncEvent, { type: "troubled" }>,
  trouble: Trouble,
): SyncState {
  return {
    is: "backoff",
    attempt: trouble.attempt + 1,
    since: trouble.since ?? event.at,
    retryAt: event.retryAt,
    cause: event.cause,
    lastCompleteAt: lastOf(state),
  };
}

/** Trouble that lasts over several cycles: since when, and which try it is. Cleared by a complete cycle. */
export interface Trouble {
  readonly since: Instant | null;
  readonly attempt: number;
}
export const NO_TROUBLE: Trouble = { since: null, attempt: 0 };

/** The state with what must be remembered across the cycles of one trouble. */
export interface Tracked {
  readonly state: SyncState;
  readonly trouble: Trouble;
}

function needConnection(tracked: Tracked, event: SyncEvent): void {
  if (!isConnected(tracked.state)) throw new IllegalTransition(tracked.state, event);
}

function inCycle({ state, trouble }: Tracked, event: SyncEvent): Tracked {
  const lastCompleteAt = lastOf(state);
  switch (event.type) {
    case "cycleBegun":
      return {
        state: { is: "syncing", phase: "pull", done: 0, total: 0, lastCompleteAt },
        trouble,
      };
    case "progress":
      if (state.is !== "syncing") throw new IllegalTransition(state, event);
      return {
        state: { ...state, phase: event.phase, done: event.done, total: event.total },
        trouble,
      };
    case "cycleCompleted":
      if (state.is !== "syncing") throw new IllegalTransition(state, event);
      return { state: { is: "idle", lastCompleteAt: event.at }, trouble: NO_TROUBLE };
    case "networkLost": {
      const since = trouble.since ?? event.at;
      return {
        state: { is: "offline", since, lastCompleteAt },
        trouble: { since, attempt: trouble.attempt + 1 },
      };
    }
    case "troubled": {
      const next = afterTrouble(state, event, trouble);
      return {
        state: next,
        trouble: { since: trouble.since ?? event.at, attempt: trouble.attempt + 1 },
      };
    }
    case "signInNeeded":
      return {
        state: { is: "needsSignIn", cause: event.cause, lastCompleteAt },
        trouble: NO_TROUBLE,
      };
    case "guardAsked":
      return {
        state: { is: "needsDecision", guard: event.guard, lastCompleteAt },
        trouble: NO_TROUBLE,
      };
    case "failed":
      return { state: { is: "failed", code: event.code, lastCompleteAt }, trouble: NO_TROUBLE };
    case "paused":
      return { state: { is: "paused", until: event.until, lastCompleteAt }, trouble: NO_TROUBLE };
    case "resumed":
      return { state: { is: "idle", lastCompleteAt }, trouble: NO_TROUBLE };
    default:
      throw new IllegalTransition(state, event);
  }
}

/** The next state. Pure; throws `IllegalTransition`. */
export function reduce(tracked: Tracked, event: SyncEvent): Tracked {
  switch (event.type) {
    case "disconnected":
      return { state: { is: "disconnected" }, trouble: NO_TROUBLE };
    case "connectBegun":
      return { state: { is: "connecting" }, trouble: NO_TROUBLE };
    case "connectEnded":
      return { state: event.back, trouble: NO_TROUBLE };
    case "signedIn": {
      const { lastCompleteAt } = event;
      return {
        state: event.hasCalendar ? { is: "idle", lastCompleteAt } : { is: "choosingCalendar" },
        trouble: NO_TROUBLE,
      };
    }
    case "calendarChosen":
      return { state: { is: "idle", lastCompleteAt: null }, trouble: NO_TROUBLE };
    default:
      needConnection(tracked, event);
      return inCycle(tracked, event);
  }
}
