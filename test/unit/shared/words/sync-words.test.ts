import { describe, expect, test } from "vitest";
import {
  BackoffCause,
  FailureCode,
  presentSync,
  SignInCause,
  type SyncCounts,
  type SyncState,
} from "../../../../src-shared/sync-status.ts";
import { createTranslator, describeSync } from "../../../../src-shared/words/translator.ts";

const { t } = createTranslator();
const LAST = "2026-11-19T09:12:00.000Z";
const NOW = Date.parse("2026-11-19T09:14:00.000Z");
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

function said(
  state: SyncState,
  counts: Partial<SyncCounts> = {},
  at = NOW,
  pausedUntil: string | null = null,
): string {
  const shown = presentSync(state, { ...NOTHING, ...counts }, at);
  return describeSync(t, shown, { time: (instant) => instant.slice(11, 16), pausedUntil }).join(
    " ",
  );
}

const CAUSES = BackoffCause.options;
const FAILURES = FailureCode.options;
const EVERY_STATE: readonly SyncState[] = [
  { is: "disconnected" },
  { is: "connecting" },
  { is: "choosingCalendar" },
  { is: "idle", lastCompleteAt: LAST },
  { is: "idle", lastCompleteAt: null },
  { is: "syncing", phase: "push", done: 1, total: 2, lastCompleteAt: LAST },
  { is: "offline", since: LAST, lastCompleteAt: LAST },
  { is: "paused", until: null, lastCompleteAt: LAST },
  {
    is: "needsDecision",
    guard: { kind: "blocksVanish", remove: 41, known: 58 },
    lastCompleteAt: LAST,
  },
  ...CAUSES.map((cause): SyncState => ({
    is: "backoff",
    attempt: 1,
    since: LAST,
    retryAt: "2026-11-19T09:20:00.000Z",
    cause,
    lastCompleteAt: LAST,
  })),
  ...SignInCause.options.map((cause): SyncState => ({
    is: "needsSignIn",
    cause,
    lastCompleteAt: LAST,
  })),
  ...FAILURES.map((code): SyncState => ({ is: "failed", code, lastCompleteAt: LAST })),
];

describe("the sync in words", () => {
  test("every state has short words, a whole sentence and no unfilled value", () => {
    for (const state of EVERY_STATE)
      for (const waiting of [0, 1, 3])
        for (const later of [0, 60 * 60_000]) {
          const shown = presentSync(state, { ...NOTHING, waiting }, NOW + later);
          expect(t(`sync.${shown.words}`, { count: waiting })).not.toMatch(/^sync\.|\{\{/);
          const text = said(state, { waiting }, NOW + later);
          expect(text).toMatch(/^[A-Z].*\.$/);
          expect(text).not.toMatch(/sync\.|\{\{|undefined|\s\./);
        }
  });

  test("in step: says since when", () => {
    expect(said({ is: "idle", lastCompleteAt: LAST })).toBe("Up to date. Last sync 09:12.");
  });

  test("offline: what waits goes out by itself", () => {
    const offline: SyncState = { is: "offline", since: LAST, lastCompleteAt: LAST };
    expect(said(offline, { waiting: 3 })).toBe(
      "No network since 09:12. 3 changes wait on this computer and go out by themselves.",
    );
    expect(said({ ...offline, lastCompleteAt: null })).toBe("No network.");
  });

  test("signed out: nothing is lost, and what is not shown is named", () => {
    const signIn: SyncState = { is: "needsSignIn", cause: "grantRevoked", lastCompleteAt: LAST };
    expect(said(signIn, { waiting: 5 })).toBe(
      "Google asks you to sign in again. 5 bookings wait here; nothing is lost. Google’s changes since 09:12 are not shown.",
    );
    expect(said({ ...signIn, lastCompleteAt: null }, { waiting: 1 })).toBe(
      "Google asks you to sign in again. 1 booking waits here; nothing is lost.",
    );
  });

  test.each([
    [-14 * 60_000, "14 minutes"],
    [60 * 60_000, "60 minutes"],
    [-2 * 3_600_000, "2 hours"],
    [3 * 86_400_000, "3 days"],
  ])("a clock that is %i ms off is said as %s", (clockOffMs, words) => {
    expect(said({ is: "idle", lastCompleteAt: LAST }, { clockOffMs })).toBe(
      `This computer’s clock is ${words} off. Times at the desk are wrong, and Google refuses a new sign-in.`,
    );
  });

  test("a pause says its end if it has one", () => {
    const paused: SyncState = { is: "paused", until: null, lastCompleteAt: null };
    expect(said(paused)).toBe("Paused by you.");
    expect(said(paused, {}, NOW, "2026-11-19T10:14:00.000Z")).toBe("Paused by you until 10:14.");
  });

  test("a calendar that is gone is named where its name is known", () => {
    const gone: SyncState = { is: "failed", code: "CALENDAR_GONE", lastCompleteAt: null };
    const shown = presentSync(gone, NOTHING, NOW);
    const moments = { time: (instant: string) => instant, calendar: "Bookings" };
    expect(describeSync(t, shown, moments)[0]).toBe(
      "The calendar “Bookings” no longer exists in Google, or this account can’t see it any more.",
    );
    expect(said(gone)).toMatch(/^The calendar no longer exists in Google/);
  });

  test("what Google refused is named, and what waits beside it still goes out by itself", () => {
    expect(said({ is: "idle", lastCompleteAt: LAST }, { parked: 2, waiting: 1 })).toBe(
      "Google refused a part of what was sent. Everything else goes on. 1 change waits on this computer and goes out by itself. 2 bookings need a look.",
    );
  });
});
