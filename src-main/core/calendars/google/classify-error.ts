import { AppError } from "../../../../src-shared/errors.ts";
import { RemoteError, type RemoteFailure } from "../remote-calendar.ts";
import { type Answer, answerOf } from "./answer-of-error.ts";
import { DeadlineError } from "./deadline.ts";

/** What was being done: a 404 on a list means another thing than a 404 on an event. */
export type Call =
  | {
      readonly is: "list";
      /** The list went on from a cursor or a page. */ readonly continued: boolean;
    }
  | { readonly is: "get" | "insert" | "patch" | "remove" }
  /** The account's calendars: list, insert, settings of one. */
  | { readonly is: "calendars" }
  /** Channels of notifications. */
  | { readonly is: "watch" | "stopWatch" }
  /** The token and revocation endpoints. */
  | { readonly is: "exchange" | "refresh" | "revoke" };

type Answered = Extract<Answer, { is: "answered" }>;

const RATE_LIMITS: ReadonlySet<string> = new Set([
  "rateLimitExceeded",
  "userRateLimitExceeded",
  "RATE_LIMIT_EXCEEDED",
]);
const LONG_LIMITS: ReadonlySet<string> = new Set(["quotaExceeded", "dailyLimitExceeded"]);
const SCOPE_REASONS: ReadonlySet<string> = new Set([
  "insufficientPermissions",
  "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
]);
const BLOCKED_REASONS: ReadonlySet<string> = new Set([
  "accessNotConfigured",
  "SERVICE_DISABLED",
  "domainPolicy",
  "access_denied",
  "admin_policy_enforced",
  "org_internal",
]);
const TIMEOUTS: ReadonlySet<string> = new Set([
  "ETIMEDOUT",
  "ESOCKETTIMEDOUT",
  "TimeoutError",
  "AbortError",
]);

/** OpenSSL's names of a certificate that proves nothing, as Node gives them (`X509_V_ERR_…` without its prefix). */
const NOT_TRUSTED =
  /^(?:ERR_TLS_CERT_ALTNAME_INVALID|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_(?:GET_ISSUER|VERIFY)\w+|INVALID_CA|HOSTNAME_MISMATCH)$/;

/** Node's and TLS's names of a broken way; a misuse of an API has a code too (`ERR_INVALID_…`) and is no network. */
const NETWORK =
  /^(?:E(?!RR_)[A-Z_]+|ERR_(?:TLS|SSL|SOCKET|HTTP2|STREAM)_\w+|UNABLE_TO_\w+|UND_ERR_\w+)$/;

/** What came wasn't HTTP, ended in the middle, or wasn't compressed as it said (zlib, brotli, zstd). */
const SPOILT =
  /^(?:HPE_\w+|ERR_STREAM_PREMATURE_CLOSE|Z_\w+|ERR_(?:ZLIB|BROTLI|_ERROR)_\w+|ZSTD_\w+)$/;

/** Longest wait that a server may ask for and get: an hour. */
const LONGEST_WAIT_MS = 3_600_000;
const LONGEST_REASON = 300;

/**
 * `Retry-After` in milliseconds, as seconds or as a date (RFC 9110, 10.2.3); null if absent or nonsense.
 * @param now epoch milliseconds
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, LONGEST_WAIT_MS) : null;
}

function refused({ status, reason, message }: Answered): RemoteFailure {
  const words = [reason, message].filter((word) => word !== "").join(": ");
  return { is: "refused", reason: (words || `status ${status}`).slice(0, LONGEST_REASON) };
}

function ofForbidden(call: Call, answer: Answered, now: number): RemoteFailure {
  const { reason, domain, retryAfter } = answer;
  if (LONG_LIMITS.has(reason)) return { is: "quotaExceeded" };
  if (RATE_LIMITS.has(reason))
    return { is: "rateLimited", retryAfterMs: retryAfterMs(retryAfter, now) };
  if (SCOPE_REASONS.has(reason)) return { is: "scopeMissing" };
  if (BLOCKED_REASONS.has(reason)) return { is: "accessBlocked" };
  if (reason === "requiredAccessLevel") return { is: "readOnly" };
  if (domain === "usageLimits")
    return { is: "rateLimited", retryAfterMs: retryAfterMs(retryAfter, now) };
  // Not readable for a reason we don't know: no single booking is at fault, so none may be parked for it.
  return call.is === "list" ? { is: "accessBlocked" } : refused(answer);
}

function ofNotFound(call: Call, answer: Answered): RemoteFailure {
  switch (call.is) {
    // Google hides a calendar that is deleted or no longer shared behind the same 404.
    case "list":
    case "insert":
    case "watch":
      return { is: "calendarGone" };
    case "get":
    case "patch":
    case "remove":
    case "stopWatch":
      return { is: "eventGone" };
    default:
      return refused(answer);
  }
}

function isOAuth(call: Call): boolean {
  return call.is === "exchange" || call.is === "refresh" || call.is === "revoke";
}

/** RFC 6749, 5.2. Google does not tell "expired" from "revoked"; the token source may know more. */
function ofTokenRefusal(call: Call, answer: Answered): RemoteFailure {
  switch (answer.reason) {
    case "invalid_grant":
      // Of a code it means that this one code is used up or too old.
      return call.is === "refresh" ? { is: "signedOut", cause: "grantRevoked" } : refused(answer);
    case "invalid_client":
    case "unauthorized_client":
    case "deleted_client":
      return { is: "signedOut", cause: "clientRejected" };
    default:
      if (BLOCKED_REASONS.has(answer.reason)) return { is: "accessBlocked" };
      // Whatever else is wrong with a refresh is wrong with the set-up, never with the booking that needed it.
      return call.is === "refresh" ? { is: "signedOut", cause: "clientRejected" } : refused(answer);
  }
}

function ofBadRequest(call: Call, answer: Answered): RemoteFailure {
  // A token that Google can't read is answered by 400 or 410; both mean: list everything again.
  return call.is === "list" && call.continued ? { is: "cursorExpired" } : refused(answer);
}

function ofGone(call: Call, answer: Answered): RemoteFailure {
  if (call.is === "list") return { is: "cursorExpired" };
  return ofNotFound(call, answer);
}

function ofStatus(call: Call, answer: Answered, now: number): RemoteFailure {
  switch (answer.status) {
    case 400:
      return ofBadRequest(call, answer);
    case 401:
      return { is: "signedOut", cause: "grantRevoked" };
    case 403:
      return ofForbidden(call, answer, now);
    case 404:
      return ofNotFound(call, answer);
    case 409:
      return call.is === "insert" ? { is: "alreadyExists" } : { is: "changedMeanwhile" };
    case 410:
      return ofGone(call, answer);
    case 412:
      return { is: "changedMeanwhile" };
    default:
      return refused(answer);
  }
}

function ofAnswer(call: Call, answer: Answered, now: number): RemoteFailure {
  if (answer.status === 429)
    return { is: "rateLimited", retryAfterMs: retryAfterMs(answer.retryAfter, now) };
  if (answer.status >= 500)
    return { is: "serverError", retryAfterMs: retryAfterMs(answer.retryAfter, now) };
  // A page in HTML comes from a proxy or a hotel's login, not from Calendar: it proves nothing.
  if (answer.garbled) return { is: "badAnswer" };
  if (answer.status === 408) return { is: "timeout" };
  return isOAuth(call) ? ofTokenRefusal(call, answer) : ofStatus(call, answer, now);
}

function ofSilence(code: string, thrown: unknown): RemoteFailure {
  if (TIMEOUTS.has(code)) return { is: "timeout" };
  if (SPOILT.test(code)) return { is: "badAnswer" };
  if (NOT_TRUSTED.test(code)) return { is: "notTrusted" };
  if (NETWORK.test(code)) return { is: "noNetwork" };
  const words = thrown instanceof Error ? thrown.name : "unknown";
  return { is: "refused", reason: `The request could not be made (${code || words}).` };
}

function messageOf(failure: RemoteFailure, detail: string): string {
  return `${failure.is}${detail === "" ? "" : ` (${detail})`}`;
}

/**
 * Any thrown thing as the one error that leaves this folder (sync-engine.md, What a failure means). What the client
 * threw isn't kept as the cause: it carries addresses, bodies and headers with people and tokens.
 * @param now epoch milliseconds, for a `Retry-After` that is a date
 */
export function classifyError(call: Call, thrown: unknown, now: number): RemoteError {
  if (thrown instanceof RemoteError) return thrown;
  if (thrown instanceof DeadlineError) return new RemoteError({ is: "timeout" }, thrown.message);
  // The grant may be as good as before; only nobody can read it.
  if (thrown instanceof AppError)
    return new RemoteError(
      { is: "keychain", why: thrown.code === "KEYCHAIN_LOCKED" ? "locked" : "silent" },
      thrown.message,
      thrown,
    );
  const answer = answerOf(thrown);
  const failure =
    answer.is === "none" ? ofSilence(answer.code, thrown) : ofAnswer(call, answer, now);
  const detail = answer.is === "none" ? answer.code : `${answer.status} ${answer.reason}`.trim();
  return new RemoteError(failure, messageOf(failure, `${call.is} ${detail}`.trim()));
}
