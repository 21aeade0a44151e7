import { describe, expect, test } from "vitest";
import {
  IllegalTransition,
  isConnected,
  NO_TROUBLE,
  reduce,
  type SyncEvent,
  type Tracked,
} from "../../../../src-main/core/sync/state.ts";
import type { SyncState } from "../../../../src-shared/sync-status.ts";

const BEFORE = "2026-11-19T08:55:00.000Z";
const NOW = "2026-11-19T09:00:00.000Z";
const LATER = "2026-11-19T09:00:07.000Z";

const GUARD = { kind: "blocksVanish", remove: 7, known: 9 } as const;

/** One of each state, as it stands five minutes after a complete cycle. */
const STATES: { readonly [K in SyncState["is"]]: Extract<SyncState, { is: K }> } = {
  disconnected: { is: "disconnected" },
  connecting: { is: "connecting" },
  choosingCalendar: { is: "choosingCalendar" },
  idle: { is: "idle", lastCompleteAt: BEFORE },
  syncing: { is: "syncing", phase: "pull", done: 0, total: 0, lastCompleteAt: BEFORE },
  offline: { is: "offline", since: BEFORE, lastCompleteAt: BEFORE },
  backoff: {
    is: "backoff",
    attempt: 1,
    since: BEFORE,
    retryAt: NOW,
    cause: "serverError",
    lastCompleteAt: BEFORE,
  },
  needsSignIn: { is: "needsSignIn", cause: "grantRevoked", lastCompleteAt: BEFORE },
  paused: { is: "paused", until: null, lastCompleteAt: BEFORE },
  needsDecision: { is: "needsDecision", guard: GUARD, lastCompleteAt: BEFORE },
  failed: { is: "failed", code: "CALENDAR_GONE", lastCompleteAt: BEFORE },
};

/** One of each event, and the state it leads to from a connected one. */
const EVENTS: { readonly [K in SyncEvent["type"]]: Extract<SyncEvent, { type: K }> } = {
  connectBegun: { type: "connectBegun" },
  connectEnded: { type: "connectEnded", back: STATES.idle },
  signedIn: { type: "signedIn", hasCalendar: true, lastCompleteAt: BEFORE },
  calendarChosen: { type: "calendarChosen" },
  cycleBegun: { type: "cycleBegun" },
  progress: { type: "progress", phase: "push", done: 3, total: 9 },
  cycleCompleted: { type: "cycleCompleted", at: NOW },
  networkLost: { type: "networkLost", at: NOW },
  troubled: { type: "troubled", at: NOW, retryAt: LATER, cause: "timeout" },
  signInNeeded: { type: "signInNeeded", cause: "grantExpired" },
  guardAsked: { type: "guardAsked", guard: GUARD },
  failed: { type: "failed", code: "UNEXPECTED" },
  paused: { type: "paused", until: LATER },
  resumed: { type: "resumed" },
  disconnected: { type: "disconnected" },
};

const LEADS_TO: { readonly [K in SyncEvent["type"]]: SyncState["is"] } = {
  connectBegun: "connecting",
  connectEnded: "idle",
  signedIn: "idle",
  calendarChosen: "idle",
  cycleBegun: "syncing",
  progress: "syncing",
  cycleCompleted: "idle",
  networkLost: "offline",
  troubled: "backoff",
  signInNeeded: "needsSignIn",
  guardAsked: "needsDecision",
  failed: "failed",
  paused: "paused",
  resumed: "idle",
  disconnected: "disconnected",
};

const OF_CONNECTING: ReadonlySet<string> = new Set([
  "connectBegun",
  "connectEnded",
  "signedIn",
  "calendarChosen",
  "disconnected",
]);
const ONLY_IN_A_CYCLE: ReadonlySet<string> = new Set(["progress", "cycleCompleted"]);

function isLegal(state: SyncState, event: SyncEvent): boolean {
  if (OF_CONNECTING.has(event.type)) return true;
  if (ONLY_IN_A_CYCLE.has(event.type)) return state.is === "syncing";
  return isConnected(state);
}

function after(state: SyncState, ...events: readonly SyncEvent[]): Tracked {
  return events.reduce(reduce, { state, trouble: NO_TROUBLE });
}

const pairs = Object.values(STATES).flatMap((state) =>
  Object.values(EVENTS).map((event) => ({ state, event, from: state.is, by: event.type })),
);

test.each(pairs.filter(({ state, event }) => isLegal(state, event)))(
  "from $from by $by",
  ({ state, event }) => {
    expect(after(state, event).state.is).toBe(LEADS_TO[event.type]);
  },
);

test.each(pairs.filter(({ state, event }) => !isLegal(state, event)))(
  "never from $from by $by",
  ({ state, event }) => {
    expect(() => after(state, event)).toThrow(IllegalTransition);
  },
);

test("connected is every state that has a calendar to work with", () => {
  const without = Object.values(STATES).filter((state) => !isConnected(state));
  expect(without.map((state) => state.is)).toEqual([
    "disconnected",
    "connecting",
    "choosingCalendar",
  ]);
});

describe("when the last complete cycle was", () => {
  test.each([
    "cycleBegun",
    "networkLost",
    "troubled",
    "signInNeeded",
    "guardAsked",
    "failed",
    "paused",
    "resumed",
  ] as const)("is not forgotten by %s", (type) => {
    for (const state of Object.values(STATES).filter(isConnected))
      expect(after(state, EVENTS[type]).state).toMatchObject({ lastCompleteAt: BEFORE });
  });

  test("changes with a complete cycle only", () => {
    const { state } = after(STATES.idle, EVENTS.cycleBegun, EVENTS.progress, EVENTS.cycleCompleted);
    expect(state).toEqual({ is: "idle", lastCompleteAt: NOW });
  });

  test("is unknown for a calendar that was just chosen", () => {
    expect(after(STATES.choosingCalendar, EVENTS.calendarChosen).state).toEqual({
      is: "idle",
      lastCompleteAt: null,
    });
  });
});

describe("a sign-in", () => {
  test("without a calendar asks for one", () => {
    const event = { ...EVENTS.signedIn, hasCalendar: false };
    expect(after(STATES.connecting, event).state).toEqual({ is: "choosingCalendar" });
  });

  test("that is given up leads back to where it began", () => {
    const back = STATES.needsSignIn;
    expect(after(STATES.connecting, { type: "connectEnded", back }).state).toBe(back);
  });
});

describe("trouble that lasts over several cycles", () => {
  const again = { ...EVENTS.troubled, at: LATER };

  test("is counted and remembered since its beginning", () => {
    const { state } = after(STATES.idle, EVENTS.troubled, EVENTS.cycleBegun, again);
    expect(state).toMatchObject({ is: "backoff", attempt: 2, since: NOW });
  });

  test("goes on when the network goes in the middle of it", () => {
    const { state } = after(STATES.idle, EVENTS.troubled, EVENTS.cycleBegun, {
      type: "networkLost",
      at: LATER,
    });
    expect(state).toMatchObject({ is: "offline", since: NOW });
  });

  test("is over with a complete cycle", () => {
    const { state } = after(
      STATES.idle,
      EVENTS.troubled,
      EVENTS.cycleBegun,
      EVENTS.cycleCompleted,
      EVENTS.cycleBegun,
      again,
    );
    expect(state).toMatchObject({ is: "backoff", attempt: 1, since: LATER });
  });

  test("tells how far a cycle has got without ending", () => {
    const { state, trouble } = after(
      STATES.idle,
      EVENTS.troubled,
      EVENTS.cycleBegun,
      EVENTS.progress,
    );
    expect(state).toMatchObject({ is: "syncing", phase: "push", done: 3, total: 9 });
    expect(trouble).toEqual({ since: NOW, attempt: 1 });
  });
});
