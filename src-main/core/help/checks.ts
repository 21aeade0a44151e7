import type { HelpCheck } from "../../../src-shared/bridge/contract/help.ts";
import { isClockWrong, type SyncCounts, type SyncState } from "../../../src-shared/sync-status.ts";
import { differenceOf } from "../../../src-shared/words/sync-words.ts";
import type { Reach } from "../calendars/calendar-provider.ts";
import type { RemoteFailure } from "../calendars/remote-calendar.ts";
import type { ConnectionProbe } from "../sync/probe.ts";

/** Everything the checks are judged by, gathered at one moment. */
export interface HelpFacts {
  /** Null where the store did not answer. */
  readonly bookings: number | null;
  readonly reach: Reach;
  readonly keychain: "kept" | "session" | "locked" | "silent";
  readonly probe: ConnectionProbe;
  readonly state: SyncState;
  readonly counts: SyncCounts;
}

type Judged = Omit<HelpCheck, "id">;

function fine(says: string, values: HelpCheck["values"] = {}): Judged {
  return { result: "fine", says, values, fix: null };
}
function later(says: string): Judged {
  return { result: "later", says, values: {}, fix: null };
}
function trouble(
  says: string,
  fix: HelpCheck["fix"] = null,
  values: HelpCheck["values"] = {},
): Judged {
  return { result: "trouble", says, values, fix };
}
function notice(
  says: string,
  fix: HelpCheck["fix"] = null,
  values: HelpCheck["values"] = {},
): Judged {
  return { result: "notice", says, values, fix };
}

function failureOf({ probe }: HelpFacts): RemoteFailure["is"] | null {
  return probe.is === "failed" ? probe.failure.is : null;
}

function store({ bookings }: HelpFacts): Judged {
  return bookings === null ? trouble("unreadable") : fine("saved", { count: bookings });
}

function network({ reach }: HelpFacts): Judged {
  switch (reach.is) {
    case "answers":
      return fine("answers", { ms: reach.ms });
    case "notTrusted":
      return trouble("notTrusted");
    case "stranger":
      return trouble("stranger");
    case "silent":
      // Offline is no error: bookings go on.
      return notice("silent", "retry");
  }
}

function clock({ reach, counts }: HelpFacts): Judged {
  if (reach.is !== "answers" && counts.clockOffMs === 0) return later("unknown");
  return isClockWrong(counts.clockOffMs)
    ? trouble("wrong", null, differenceOf(counts.clockOffMs))
    : fine("right", { count: Math.round(Math.abs(counts.clockOffMs) / 1_000) });
}

function keychain({ keychain: kept }: HelpFacts): Judged {
  switch (kept) {
    case "kept":
      return fine("kept");
    case "session":
      return notice("session");
    case "locked":
    case "silent":
      return trouble(kept, "retry");
  }
}

/** Why nothing can be said about what lies behind the sign-in; null if something can. */
function unseen(facts: HelpFacts): Judged | null {
  if (facts.probe.is === "notConnected") return later("notConnected");
  switch (failureOf(facts)) {
    case "noNetwork":
    case "notTrusted":
    case "timeout":
    case "badAnswer":
    case "serverError":
    case "rateLimited":
      return later("noAnswer");
    case "keychain":
      return later("keychain");
    default:
      return null;
  }
}

function signIn(facts: HelpFacts): Judged {
  if (facts.probe.is === "notConnected") return notice("notConnected", "connect");
  if (facts.probe.is === "failed" && facts.probe.failure.is === "signedOut") {
    const { cause } = facts.probe.failure;
    return trouble(cause, cause === "clientRejected" ? null : "signIn");
  }
  return unseen(facts) ?? fine("good");
}

/** What is behind the sign-in is seen only after it. */
function behindSignIn(facts: HelpFacts): Judged | null {
  if (failureOf(facts) === "signedOut") return later("afterSignIn");
  return unseen(facts);
}

function access(facts: HelpFacts): Judged {
  if (failureOf(facts) === "accessBlocked") return trouble("blocked", "adminText");
  return behindSignIn(facts) ?? fine("allowed");
}

function permission(facts: HelpFacts): Judged {
  const { state, probe } = facts;
  const isMissing =
    failureOf(facts) === "scopeMissing" ||
    (state.is === "needsSignIn" && state.cause === "scopeMissing") ||
    (probe.is === "seen" && probe.scopesMissing);
  if (isMissing) return trouble("missing", "askPermission");
  return behindSignIn(facts) ?? fine("given");
}

function calendar(facts: HelpFacts): Judged {
  const { probe } = facts;
  const hidden = behindSignIn(facts);
  if (hidden !== null) return hidden;
  if (probe.is !== "seen") return later("noAnswer");
  const { calendar: seen } = probe;
  switch (seen.is) {
    case "notChosen":
      return notice("notChosen", "chooseCalendar");
    case "gone":
      return trouble("gone", "chooseCalendar", { name: seen.name });
    case "readOnly":
      return trouble("readOnly", "chooseCalendar", { name: seen.name });
    case "renamed":
      return notice("renamed", null, { name: seen.name, before: seen.before });
    case "there":
      return fine("there", { name: seen.name });
  }
}

function limit(facts: HelpFacts): Judged {
  const { state } = facts;
  const isLimited =
    state.is === "backoff" && (state.cause === "rateLimited" || state.cause === "quotaExceeded");
  if (isLimited) return notice("limited", null, { at: state.retryAt });
  return failureOf(facts) === "rateLimited" ? notice("now") : (behindSignIn(facts) ?? fine("free"));
}

/** What the checks above don't explain. */
function sync({ state, counts }: HelpFacts): Judged {
  const open = counts.parked + counts.attention;
  switch (state.is) {
    case "disconnected":
    case "connecting":
    case "choosingCalendar":
      return later("notConnected");
    case "needsDecision":
      return trouble("asks", "decide");
    case "paused":
      return notice("paused", "resume");
    case "failed":
      return state.code === "UNEXPECTED" ? trouble("stopped", "retry") : later("above");
    case "needsSignIn":
      return later("above");
    case "offline":
    case "backoff":
      return notice("waits", "retry", { count: counts.waiting });
    case "idle":
    case "syncing":
      if (counts.parked > 0) return trouble("attention", "review", { count: open });
      return open > 0
        ? notice("attention", "decide", { count: open })
        : fine("inStep", { count: counts.linked });
  }
}

/** Judges the facts, in the order of `CHECKS`. Pure. */
export function judgeChecks(facts: HelpFacts): HelpCheck[] {
  return [
    { id: "store", ...store(facts) },
    { id: "network", ...network(facts) },
    { id: "clock", ...clock(facts) },
    { id: "keychain", ...keychain(facts) },
    { id: "signIn", ...signIn(facts) },
    { id: "access", ...access(facts) },
    { id: "permission", ...permission(facts) },
    { id: "calendar", ...calendar(facts) },
    { id: "limit", ...limit(facts) },
    { id: "sync", ...sync(facts) },
  ];
}
