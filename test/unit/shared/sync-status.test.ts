import { describe, expect, test } from "vitest";
import {
  type BackoffCause,
  FRESH_FOR_MS,
  presentSync,
  QUIET_TROUBLE_MS,
  type SyncCounts,
  type SyncPresentation,
  type SyncState,
} from "../../../src-shared/sync-status.ts";

const NOW = Date.parse("2026-11-19T10:00:00.000Z");
const ago = (ms: number): string => new Date(NOW - ms).toISOString();

const FRESH = ago(60_000);
const OLD = ago(FRESH_FOR_MS + 1);

const NOTHING: SyncCounts = {
  waiting: 0,
  parked: 0,
  skipped: 0,
  attention: 0,
  leftOut: 0,
  linked: 0,
  blocks: 0,
  sentToday: 0,
  takenInToday: 0,
  clockOffMs: 0,
};

const idle = (lastCompleteAt: string | null): SyncState => ({ is: "idle", lastCompleteAt });
const syncing = (lastCompleteAt: string | null): SyncState => ({
  is: "syncing",
  phase: "push",
  done: 1,
  total: 3,
  lastCompleteAt,
});
const backoff = (sinceMs: number, cause: BackoffCause = "serverError"): SyncState => ({
  is: "backoff",
  attempt: 2,
  since: ago(sinceMs),
  retryAt: ago(-5_000),
  cause,
  lastCompleteAt: FRESH,
});
const offline: SyncState = { is: "offline", since: FRESH, lastCompleteAt: FRESH };
const signIn = (cause: Extract<SyncState, { is: "needsSignIn" }>["cause"]): SyncState => ({
  is: "needsSignIn",
  cause,
  lastCompleteAt: FRESH,
});
const failed = (code: Extract<SyncState, { is: "failed" }>["code"]): SyncState => ({
  is: "failed",
  code,
  lastCompleteAt: FRESH,
});
const decide: SyncState = {
  is: "needsDecision",
  guard: { kind: "eventsDeleted", remove: 7, known: 9 },
  lastCompleteAt: FRESH,
};
const paused: SyncState = { is: "paused", until: null, lastCompleteAt: FRESH };

const TWO_HOURS = { clockOffMs: -2 * 3_600_000 };
const STUCK = { parked: 1 };
const DRIFT = { clockOffMs: 5 * 60_000 };

type Row = readonly [
  string,
  SyncState,
  Partial<SyncCounts>,
  SyncPresentation["tone"],
  SyncPresentation["shape"],
  SyncPresentation["words"],
  SyncPresentation["fix"],
];

const ROWS: readonly Row[] = [
  [
    "never connected",
    { is: "disconnected" },
    {},
    "disconnected",
    "disconnected",
    "notConnected",
    "connect",
  ],
  [
    "a sign-in under way",
    { is: "connecting" },
    {},
    "disconnected",
    "disconnected",
    "connecting",
    null,
  ],
  [
    "no calendar chosen",
    { is: "choosingCalendar" },
    {},
    "disconnected",
    "disconnected",
    "choosingCalendar",
    "chooseCalendar",
  ],
  ["before the first cycle", idle(null), {}, "active", "syncing", "firstSync", null],
  ["all done", idle(FRESH), {}, "active", "active", "upToDate", null],
  [
    "changes wait for the next cycle",
    idle(FRESH),
    { waiting: 2 },
    "active",
    "syncing",
    "sending",
    null,
  ],
  ["a change is parked", idle(FRESH), STUCK, "error", "attention", "needsAttention", "review"],
  [
    "the same while syncing",
    syncing(FRESH),
    STUCK,
    "error",
    "attention",
    "needsAttention",
    "review",
  ],
  ["the same in the first cycle", syncing(null), STUCK, "error", "syncing", "firstSync", "review"],
  ["the same without a network", offline, STUCK, "error", "offline", "offline", "review"],
  ["the same while paused", paused, STUCK, "error", "paused", "paused", "review"],
  ["the same in short trouble", backoff(0), STUCK, "error", "offline", "retrying", "review"],
  ["the same signed out", signIn("grantRevoked"), STUCK, "error", "error", "signIn", "signIn"],
  ["nothing was heard for too long", idle(OLD), {}, "active", "offline", "stale", "retry"],
  ["too long, and changes wait", idle(OLD), { waiting: 1 }, "active", "offline", "stale", "retry"],
  ["the first cycle runs", syncing(null), {}, "active", "syncing", "firstSync", null],
  ["a cycle runs", syncing(FRESH), {}, "active", "syncing", "syncing", null],
  ["no network", offline, {}, "active", "offline", "offline", "retry"],
  [
    "no network, and changes wait",
    offline,
    { waiting: 3 },
    "active",
    "offline",
    "offlineWaiting",
    "retry",
  ],
  ["short trouble", backoff(QUIET_TROUBLE_MS - 1), {}, "active", "offline", "retrying", null],
  ["long trouble", backoff(QUIET_TROUBLE_MS), {}, "error", "error", "stuck", "retry"],
  ["limited shortly", backoff(0, "rateLimited"), {}, "active", "offline", "limited", null],
  ["limited", backoff(QUIET_TROUBLE_MS, "rateLimited"), {}, "error", "error", "limited", "retry"],
  [
    "limited for hours by the account",
    backoff(QUIET_TROUBLE_MS * 9, "quotaExceeded"),
    {},
    "active",
    "offline",
    "limited",
    null,
  ],
  ["a proxy shortly", backoff(0, "notTrusted"), {}, "active", "offline", "notTrusted", "help"],
  ["a proxy", backoff(QUIET_TROUBLE_MS, "notTrusted"), {}, "error", "error", "notTrusted", "help"],
  ["the clock is two hours off", idle(FRESH), TWO_HOURS, "error", "error", "clockWrong", "help"],
  ["the same while syncing", syncing(FRESH), TWO_HOURS, "error", "error", "clockWrong", "help"],
  ["the clock drifts a little", idle(FRESH), DRIFT, "active", "active", "upToDate", null],
  ["the grant expired", signIn("grantExpired"), {}, "error", "error", "signInExpired", "signIn"],
  ["the grant was revoked", signIn("grantRevoked"), {}, "error", "error", "signIn", "signIn"],
  ["the keychain lost it", signIn("secretMissing"), {}, "error", "error", "signInLost", "signIn"],
  [
    "the client is refused",
    signIn("clientRejected"),
    {},
    "error",
    "error",
    "clientRejected",
    "help",
  ],
  [
    "a permission is missing",
    signIn("scopeMissing"),
    {},
    "error",
    "error",
    "permission",
    "askPermission",
  ],
  ["paused", paused, { waiting: 4 }, "active", "paused", "paused", "resume"],
  ["the guard asks", decide, {}, "error", "error", "decide", "decide"],
  [
    "the calendar is gone",
    failed("CALENDAR_GONE"),
    {},
    "error",
    "error",
    "calendarGone",
    "chooseCalendar",
  ],
  [
    "the calendar is read-only",
    failed("CALENDAR_READ_ONLY"),
    {},
    "error",
    "error",
    "calendarReadOnly",
    "chooseCalendar",
  ],
  [
    "access is blocked",
    failed("ACCESS_BLOCKED"),
    {},
    "error",
    "error",
    "accessBlocked",
    "adminText",
  ],
  [
    "the keychain is locked",
    failed("KEYCHAIN_LOCKED"),
    {},
    "error",
    "error",
    "keychainLocked",
    "retry",
  ],
  [
    "the keychain says no",
    failed("KEYCHAIN_UNAVAILABLE"),
    {},
    "error",
    "error",
    "keychainSilent",
    "retry",
  ],
  ["something unexpected", failed("UNEXPECTED"), {}, "error", "error", "unexpected", "retry"],
];

const show = (state: SyncState, counts: Partial<SyncCounts> = {}): SyncPresentation =>
  presentSync(state, { ...NOTHING, ...counts }, NOW);

test.each(ROWS)("%s", (_words, state, counts, ...shown) => {
  const { tone, shape, words, fix } = show(state, counts);
  expect([tone, shape, words, fix]).toEqual(shown);
});

test("every state and every cause is shown by one of these rows", () => {
  const shown = new Set(ROWS.map(([, state]) => state.is));
  expect(shown.size).toBe(11);
});

describe("Active is honest", () => {
  test("up to date is said only of an idle sync with a fresh cycle, an empty queue and nothing parked", () => {
    const upToDate = ROWS.filter(([, , , , , words]) => words === "upToDate");
    expect(upToDate.map(([name]) => name)).toEqual(["all done", "the clock drifts a little"]);
  });

  test("a cycle is fresh for nineteen minutes, and not a moment longer", () => {
    expect(show(idle(ago(FRESH_FOR_MS))).words).toBe("upToDate");
    expect(show(idle(ago(FRESH_FOR_MS + 1))).words).toBe("stale");
  });

  test("whatever a person has to end is red, and names what ends it", () => {
    const lasting = ROWS.filter(([, { is }]) =>
      ["needsSignIn", "needsDecision", "failed"].includes(is),
    );
    for (const [, state, counts] of lasting) {
      const { tone, fix } = show(state, counts);
      expect({ tone, hasFix: fix !== null }).toEqual({ tone: "error", hasFix: true });
    }
  });
});

describe("since when the picture may be out of date", () => {
  test("is not said while it is fresh", () => {
    expect([idle(FRESH), syncing(FRESH)].map((state) => show(state).asOf)).toEqual([null, null]);
  });

  test.each([
    ["stale", idle(OLD), OLD],
    ["offline", offline, FRESH],
    ["in trouble", backoff(1), FRESH],
    ["signed out", signIn("grantRevoked"), FRESH],
    ["paused", paused, FRESH],
    ["asking", decide, FRESH],
  ])("is said when it is %s", (_words, state, since) => {
    expect(show(state).asOf).toBe(since);
  });
});

test("numbers and the next try come along", () => {
  expect(show(backoff(1), { waiting: 3, parked: 2 })).toMatchObject({
    waiting: 3,
    parked: 2,
    retryAt: ago(-5_000),
    lastCompleteAt: FRESH,
  });
  expect(show(idle(FRESH)).retryAt).toBeNull();
});
