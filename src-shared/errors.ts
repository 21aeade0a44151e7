import { z } from "zod";

/**
 * Every code that can cross the bridge. A code is stable: scripts, tests and the words catalogue name it.
 * The message beside it is English for a log; the window shows the catalogue's words for the code.
 */
export const ERROR_CODES = [
  "BAD_INPUT",
  "UNKNOWN_CHANNEL",
  "FORBIDDEN",
  "TOO_LARGE",
  "NOT_FOUND",
  "STALE",
  "CONFLICT",
  "TIME_SKIPPED",
  "NOT_ALLOWED",
  "PRACTISING",
  "NOT_CONNECTED",
  "ALREADY_CONNECTED",
  "CONNECT_BUSY",
  "CONNECT_DENIED",
  "CONNECT_TIMED_OUT",
  "CONNECT_CANCELLED",
  "CONNECT_STATE_MISMATCH",
  "CONNECT_FAILED",
  "CONNECT_NOT_CONFIGURED",
  "SCOPE_MISSING",
  "SIGN_IN_NEEDED",
  "CALENDAR_GONE",
  "CALENDAR_READ_ONLY",
  "NO_NETWORK",
  "NOT_TRUSTED",
  "CLOCK_WRONG",
  "ACCESS_BLOCKED",
  "REMOTE_BUSY",
  "REMOTE_REFUSED",
  "COMPANION_AWAY",
  "KEYCHAIN_UNAVAILABLE",
  "KEYCHAIN_LOCKED",
  "STORE_UNREADABLE",
  "STORE_FROM_FUTURE",
  "STORE_BUSY",
  "STORE_FULL",
  "PORT_TAKEN",
  "ALREADY_RUNNING",
  "BAD_SETTING",
  "INTERNAL",
] as const;
export const ErrorCode = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** What the other side of the bridge learns of a failure: never a stack, a path or a secret. */
export const BridgeError = z.strictObject({
  code: ErrorCode,
  message: z.string(),
  retryable: z.boolean(),
  /** Which field of the input is wrong, as a dotted path, with the message for it. */
  fields: z.record(z.string(), z.string()).optional(),
});
export type BridgeError = z.infer<typeof BridgeError>;

/** An error with a stable code that may be shown to a person. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      readonly retryable?: boolean;
      readonly cause?: unknown;
      readonly fields?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.fields = options.fields;
  }
}
