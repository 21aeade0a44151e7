import { AppError } from "../../../../src-shared/errors.ts";
import { RemoteError } from "../remote-calendar.ts";
import type { AccessToken } from "./token-source.ts";

/** Why a sign-in that nobody refused did not work. */
export type SignInFailure =
  | "noNetwork"
  | "notTrusted"
  | "timeout"
  | "serverError"
  | "codeRefused"
  | "clientRejected"
  | "accessBlocked"
  | "badAnswer"
  | "clockWrong"
  | "wrongIssuer";

export interface Granted {
  readonly is: "granted";
  /** The account's e-mail address. */
  readonly account: string;
  readonly refreshToken: string;
  /** When a grant for a limited time ends, epoch milliseconds; null if it has no end. */
  readonly grantEndsAt: number | null;
  readonly access: AccessToken;
  readonly scopes: readonly string[];
  /** Boxes that were left empty; with one of them missing the desk can't work. */
  readonly missingScopes: readonly string[];
}

/** How a sign-in ended. */
export type SignInOutcome =
  | Granted
  | { readonly is: "denied" }
  | { readonly is: "timedOut" }
  | { readonly is: "cancelled" }
  /** An answer that belongs to another sign-in, or to nobody's. */
  | { readonly is: "stateMismatch" }
  | { readonly is: "failed"; readonly why: SignInFailure; readonly message: string };

export type FailedOutcome = Extract<SignInOutcome, { is: "failed" }>;

export function failedBecause(why: SignInFailure, message: string): FailedOutcome {
  return { is: "failed", why, message };
}

function whyOf(error: RemoteError): SignInFailure {
  const { failure } = error;
  switch (failure.is) {
    case "noNetwork":
    case "notTrusted":
    case "timeout":
    case "accessBlocked":
    case "badAnswer":
    case "serverError":
      return failure.is;
    case "rateLimited":
    case "quotaExceeded":
      return "serverError";
    case "signedOut":
      return failure.cause === "clientRejected" ? "clientRejected" : "codeRefused";
    default:
      return "codeRefused";
  }
}

/** A failed exchange as an outcome. */
export function outcomeOfError(error: unknown): FailedOutcome {
  return error instanceof RemoteError
    ? failedBecause(whyOf(error), error.message)
    : failedBecause("badAnswer", "The answer could not be used.");
}

/** Every outcome but a grant as an error for a person; retryable means that trying again may help. */
export function signInError(outcome: Exclude<SignInOutcome, Granted>): AppError {
  switch (outcome.is) {
    case "denied":
      return new AppError("CONNECT_DENIED", "The permission was refused on Google's page.");
    case "timedOut":
      return new AppError("CONNECT_TIMED_OUT", "Nobody signed in within five minutes.");
    case "cancelled":
      return new AppError("CONNECT_CANCELLED", "The sign-in was given up.");
    case "stateMismatch":
      return new AppError(
        "CONNECT_STATE_MISMATCH",
        "The answer from the browser does not belong to this sign-in.",
      );
    case "failed":
      return errorOfFailure(outcome);
  }
}

function errorOfFailure({ why, message }: FailedOutcome): AppError {
  switch (why) {
    case "noNetwork":
      return new AppError("NO_NETWORK", message, { retryable: true });
    case "notTrusted":
      return new AppError("NOT_TRUSTED", message, { retryable: true });
    case "clockWrong":
      return new AppError("CLOCK_WRONG", message);
    case "accessBlocked":
      return new AppError("ACCESS_BLOCKED", message);
    default:
      return new AppError("CONNECT_FAILED", `${why}: ${message}`, {
        retryable: why === "timeout" || why === "serverError",
      });
  }
}
