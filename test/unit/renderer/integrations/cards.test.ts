import { describe, expect, test } from "vitest";
import {
  groupOf,
  groupOfOnline,
  needsPerson,
} from "../../../../src-renderer/integrations/cards.ts";
import type { GoogleConnection } from "../../../../src-shared/bridge/contract/sync.ts";
import {
  presentSync,
  type SyncCounts,
  type SyncState,
} from "../../../../src-shared/sync-status.ts";

const NOW = "2026-11-19T11:36:00.000Z";
const CONNECTION: GoogleConnection = {
  account: "atelier.nord@example.com",
  connectedAt: NOW,
  scopes: [],
  calendar: { id: "c", name: "Bookings", zone: "Europe/Berlin" },
  secretKeptIn: "keychain",
  appId: null,
  leaving: false,
};
const COUNTS: SyncCounts = {
  waiting: 0,
  parked: 0,
  skipped: 0,
  attention: 0,
  leftOut: 0,
  linked: 214,
  blocks: 58,
  sentToday: 7,
  takenInToday: 12,
  clockOffMs: 0,
};
const GOOGLE = { id: "google", availability: "works" } as const;

function situation(
  state: SyncState,
  counts = COUNTS,
  connection: GoogleConnection | null = CONNECTION,
) {
  return { connection, counts, shown: presentSync(state, counts, Date.parse(NOW)) };
}

describe("the group of a card", () => {
  test("what is in step is connected, and so is what is only offline or paused", () => {
    const last = { lastCompleteAt: NOW };
    expect(groupOf(GOOGLE, situation({ is: "idle", ...last }))).toBe("connected");
    expect(groupOf(GOOGLE, situation({ is: "offline", since: NOW, ...last }))).toBe("connected");
    expect(groupOf(GOOGLE, situation({ is: "paused", until: null, ...last }))).toBe("connected");
  });

  test("what only a person can end needs attention", () => {
    const signIn: SyncState = { is: "needsSignIn", cause: "grantExpired", lastCompleteAt: NOW };
    expect(groupOf(GOOGLE, situation(signIn))).toBe("attention");
    expect(needsPerson(situation(signIn))).toBe(1);
  });

  test("a connection without a calendar needs attention", () => {
    const chosen = situation({ is: "choosingCalendar" }, COUNTS, { ...CONNECTION, calendar: null });
    expect(groupOf(GOOGLE, chosen)).toBe("attention");
  });

  test("bookings that Google refused need attention although the rest goes on", () => {
    const idle: SyncState = { is: "idle", lastCompleteAt: NOW };
    const some = situation(idle, { ...COUNTS, parked: 1, attention: 2 });
    expect(groupOf(GOOGLE, some)).toBe("attention");
    expect(needsPerson(some)).toBe(3);
  });

  test("online booking stands where its state belongs; a network that is gone passes by itself", () => {
    expect(groupOfOnline("off")).toBe("available");
    expect(groupOfOnline("trouble")).toBe("attention");
    for (const tone of ["waiting", "on", "offline"] as const)
      expect(groupOfOnline(tone)).toBe("connected");
  });

  test("what is not connected, and what is only coming, is available", () => {
    expect(groupOf(GOOGLE, situation({ is: "disconnected" }, COUNTS, null))).toBe("available");
    const zoom = { id: "zoom", availability: "coming" } as const;
    expect(groupOf(zoom, situation({ is: "idle", lastCompleteAt: NOW }))).toBe("available");
  });
});
