import type { ConnectProgress, GoogleConnection } from "../../src-shared/bridge/contract/sync.ts";

/** How far the way to a connected calendar has come. */
export type ConnectStep = "shared" | "signIn" | "failed" | "calendar" | "rules" | "done";

/** The steps at the side, in order; a failed sign-in stands on `signIn`. */
export const CONNECT_STEPS = ["shared", "signIn", "calendar", "rules", "done"] as const;

/**
 * @param readyToChoose the person asked for another calendar although one is connected
 */
export function connectStep(
  connection: GoogleConnection | null,
  progress: ConnectProgress,
  readyToChoose: boolean,
): ConnectStep {
  if (progress.is === "waiting") return "signIn";
  // Who cancelled knows it; there is nothing to explain.
  if (progress.is === "failed" && progress.code !== "CONNECT_CANCELLED") return "failed";
  if (connection === null) return "shared";
  return connection.calendar === null || readyToChoose ? "calendar" : "done";
}

/** What a person can do about a sign-in that failed; null where trying again can't help. */
export type ConnectFix = "askAgain" | "tryAgain" | null;

export interface ConnectTrouble {
  readonly title: "denied" | "timedOut" | "scope" | "title";
  readonly fix: ConnectFix;
}

/** Title and way out for the code of a failed sign-in; the text is the catalogue's for that code. */
export function connectTrouble(code: string): ConnectTrouble {
  switch (code) {
    case "SCOPE_MISSING":
      return { title: "scope", fix: "askAgain" };
    case "CONNECT_DENIED":
      return { title: "denied", fix: "tryAgain" };
    case "CONNECT_TIMED_OUT":
      return { title: "timedOut", fix: "tryAgain" };
    case "CONNECT_NOT_CONFIGURED":
      return { title: "title", fix: null };
    default:
      return { title: "title", fix: "tryAgain" };
  }
}

/** The permission that a scope is about, as a key of the words; null for a scope that nobody needs to hear of. */
export function scopeWords(scope: string): "events" | "calendarList" | "makeCalendar" | null {
  const name = scope.split("/").at(-1);
  switch (name) {
    case "calendar.events":
    case "calendar.events.owned":
      return "events";
    case "calendar.calendarlist.readonly":
    case "calendar.calendarlist":
      return "calendarList";
    case "calendar":
    case "calendar.calendars":
    case "calendar.app.created":
      return "makeCalendar";
    default:
      return null;
  }
}

/** Whether the account allowed Bellhop to make a calendar. */
export function mayMakeCalendar(connection: GoogleConnection): boolean {
  return connection.scopes.some((scope) => scopeWords(scope) === "makeCalendar");
}
