import { describe, expect, it } from "vitest";
import {
  type Call,
  classifyError,
  retryAfterMs,
} from "../../../../../src-main/core/calendars/google/classify-error.ts";
import { DeadlineError } from "../../../../../src-main/core/calendars/google/deadline.ts";
import {
  RemoteError,
  type RemoteFailure,
} from "../../../../../src-main/core/calendars/remote-calendar.ts";
import { AppError } from "../../../../../src-shared/errors.ts";

const NOW = Date.parse("2026-11-19T09:00:00.000Z");
const LIST: Call = { is: "list", continued: false };
const CONTINUED: Call = { is: "list", continued: true };

function call(is: Exclude<Call["is"], "list">): Call {
  return { is };
}

function failureOf(of: Call, thrown: unknown): RemoteFailure {
  return classifyError(of, thrown, NOW).failure;
}

function answered(status: number, data: unknown, headers: Record<string, string> = {}): unknown {
  return Object.assign(new Error("Request failed"), {
    response: { status, data, headers: new Headers(headers) },
  });
}

/** The Calendar backend's shape. */
function backend(status: number, reason: string, domain = "global"): unknown {
  const errors = [{ domain, reason, message: "Words" }];
  return answered(status, { error: { errors, code: status, message: "Words" } });
}

/** The front end's shape. */
function frontEnd(status: number, reason: string): unknown {
  const details = [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason }];
  return answered(status, { error: { code: status, status: "PERMISSION_DENIED", details } });
}

function oauth(status: number, error: string): unknown {
  return answered(status, { error, error_description: "Words" });
}

function silent(code: string, deep = false): Error {
  const cause = Object.assign(new Error("inner"), { code });
  return deep ? new Error("outer", { cause }) : cause;
}

describe("answers of Calendar", () => {
  const html = "<!DOCTYPE html><p>Log in to the hotel";
  it.each<[string, Call, unknown, RemoteFailure]>([
    [
      "400 on one row",
      call("insert"),
      backend(400, "invalid"),
      { is: "refused", reason: "invalid: Words" },
    ],
    [
      "400 without words",
      call("patch"),
      answered(400, {}),
      { is: "refused", reason: "status 400" },
    ],
    ["400 on a list from a cursor", CONTINUED, backend(400, "invalid"), { is: "cursorExpired" }],
    [
      "400 on a list from the window",
      LIST,
      backend(400, "invalid"),
      { is: "refused", reason: "invalid: Words" },
    ],
    [
      "401 after the repetition",
      LIST,
      backend(401, "authError"),
      { is: "signedOut", cause: "grantRevoked" },
    ],
    [
      "missing scope, backend",
      LIST,
      backend(403, "insufficientPermissions"),
      { is: "scopeMissing" },
    ],
    [
      "missing scope, front end",
      LIST,
      frontEnd(403, "ACCESS_TOKEN_SCOPE_INSUFFICIENT"),
      { is: "scopeMissing" },
    ],
    [
      "API switched off",
      LIST,
      backend(403, "accessNotConfigured", "usageLimits"),
      { is: "accessBlocked" },
    ],
    [
      "API switched off, front end",
      LIST,
      frontEnd(403, "SERVICE_DISABLED"),
      { is: "accessBlocked" },
    ],
    [
      "rate by user",
      call("insert"),
      backend(403, "userRateLimitExceeded", "usageLimits"),
      { is: "rateLimited", retryAfterMs: null },
    ],
    [
      "rate by calendar",
      call("patch"),
      backend(403, "rateLimitExceeded", "usageLimits"),
      { is: "rateLimited", retryAfterMs: null },
    ],
    [
      "rate on a delete",
      call("remove"),
      backend(403, "rateLimitExceeded", "usageLimits"),
      { is: "rateLimited", retryAfterMs: null },
    ],
    [
      "rate by another name",
      call("patch"),
      backend(403, "newLimit", "usageLimits"),
      { is: "rateLimited", retryAfterMs: null },
    ],
    [
      "the limit of hours",
      call("insert"),
      backend(403, "quotaExceeded", "usageLimits"),
      { is: "quotaExceeded" },
    ],
    [
      "the old daily limit",
      call("insert"),
      backend(403, "dailyLimitExceeded", "usageLimits"),
      { is: "quotaExceeded" },
    ],
    ["no right to write", call("insert"), backend(403, "requiredAccessLevel"), { is: "readOnly" }],
    [
      "not the organizer",
      call("patch"),
      backend(403, "forbiddenForNonOrganizer", "calendar"),
      { is: "refused", reason: "forbiddenForNonOrganizer: Words" },
    ],
    [
      "403 unknown on a write",
      call("patch"),
      backend(403, "becauseWeCan"),
      { is: "refused", reason: "becauseWeCan: Words" },
    ],
    ["403 unknown on a list", LIST, backend(403, "becauseWeCan"), { is: "accessBlocked" }],
    ["404 on a list", LIST, backend(404, "notFound"), { is: "calendarGone" }],
    ["404 on an insert", call("insert"), backend(404, "notFound"), { is: "calendarGone" }],
    ["404 on a get", call("get"), backend(404, "notFound"), { is: "eventGone" }],
    ["404 on a patch", call("patch"), backend(404, "notFound"), { is: "eventGone" }],
    ["404 on a delete", call("remove"), backend(404, "notFound"), { is: "eventGone" }],
    ["410 on a delete", call("remove"), backend(410, "deleted"), { is: "eventGone" }],
    [
      "410 on a list",
      CONTINUED,
      backend(410, "fullSyncRequired", "calendar"),
      { is: "cursorExpired" },
    ],
    ["410 on a list without a reason", CONTINUED, answered(410, ""), { is: "cursorExpired" }],
    ["409 on an insert", call("insert"), backend(409, "duplicate"), { is: "alreadyExists" }],
    ["409 on a patch", call("patch"), backend(409, "conflict"), { is: "changedMeanwhile" }],
    ["412", call("patch"), backend(412, "conditionNotMet"), { is: "changedMeanwhile" }],
    [
      "429",
      LIST,
      backend(429, "rateLimitExceeded", "usageLimits"),
      { is: "rateLimited", retryAfterMs: null },
    ],
    [
      "429 in HTML",
      LIST,
      answered(429, html, { "retry-after": "9" }),
      { is: "rateLimited", retryAfterMs: 9_000 },
    ],
    [
      "500",
      call("insert"),
      backend(500, "backendError"),
      { is: "serverError", retryAfterMs: null },
    ],
    ["502 in HTML", call("insert"), answered(502, html), { is: "serverError", retryAfterMs: null }],
    ["408", LIST, answered(408, ""), { is: "timeout" }],
    ["a proxy's 404", LIST, answered(404, html), { is: "badAnswer" }],
    ["a proxy's 410", CONTINUED, answered(410, html), { is: "badAnswer" }],
    ["a proxy's 403", call("insert"), answered(403, html), { is: "badAnswer" }],
    ["a proxy that wants a login", LIST, answered(407, html), { is: "badAnswer" }],
    [
      "a body of nonsense",
      call("insert"),
      answered(400, { error: { errors: "many", details: 7 } }),
      { is: "refused", reason: "status 400" },
    ],
  ])("%s", (_what, of, thrown, failure) => {
    expect(failureOf(of, thrown)).toEqual(failure);
  });

  it("lets errors[0].reason decide before details, and details before the status", () => {
    const both = answered(403, {
      error: {
        errors: [{ reason: "rateLimitExceeded", domain: "usageLimits" }],
        details: [{ reason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT" }],
      },
    });
    expect(failureOf(LIST, both)).toEqual({ is: "rateLimited", retryAfterMs: null });
  });
});

describe("answers of the token endpoint", () => {
  it.each<[string, Call, unknown, RemoteFailure]>([
    [
      "a dead grant",
      call("refresh"),
      oauth(400, "invalid_grant"),
      { is: "signedOut", cause: "grantRevoked" },
    ],
    [
      "a used code",
      call("exchange"),
      oauth(400, "invalid_grant"),
      { is: "refused", reason: "invalid_grant: Words" },
    ],
    [
      "a wrong client",
      call("refresh"),
      oauth(401, "invalid_client"),
      { is: "signedOut", cause: "clientRejected" },
    ],
    [
      "a client that may not",
      call("refresh"),
      oauth(400, "unauthorized_client"),
      { is: "signedOut", cause: "clientRejected" },
    ],
    [
      "an administrator's no",
      call("refresh"),
      oauth(400, "admin_policy_enforced"),
      { is: "accessBlocked" },
    ],
    [
      "anything else that is wrong with us",
      call("refresh"),
      oauth(400, "invalid_scope"),
      { is: "signedOut", cause: "clientRejected" },
    ],
    [
      "trouble at Google",
      call("refresh"),
      oauth(500, "internal_failure"),
      { is: "serverError", retryAfterMs: null },
    ],
    ["a proxy", call("refresh"), answered(400, "<html>"), { is: "badAnswer" }],
  ])("%s", (_what, of, thrown, failure) => {
    expect(failureOf(of, thrown)).toEqual(failure);
  });
});

describe("no answer", () => {
  it.each<[string, unknown, RemoteFailure["is"]]>([
    ["no DNS", silent("ENOTFOUND"), "noNetwork"],
    ["DNS for the moment", silent("EAI_AGAIN", true), "noNetwork"],
    ["refused", silent("ECONNREFUSED"), "noNetwork"],
    ["reset", silent("ECONNRESET", true), "noNetwork"],
    ["no route", silent("ENETUNREACH"), "noNetwork"],
    ["a certificate nobody trusts", silent("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), "notTrusted"],
    ["a certificate of the proxy", silent("SELF_SIGNED_CERT_IN_CHAIN"), "notTrusted"],
    ["a certificate for another name", silent("ERR_TLS_CERT_ALTNAME_INVALID"), "notTrusted"],
    ["a certificate from before", silent("CERT_HAS_EXPIRED"), "notTrusted"],
    ["a handshake that failed", silent("ERR_SSL_WRONG_VERSION_NUMBER"), "noNetwork"],
    ["a connection that timed out", silent("ETIMEDOUT"), "timeout"],
    ["our own limit", new DeadlineError(), "timeout"],
    ["not HTTP at all", silent("HPE_INVALID_CONSTANT"), "badAnswer"],
    ["a cut body", silent("ERR_STREAM_PREMATURE_CLOSE"), "badAnswer"],
    ["gzip that is none", silent("Z_DATA_ERROR", true), "badAnswer"],
    ["brotli that is none", silent("ERR__ERROR_FORMAT_PADDING_1"), "badAnswer"],
    ["a locked keychain", new AppError("KEYCHAIN_LOCKED", "Locked."), "keychain"],
    ["a keychain that says no", new AppError("KEYCHAIN_UNAVAILABLE", "No."), "keychain"],
    ["a mistake of ours", new TypeError("x is not a function"), "refused"],
    ["a mistake with a code", silent("ERR_INVALID_ARG_TYPE"), "refused"],
    ["a word", "broken", "refused"],
    ["nothing", undefined, "refused"],
  ])("%s", (_what, thrown, is) => {
    expect(failureOf(LIST, thrown).is).toBe(is);
  });

  it("lets a RemoteError through as it is", () => {
    const error = new RemoteError({ is: "scopeMissing" }, "As it is.");
    expect(classifyError(LIST, error, NOW)).toBe(error);
  });
});

describe("what the error tells", () => {
  it("keeps no address, header or body of the request", () => {
    const thrown = Object.assign(new Error("request to https://host/anna@salon.example failed"), {
      code: "ECONNRESET",
      config: { headers: { authorization: "Bearer ya29.secret" }, data: "Ada Lovelace" },
    });
    const error = classifyError(LIST, thrown, NOW);
    expect(error.message).toBe("noNetwork (list ECONNRESET)");
    expect(error.cause).toBeUndefined();
  });
});

describe("Retry-After", () => {
  it.each<[string | null, number | null]>([
    [null, null],
    ["3", 3_000],
    [" 120 ", 120_000],
    ["Thu, 19 Nov 2026 09:00:30 GMT", 30_000],
    ["Thu, 19 Nov 2026 08:00:00 GMT", null],
    ["0", null],
    ["-5", null],
    ["soon", null],
    ["999999999", 3_600_000],
  ])("%j is %j ms", (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});
