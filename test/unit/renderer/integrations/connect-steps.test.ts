import { describe, expect, test } from "vitest";
import {
  connectStep,
  connectTrouble,
  mayMakeCalendar,
  scopeWords,
} from "../../../../src-renderer/integrations/connect-steps.ts";
import type {
  ConnectProgress,
  GoogleConnection,
} from "../../../../src-shared/bridge/contract/sync.ts";

const NONE: ConnectProgress = { is: "none" };
const WAITING: ConnectProgress = {
  is: "waiting",
  url: "https://accounts.example/auth",
  until: "2026-11-19T11:36:00.000Z",
};
const CONNECTION: GoogleConnection = {
  account: "atelier.nord@example.com",
  connectedAt: "2026-11-19T11:36:00.000Z",
  scopes: ["https://www.googleapis.com/auth/calendar.events"],
  calendar: null,
  secretKeptIn: "keychain",
  appId: null,
  leaving: false,
};
const CHOSEN = { ...CONNECTION, calendar: { id: "c", name: "Bookings", zone: "Europe/Berlin" } };

describe("the way to a connected calendar", () => {
  test("goes from what is shared over the sign-in and the calendar to the end", () => {
    expect(connectStep(null, NONE, false)).toBe("shared");
    expect(connectStep(null, WAITING, false)).toBe("signIn");
    expect(connectStep(CONNECTION, NONE, false)).toBe("calendar");
    expect(connectStep(CHOSEN, NONE, false)).toBe("done");
  });

  test("leads back to the choice when another calendar is asked for", () => {
    expect(connectStep(CHOSEN, NONE, true)).toBe("calendar");
  });

  test("shows a failed sign-in until it is tried again, also when signing in again", () => {
    const failed: ConnectProgress = {
      is: "failed",
      code: "CONNECT_DENIED",
      message: "",
      missingScopes: [],
    };
    expect(connectStep(null, failed, false)).toBe("failed");
    expect(connectStep(CHOSEN, failed, false)).toBe("failed");
    expect(connectStep(CHOSEN, WAITING, false)).toBe("signIn");
  });

  test("begins anew after the person cancelled", () => {
    const cancelled: ConnectProgress = {
      is: "failed",
      code: "CONNECT_CANCELLED",
      message: "",
      missingScopes: [],
    };
    expect(connectStep(null, cancelled, false)).toBe("shared");
  });

  test("each trouble has one way out, and one that can't be ended here has none", () => {
    expect(connectTrouble("SCOPE_MISSING")).toEqual({ title: "scope", fix: "askAgain" });
    expect(connectTrouble("CONNECT_DENIED").fix).toBe("tryAgain");
    expect(connectTrouble("CONNECT_TIMED_OUT").fix).toBe("tryAgain");
    expect(connectTrouble("CONNECT_NOT_CONFIGURED").fix).toBeNull();
    expect(connectTrouble("SOMETHING_NEW").fix).toBe("tryAgain");
  });

  test("scopes are named in words, and technical ones not at all", () => {
    expect(scopeWords("https://www.googleapis.com/auth/calendar.events")).toBe("events");
    expect(scopeWords("https://www.googleapis.com/auth/calendar.calendarlist.readonly")).toBe(
      "calendarList",
    );
    expect(scopeWords("https://www.googleapis.com/auth/calendar.app.created")).toBe("makeCalendar");
    expect(scopeWords("openid")).toBeNull();
  });

  test("whether a calendar may be made is read from what was granted", () => {
    expect(mayMakeCalendar(CONNECTION)).toBe(false);
    const more = [...CONNECTION.scopes, "https://www.googleapis.com/auth/calendar.app.created"];
    expect(mayMakeCalendar({ ...CONNECTION, scopes: more })).toBe(true);
  });
});
