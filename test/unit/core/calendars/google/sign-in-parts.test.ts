import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseCalendarEntry } from "../../../../../src-main/core/calendars/google/calendar-entry.ts";
import {
  type Callback,
  readCallback,
} from "../../../../../src-main/core/calendars/google/callback.ts";
import { readIdentity } from "../../../../../src-main/core/calendars/google/id-token.ts";
import { makeProofs, sameSecret } from "../../../../../src-main/core/calendars/google/proofs.ts";
import { missingScopes } from "../../../../../src-main/core/calendars/google/scopes.ts";
import {
  type SignInOutcome,
  signInError,
} from "../../../../../src-main/core/calendars/google/sign-in-outcome.ts";
import { seededRandom } from "../../../../fixtures/ports.ts";

const EVENTS = "https://www.googleapis.com/auth/calendar.events";
const LIST = "https://www.googleapis.com/auth/calendar.calendarlist.readonly";
const MADE = "https://www.googleapis.com/auth/calendar.app.created";

describe("the proofs of a sign-in", () => {
  it("shows the SHA-256 of the verifier and nothing else of it", () => {
    const { verifier, challenge } = makeProofs(seededRandom());
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(challenge).toBe(createHash("sha256").update(verifier).digest("base64url"));
  });

  it("compares secrets of any length", () => {
    expect(sameSecret("abc", "abc")).toBe(true);
    expect(sameSecret("abc", "abd")).toBe(false);
    expect(sameSecret("abc", "")).toBe(false);
    expect(sameSecret("abc", "abcabc")).toBe(false);
  });
});

describe("a request to the loopback port", () => {
  const expected = { port: 4711, state: "s".repeat(43), issuers: ["https://accounts.google.com"] };
  const read = (url: string, method = "GET", host = "127.0.0.1:4711"): Callback =>
    readCallback({ method, url, host }, expected);
  const state = `state=${expected.state}`;

  it.each<[string, string, Callback]>([
    [
      "the answer",
      `/?code=4/abc&${state}&iss=https://accounts.google.com`,
      { is: "code", code: "4/abc" },
    ],
    ["the answer without iss", `/?code=4/abc&${state}`, { is: "code", code: "4/abc" }],
    ["a refusal", `/?error=access_denied&${state}`, { is: "denied" }],
    ["a refusal under a wrong state", "/?error=access_denied&state=x", { is: "stateMismatch" }],
    ["no state", "/?code=4/abc", { is: "stateMismatch" }],
    ["an empty page", "/", { is: "stranger", status: 404 }],
    ["another path", `/callback?code=4/abc&${state}`, { is: "stranger", status: 404 }],
    [
      "a path of two slashes",
      `//evil.example/?code=4/abc&${state}`,
      { is: "stranger", status: 404 },
    ],
    [
      "a proxy request",
      `http://evil.example/?code=4/abc&${state}`,
      { is: "stranger", status: 400 },
    ],
  ])("%s", (_what, url, callback) => {
    expect(read(url)).toEqual(callback);
  });

  it("refuses other methods and other hosts before it looks at anything else", () => {
    expect(read(`/?code=4/abc&${state}`, "POST")).toEqual({ is: "stranger", status: 405 });
    for (const host of ["evil.example:4711", "localhost:4711", "127.0.0.1", "127.0.0.1:4712"]) {
      expect(read(`/?code=4/abc&${state}`, "GET", host)).toEqual({ is: "stranger", status: 421 });
    }
  });

  it("repeats no words of an error that isn't Google's", () => {
    const callback = read(`/?error=${encodeURIComponent("<b>call 0900")}&${state}`);
    expect(callback).toMatchObject({ is: "failed", message: "Google answered an unknown error." });
  });
});

describe("whose account it is", () => {
  const now = Date.parse("2026-11-19T09:00:00.000Z");
  const check = { issuers: ["https://accounts.google.com"], clientId: "desk", now };
  const good = {
    iss: "https://accounts.google.com",
    aud: "desk",
    sub: "42",
    email: "a@b.example",
    exp: now / 1000 + 3_600,
  };
  const token = (claims: object): string =>
    `h.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.s`;

  it.each<[string, string | null, object]>([
    ["an address", token(good), { is: "known", account: "a@b.example" }],
    ["an issuer without scheme", token({ ...good, iss: "accounts.google.com" }), { is: "known" }],
    ["several audiences", token({ ...good, aud: ["x", "desk"] }), { is: "known" }],
    ["no address", token({ ...good, email: undefined }), { is: "known", account: "42" }],
    ["four minutes over", token({ ...good, exp: now / 1000 - 240 }), { is: "known" }],
    ["an hour over", token({ ...good, exp: now / 1000 - 3_600 }), { is: "outOfTime" }],
    ["no end", token({ ...good, exp: undefined }), { is: "outOfTime" }],
    ["another issuer", token({ ...good, iss: "https://evil.example" }), { is: "foreign" }],
    ["another audience", token({ ...good, aud: "other" }), { is: "foreign" }],
    ["no token", null, { is: "unreadable" }],
    ["no claims", "nonsense", { is: "unreadable" }],
    ["a list as claims", "h.W10.s", { is: "unreadable" }],
  ])("%s", (_what, idToken, identity) => {
    expect(readIdentity(idToken, check)).toMatchObject(identity);
  });
});

describe("granted scopes", () => {
  it("names the boxes that were left empty, whatever the order", () => {
    expect(missingScopes(false, ["openid", LIST, EVENTS])).toEqual([]);
    expect(missingScopes(false, [EVENTS])).toEqual([LIST]);
    expect(missingScopes(true, [EVENTS, LIST])).toEqual([MADE]);
    expect(missingScopes(true, ["https://www.googleapis.com/auth/calendar"])).toEqual([]);
  });
});

describe("an ended sign-in in words", () => {
  it.each<[Exclude<SignInOutcome, { is: "granted" }>, string, boolean]>([
    [{ is: "denied" }, "CONNECT_DENIED", false],
    [{ is: "timedOut" }, "CONNECT_TIMED_OUT", false],
    [{ is: "cancelled" }, "CONNECT_CANCELLED", false],
    [{ is: "stateMismatch" }, "CONNECT_STATE_MISMATCH", false],
    [{ is: "failed", why: "noNetwork", message: "m" }, "NO_NETWORK", true],
    [{ is: "failed", why: "serverError", message: "m" }, "CONNECT_FAILED", true],
    [{ is: "failed", why: "clientRejected", message: "m" }, "CONNECT_FAILED", false],
  ])("%j is %s", (outcome, code, retryable) => {
    expect(signInError(outcome)).toMatchObject({ code, retryable });
  });
});

describe("an entry of the calendar list", () => {
  const entry = { id: "c", summary: "Team", accessRole: "owner", timeZone: "Europe/Berlin" };
  it.each([
    ["owner", "owner", true],
    ["writer", "writer", true],
    ["writerWithoutPrivateAccess", "writer", true],
    ["reader", "reader", false],
    ["freeBusyReader", "freeBusy", false],
    ["none", "unknown", false],
    ["gardener", "unknown", false],
    [undefined, "unknown", false],
  ])("role %j is %s, usable %s", (accessRole, access, usable) => {
    expect(parseCalendarEntry({ ...entry, accessRole })).toMatchObject({ access, usable });
  });

  it("prefers the account's own title, and takes only real colours and zones", () => {
    const odd = { ...entry, summaryOverride: "Mine", backgroundColor: "url(x)", timeZone: "Mars" };
    expect(parseCalendarEntry(odd)).toMatchObject({ name: "Mine", colour: null, zone: "UTC" });
    expect(parseCalendarEntry({ ...entry, backgroundColor: "#AABBCC" })).toMatchObject({
      colour: "#AABBCC",
    });
  });

  it("leaves out what is deleted or unreadable", () => {
    expect(parseCalendarEntry({ ...entry, deleted: true })).toBeNull();
    for (const value of [null, 7, [], { id: 7 }, {}]) expect(parseCalendarEntry(value)).toBeNull();
  });
});
