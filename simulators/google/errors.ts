/** One entry of `error.errors` in an answer of the Calendar backend. */
export interface ErrorItem {
  readonly domain: string;
  readonly reason: string;
  readonly message: string;
  readonly locationType?: string;
  readonly location?: string;
}

/** Google's front end (authentication, scopes) words its errors differently from the backend. */
export interface FrontEndPart {
  readonly status: string;
  readonly detailsReason?: string;
}

/** A refusal the simulator answers on purpose, in one of Google's two body shapes. */
export class ApiError extends Error {
  readonly httpStatus: number;
  readonly item: ErrorItem;
  readonly frontEnd: FrontEndPart | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    httpStatus: number,
    item: ErrorItem,
    extra: { frontEnd?: FrontEndPart; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(item.message);
    this.httpStatus = httpStatus;
    this.item = item;
    this.frontEnd = extra.frontEnd;
    this.headers = extra.headers ?? {};
  }

  /** The JSON body; the backend indents by one space, the front end by two. */
  body(): string {
    const error = { errors: [this.item], code: this.httpStatus, message: this.item.message };
    if (this.frontEnd === undefined) return JSON.stringify({ error }, undefined, 1);
    const { status, detailsReason } = this.frontEnd;
    const details =
      detailsReason === undefined
        ? {}
        : {
            details: [
              {
                "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                reason: detailsReason,
                domain: "googleapis.com",
                metadata: { service: "calendar-json.googleapis.com" },
              },
            ],
          };
    return JSON.stringify({ error: { ...error, status, ...details } }, undefined, 2);
  }
}

export function badRequest(reason: string, message: string, parameter?: string): ApiError {
  const where = parameter === undefined ? {} : { locationType: "parameter", location: parameter };
  return new ApiError(400, { domain: "global", reason, message, ...where });
}

export function invalid(message: string, parameter?: string): ApiError {
  return badRequest("invalid", message, parameter);
}

export function required(message: string): ApiError {
  return badRequest("required", message);
}

/** A 400 of the `calendar` domain. */
export function calendarError(reason: string, message: string, parameter?: string): ApiError {
  const where = parameter === undefined ? {} : { locationType: "parameter", location: parameter };
  return new ApiError(400, { domain: "calendar", reason, message, ...where });
}

export const timeRangeEmpty = (parameter?: string): ApiError =>
  calendarError("timeRangeEmpty", "The specified time range is empty.", parameter);

export const notFound = (): ApiError =>
  new ApiError(404, { domain: "global", reason: "notFound", message: "Not Found" });

export const forbidden = (reason = "forbidden", message = "Forbidden"): ApiError =>
  new ApiError(403, { domain: "global", reason, message });

export const writerNeeded = (): ApiError =>
  forbidden("requiredAccessLevel", "You need to have writer access to this calendar.");

export const organizerNeeded = (): ApiError =>
  new ApiError(403, {
    domain: "calendar",
    reason: "forbiddenForNonOrganizer",
    message: "Shared properties can only be changed by the organizer of the event.",
  });

export const duplicateId = (): ApiError =>
  new ApiError(409, {
    domain: "global",
    reason: "duplicate",
    message: "The requested identifier already exists.",
  });

export const alreadyDeleted = (): ApiError =>
  new ApiError(410, {
    domain: "global",
    reason: "deleted",
    message: "Resource has been deleted",
  });

export const preconditionFailed = (): ApiError =>
  new ApiError(412, {
    domain: "global",
    reason: "conditionNotMet",
    message: "Precondition Failed",
    locationType: "header",
    location: "If-Match",
  });

export const fullSyncRequired = (): ApiError =>
  new ApiError(410, {
    domain: "calendar",
    reason: "fullSyncRequired",
    message: "Sync token is no longer valid, a full sync is required.",
    locationType: "parameter",
    location: "syncToken",
  });

export const updatedMinTooLongAgo = (): ApiError =>
  new ApiError(410, {
    domain: "calendar",
    reason: "updatedMinTooLongAgo",
    message: "The requested minimum modification time lies too far in the past.",
    locationType: "parameter",
    location: "updatedMin",
  });

/** No, unknown, revoked or expired access token. */
export const badCredentials = (): ApiError =>
  new ApiError(
    401,
    {
      domain: "global",
      reason: "authError",
      message: "Invalid Credentials",
      locationType: "header",
      location: "Authorization",
    },
    {
      frontEnd: { status: "UNAUTHENTICATED" },
      headers: {
        "www-authenticate": 'Bearer realm="https://accounts.google.com/", error="invalid_token"',
      },
    },
  );

export const insufficientScope = (): ApiError =>
  new ApiError(
    403,
    {
      domain: "global",
      reason: "insufficientPermissions",
      message: "Request had insufficient authentication scopes.",
    },
    {
      frontEnd: { status: "PERMISSION_DENIED", detailsReason: "ACCESS_TOKEN_SCOPE_INSUFFICIENT" },
    },
  );

export type RateAnswer = "403" | "429";

/** The two spellings of "too fast"; `Retry-After` (seconds) is never promised by Google. */
export function rateLimited(answer: RateAnswer, retryAfterSeconds: number | null): ApiError {
  const headers: Record<string, string> =
    retryAfterSeconds === null ? {} : { "retry-after": String(retryAfterSeconds) };
  const [reason, message] =
    answer === "403"
      ? ["userRateLimitExceeded", "User Rate Limit Exceeded"]
      : ["rateLimitExceeded", "Rate Limit Exceeded"];
  return new ApiError(Number(answer), { domain: "usageLimits", reason, message }, { headers });
}

/** The account-level abuse limit: hours, not seconds. */
export const accountQuotaExceeded = (): ApiError =>
  new ApiError(403, {
    domain: "usageLimits",
    reason: "quotaExceeded",
    message: "Calendar usage limits exceeded.",
  });
