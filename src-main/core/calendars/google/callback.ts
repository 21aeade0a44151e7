import { sameSecret } from "./proofs.ts";
import { type FailedOutcome, failedBecause } from "./sign-in-outcome.ts";

/** What one request to the loopback port means. */
export type Callback =
  /** Not Google's answer: a favicon, a scan, another site. The sign-in goes on waiting. */
  | { readonly is: "stranger"; readonly status: 400 | 404 | 405 | 421 }
  | { readonly is: "code"; readonly code: string }
  | { readonly is: "denied" }
  | { readonly is: "stateMismatch" }
  | FailedOutcome;

export interface CallbackRequest {
  readonly method: string | undefined;
  readonly host: string | undefined;
  /** Path and query. */
  readonly url: string | undefined;
}

export interface Expected {
  readonly port: number;
  readonly state: string;
  readonly issuers: readonly string[];
}

const LONGEST_CODE = 2_048;

/** The value of a parameter that is there exactly once. */
function only(query: URLSearchParams, name: string): string | null {
  const values = query.getAll(name);
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** Google's error codes are short words; anything else isn't repeated. */
function ofError(error: string): Callback {
  if (error === "access_denied") return { is: "denied" };
  const blocked = error === "admin_policy_enforced" || error === "org_internal";
  const word = /^[a-z_]{1,40}$/.test(error) ? error : "an unknown error";
  return failedBecause(blocked ? "accessBlocked" : "codeRefused", `Google answered ${word}.`);
}

function ofAnswer(query: URLSearchParams, expected: Expected): Callback {
  const state = only(query, "state");
  if (state === null || !sameSecret(state, expected.state)) return { is: "stateMismatch" };
  const issuer = query.get("iss");
  if (issuer !== null && !expected.issuers.includes(issuer))
    return failedBecause("wrongIssuer", "The answer names another issuer than Google.");
  const error = only(query, "error");
  if (error !== null) return ofError(error);
  const code = only(query, "code");
  return code !== null && code !== "" && code.length <= LONGEST_CODE
    ? { is: "code", code }
    : failedBecause("badAnswer", "The answer holds no code.");
}

/**
 * Reads a request to the loopback port. The `Host` is checked so that no web page can reach the port under a name of
 * its own (DNS rebinding); the path is the root, where Google sends an answer without a path of ours.
 */
export function readCallback(request: CallbackRequest, expected: Expected): Callback {
  if (request.host !== `127.0.0.1:${expected.port}`) return { is: "stranger", status: 421 };
  if (request.method !== "GET") return { is: "stranger", status: 405 };
  const target = request.url ?? "";
  if (!target.startsWith("/") || !URL.canParse(target, "http://127.0.0.1"))
    return { is: "stranger", status: 400 };
  const url = new URL(target, "http://127.0.0.1");
  if (url.pathname !== "/" || target.startsWith("//")) return { is: "stranger", status: 404 };
  const answers = url.searchParams.has("code") || url.searchParams.has("error");
  return answers ? ofAnswer(url.searchParams, expected) : { is: "stranger", status: 404 };
}
