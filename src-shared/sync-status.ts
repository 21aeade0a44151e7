import { z } from "zod";
import { Instant } from "./domain/primitives.ts";

/** Why the desk can't write or read the calendar until a person does something. */
export const SignInCause = z.enum([
  "grantExpired",
  "grantRevoked",
  "scopeMissing",
  "secretMissing",
  "clientRejected",
]);
export type SignInCause = z.infer<typeof SignInCause>;

/** Troubles that pass by themselves. */
export const BackoffCause = z.enum([
  "rateLimited",
  "quotaExceeded",
  "serverError",
  "badAnswer",
  "timeout",
  "notTrusted",
]);
export type BackoffCause = z.infer<typeof BackoffCause>;

/** Troubles that only a person can end, besides signing in. */
export const FailureCode = z.enum([
  "CALENDAR_GONE",
  "CALENDAR_READ_ONLY",
  "ACCESS_BLOCKED",
  "KEYCHAIN_LOCKED",
  "KEYCHAIN_UNAVAILABLE",
  "UNEXPECTED",
]);
export type FailureCode = z.infer<typeof FailureCode>;

/** What the mass-change guard asks about. `remove` of `known` would go. */
export const GuardQuestion = z.strictObject({
  kind: z.enum(["blocksVanish", "eventsDeleted"]),
  remove: z.int(),
  known: z.int(),
});
export type GuardQuestion = z.infer<typeof GuardQuestion>;

/** The one state of the sync. Transitions and the diagram: `src-main/core/sync/state.ts`. */
export const SyncState = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("disconnected") }),
  z.strictObject({ is: z.literal("connecting") }),
  z.strictObject({ is: z.literal("choosingCalendar") }),
  /** `lastCompleteAt` is null before the first complete cycle. */
  z.strictObject({ is: z.literal("idle"), lastCompleteAt: Instant.nullable() }),
  z.strictObject({
    is: z.literal("syncing"),
    phase: z.enum(["pull", "push"]),
    done: z.int(),
    total: z.int(),
    lastCompleteAt: Instant.nullable(),
  }),
  z.strictObject({ is: z.literal("offline"), since: Instant, lastCompleteAt: Instant.nullable() }),
  z.strictObject({
    is: z.literal("backoff"),
    attempt: z.int(),
    since: Instant,
    retryAt: Instant,
    cause: BackoffCause,
    lastCompleteAt: Instant.nullable(),
  }),
  z.strictObject({
    is: z.literal("needsSignIn"),
    cause: SignInCause,
    lastCompleteAt: Instant.nullable(),
  }),
  /** `until` null: until somebody resumes. */
  z.strictObject({
    is: z.literal("paused"),
    until: Instant.nullable(),
    lastCompleteAt: Instant.nullable(),
  }),
  z.strictObject({
    is: z.literal("needsDecision"),
    guard: GuardQuestion,
    lastCompleteAt: Instant.nullable(),
  }),
  z.strictObject({
    is: z.literal("failed"),
    code: FailureCode,
    lastCompleteAt: Instant.nullable(),
  }),
]);
export type SyncState = z.infer<typeof SyncState>;

/** Numbers beside the state. `waiting` counts pending changes that are not parked. */
export const SyncCounts = z.strictObject({
  waiting: z.int(),
  /** Parked changes: they need a person. */
  parked: z.int(),
  /** Refused changes that a person chose to leave unsent. */
  skipped: z.int(),
  /** Conflicts and deletions in Google that need a person. */
  attention: z.int(),
  /** Bookings that are not synced because there are more than the setting allows (S12). */
  leftOut: z.int(),
  /** Bookings that have an event. */
  linked: z.int(),
  /** Blocks that come from Google. */
  blocks: z.int(),
  sentToday: z.int(),
  takenInToday: z.int(),
  /** How far this computer's clock is ahead of the calendar's, in milliseconds; 0 if not known. */
  clockOffMs: z.int(),
});
export type SyncCounts = z.infer<typeof SyncCounts>;

/** The public word of S13. */
export type SyncTone = "active" | "error" | "disconnected";
/**
 * The shape of the tray icon and of the small cloud beside the words. `attention`: the sync goes on, but a change is
 * stuck in it until a person looks; its tone is `error`.
 */
export type SyncShape =
  | "active"
  | "syncing"
  | "offline"
  | "paused"
  | "attention"
  | "error"
  | "disconnected";
export const SyncFixName = z.enum([
  "connect",
  "signIn",
  "askPermission",
  "chooseCalendar",
  "decide",
  /** Look at the changes that Google refused. */
  "review",
  "resume",
  "retry",
  /** Help says what a person can do outside Bellhop. */
  "help",
  /** A text for whoever runs the organisation's accounts. */
  "adminText",
]);
/** The one thing that ends a trouble; null where nothing is to be done. */
export type SyncFix = z.infer<typeof SyncFixName> | null;

/** What tray, panel and schedule all show. `words` is a key below `sync.` in the catalogue. */
export interface SyncPresentation {
  readonly tone: SyncTone;
  readonly shape: SyncShape;
  readonly words:
    | "upToDate"
    | "sending"
    | "syncing"
    | "firstSync"
    | "offline"
    | "offlineWaiting"
    | "retrying"
    | "stuck"
    | "limited"
    | "notTrusted"
    | "paused"
    | "stale"
    | "needsAttention"
    | "signIn"
    | "signInExpired"
    | "signInLost"
    | "clientRejected"
    | "keychainLocked"
    | "keychainSilent"
    | "permission"
    | "calendarGone"
    | "calendarReadOnly"
    | "accessBlocked"
    | "clockWrong"
    | "unexpected"
    | "decide"
    | "connecting"
    | "choosingCalendar"
    | "notConnected";
  readonly fix: SyncFix;
  /** The number that `words` names. */
  readonly count: number;
  readonly waiting: number;
  readonly parked: number;
  /** Since when what is shown from Google may be out of date; null when it is fresh. */
  readonly asOf: Instant | null;
  readonly lastCompleteAt: Instant | null;
  readonly retryAt: Instant | null;
  /** See `SyncCounts`. */
  readonly clockOffMs: number;
}

/** A complete cycle is fresh for three polls of five minutes plus a quarter (S9). */
export const FRESH_FOR_MS = 19 * 60_000;
/** Retryable trouble stays a quiet note for this long; then somebody should look (front-desk-ux.md, States). */
export const QUIET_TROUBLE_MS = 15 * 60_000;

/** More than a slow answer or a little drift can explain; Google refuses a sign-in from about here on. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

export function isClockWrong(clockOffMs: number): boolean {
  return Math.abs(clockOffMs) > CLOCK_TOLERANCE_MS;
}

type Shown = Pick<SyncPresentation, "tone" | "shape" | "words" | "fix">;

function error(words: Shown["words"], fix: SyncFix): Shown {
  return { tone: "error", shape: "error", words, fix };
}

const SIGN_IN_WORDS: Record<SignInCause, Shown> = {
  grantExpired: error("signInExpired", "signIn"),
  grantRevoked: error("signIn", "signIn"),
  secretMissing: error("signInLost", "signIn"),
  clientRejected: error("clientRejected", "help"),
  scopeMissing: error("permission", "askPermission"),
};

const FAILURE_WORDS: Record<FailureCode, Shown> = {
  CALENDAR_GONE: error("calendarGone", "chooseCalendar"),
  CALENDAR_READ_ONLY: error("calendarReadOnly", "chooseCalendar"),
  ACCESS_BLOCKED: error("accessBlocked", "adminText"),
  KEYCHAIN_LOCKED: error("keychainLocked", "retry"),
  KEYCHAIN_UNAVAILABLE: error("keychainSilent", "retry"),
  UNEXPECTED: error("unexpected", "retry"),
};

/** The sync goes on by a wrong clock, but what a person reads from it and a sign-in do not. */
const CLOCK_WRONG = error("clockWrong", "help");

function presentIdle(last: Instant | null, counts: SyncCounts, now: number): Shown {
  if (last === null) return { tone: "active", shape: "syncing", words: "firstSync", fix: null };
  if (now - Date.parse(last) > FRESH_FOR_MS)
    return { tone: "active", shape: "offline", words: "stale", fix: "retry" };
  if (counts.waiting > 0) return { tone: "active", shape: "syncing", words: "sending", fix: null };
  return { tone: "active", shape: "active", words: "upToDate", fix: null };
}

interface BackoffWords {
  readonly words: Shown["words"];
  /** After a quarter of an hour. */
  readonly long: Shown;
  readonly fix: SyncFix;
}

const SILENT: BackoffWords = { words: "retrying", long: error("stuck", "retry"), fix: null };

const BACKOFF_WORDS: Record<BackoffCause, BackoffWords> = {
  rateLimited: { words: "limited", long: error("limited", "retry"), fix: null },
  // It lasts for hours and ends by itself; nobody can shorten it (sync-engine.md, What a failure means).
  quotaExceeded: {
    words: "limited",
    long: { tone: "active", shape: "offline", words: "limited", fix: null },
    fix: null,
  },
  serverError: SILENT,
  badAnswer: SILENT,
  timeout: SILENT,
  notTrusted: { words: "notTrusted", long: error("notTrusted", "help"), fix: "help" },
};

function presentBackoff(cause: BackoffCause, since: Instant, now: number): Shown {
  const { words, long, fix } = BACKOFF_WORDS[cause];
  const quiet = now - Date.parse(since) < QUIET_TROUBLE_MS;
  return quiet ? { tone: "active", shape: "offline", words, fix } : long;
}

function show(state: SyncState, counts: SyncCounts, now: number): Shown {
  switch (state.is) {
    case "disconnected":
      return { tone: "disconnected", shape: "disconnected", words: "notConnected", fix: "connect" };
    case "connecting":
      return { tone: "disconnected", shape: "disconnected", words: "connecting", fix: null };
    case "choosingCalendar":
      return {
        tone: "disconnected",
        shape: "disconnected",
        words: "choosingCalendar",
        fix: "chooseCalendar",
      };
    case "idle":
      return isClockWrong(counts.clockOffMs)
        ? CLOCK_WRONG
        : presentIdle(state.lastCompleteAt, counts, now);
    case "syncing":
      if (isClockWrong(counts.clockOffMs)) return CLOCK_WRONG;
      return {
        tone: "active",
        shape: "syncing",
        words: state.lastCompleteAt === null ? "firstSync" : "syncing",
        fix: null,
      };
    case "offline":
      return {
        tone: "active",
        shape: "offline",
        words: counts.waiting > 0 ? "offlineWaiting" : "offline",
        fix: "retry",
      };
    case "backoff":
      return presentBackoff(state.cause, state.since, now);
    case "needsSignIn":
      return SIGN_IN_WORDS[state.cause];
    case "paused":
      return { tone: "active", shape: "paused", words: "paused", fix: "resume" };
    case "needsDecision":
      return { tone: "error", shape: "error", words: "decide", fix: "decide" };
    case "failed":
      return FAILURE_WORDS[state.code];
  }
}

/** A sync that goes on is not simply active while a refused change is stuck in it (S13). */
function withRefused(shown: Shown, parked: number): Shown {
  if (parked === 0 || shown.tone !== "active") return shown;
  const { shape, words } = shown;
  const isCalm = (shape === "active" || shape === "syncing") && words !== "firstSync";
  return isCalm
    ? { tone: "error", shape: "attention", words: "needsAttention", fix: "review" }
    : { ...shown, tone: "error", fix: "review" };
}

/** Whether the sync works by itself, whatever else needs a person. */
export function goesOn({ shape }: Pick<SyncPresentation, "shape">): boolean {
  return shape !== "error" && shape !== "disconnected";
}

/**
 * Turns the state of the sync into what a person sees; the only place that decides it (S13).
 * @param now epoch milliseconds
 */
export function presentSync(state: SyncState, counts: SyncCounts, now: number): SyncPresentation {
  const lastCompleteAt = "lastCompleteAt" in state ? state.lastCompleteAt : null;
  const shown = withRefused(show(state, counts, now), counts.parked);
  const fresh = state.is === "idle" || state.is === "syncing";
  return {
    ...shown,
    count: shown.words === "needsAttention" ? counts.parked : counts.waiting,
    waiting: counts.waiting,
    parked: counts.parked,
    lastCompleteAt,
    asOf: fresh && shown.words !== "stale" ? null : lastCompleteAt,
    retryAt: state.is === "backoff" ? state.retryAt : null,
    clockOffMs: counts.clockOffMs,
  };
}
