import { AppError, type ErrorCode } from "../../../src-shared/errors.ts";
import { passesByItself, RemoteError, type RemoteFailure } from "../calendars/remote-calendar.ts";

function codeOf(failure: RemoteFailure): ErrorCode {
  switch (failure.is) {
    case "noNetwork":
    case "timeout":
      return "NO_NETWORK";
    case "notTrusted":
      return "NOT_TRUSTED";
    case "keychain":
      return failure.why === "locked" ? "KEYCHAIN_LOCKED" : "KEYCHAIN_UNAVAILABLE";
    case "accessBlocked":
      return "ACCESS_BLOCKED";
    case "rateLimited":
    case "quotaExceeded":
    case "serverError":
    case "badAnswer":
      return "REMOTE_BUSY";
    case "signedOut":
      return "SIGN_IN_NEEDED";
    case "scopeMissing":
      return "SCOPE_MISSING";
    case "calendarGone":
    case "eventGone":
      return "CALENDAR_GONE";
    case "readOnly":
      return "CALENDAR_READ_ONLY";
    default:
      return "REMOTE_REFUSED";
  }
}

/** A calendar's failure as an error that a person's call may answer with. Other errors pass as they are. */
export function asAppError(error: unknown): unknown {
  if (!(error instanceof RemoteError)) return error;
  return new AppError(codeOf(error.failure), error.message, {
    retryable: passesByItself(error.failure),
    cause: error,
  });
}

export async function withAppErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asAppError(error);
  }
}
