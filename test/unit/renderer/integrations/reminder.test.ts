import { describe, expect, test } from "vitest";
import { isLookDue } from "../../../../src-renderer/integrations/reminder.ts";

const CONNECTED = "2026-11-01T09:00:00.000Z";
const at = (text: string): number => Date.parse(text);
const calm = {
  wanted: true,
  lookedAt: null,
  connectedAt: CONNECTED,
  shown: { tone: "active" },
  now: at("2026-11-08T09:00:00.000Z"),
} as const;

describe("the reminder to look at the sync", () => {
  test("comes a week after the calendar was connected, not a moment before", () => {
    expect(isLookDue(calm)).toBe(true);
    expect(isLookDue({ ...calm, now: calm.now - 1 })).toBe(false);
  });

  test("comes a week after the last look", () => {
    const looked = { ...calm, lookedAt: "2026-11-05T09:00:00.000Z" };
    expect(isLookDue(looked)).toBe(false);
    expect(isLookDue({ ...looked, now: at("2026-11-12T09:00:00.000Z") })).toBe(true);
  });

  test("of an earlier connection says nothing about a new one", () => {
    expect(isLookDue({ ...calm, lookedAt: "2026-10-01T09:00:00.000Z" })).toBe(true);
    expect(
      isLookDue({
        ...calm,
        lookedAt: "2026-10-01T09:00:00.000Z",
        connectedAt: "2026-11-07T09:00:00.000Z",
      }),
    ).toBe(false);
  });

  test("is silent when it is switched off, without a calendar, and while the sync speaks for itself", () => {
    expect(isLookDue({ ...calm, wanted: false })).toBe(false);
    expect(isLookDue({ ...calm, connectedAt: null })).toBe(false);
    expect(isLookDue({ ...calm, shown: { tone: "error" } })).toBe(false);
  });
});
