import { ApiError } from "../errors.ts";
import type { SimResponse } from "./exchange.ts";
import { json, parseJson } from "./exchange.ts";
import type { FaultEffect } from "./faults.ts";

/** The answer of a fault that replaces the request's own; undefined for faults that let it through. */
export function answerInstead(effect: FaultEffect | undefined): SimResponse | undefined {
  switch (effect?.kind) {
    case "status":
      return rawAnswer(effect);
    case "error":
      return errorAnswer(effect);
    case "html":
      return {
        status: effect.status ?? 502,
        headers: { "content-type": "text/html; charset=UTF-8" },
        body: "<!DOCTYPE html><html><title>Error</title><p>That’s an error.</p></html>",
      };
    default:
      return undefined;
  }
}

function rawAnswer(effect: Extract<FaultEffect, { kind: "status" }>): SimResponse {
  if (typeof effect.body === "string") {
    return { status: effect.status, headers: effect.headers ?? {}, body: effect.body };
  }
  const content = effect.body ?? {
    error: {
      errors: [{ domain: "global", reason: "backendError", message: "Backend Error" }],
      code: effect.status,
      message: "Backend Error",
    },
  };
  return json(effect.status, content, { headers: effect.headers ?? {} });
}

function errorAnswer(effect: Extract<FaultEffect, { kind: "error" }>): SimResponse {
  const retryAfter = effect.retryAfterSeconds;
  const error = new ApiError(
    effect.status,
    {
      domain: effect.domain ?? domainOf(effect.reason),
      reason: effect.reason,
      message: effect.message ?? effect.reason,
    },
    { headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) } },
  );
  return errorResponse(error);
}

const USAGE =
  /RateLimitExceeded|rateLimitExceeded|quotaExceeded|dailyLimitExceeded|accessNotConfigured/;
const CALENDAR = /fullSyncRequired|updatedMinTooLongAgo|forbiddenForNonOrganizer|timeRangeEmpty/;

function domainOf(reason: string): string {
  if (USAGE.test(reason)) return "usageLimits";
  return CALENDAR.test(reason) ? "calendar" : "global";
}

export function errorResponse(error: ApiError): SimResponse {
  return {
    status: error.httpStatus,
    headers: { "content-type": "application/json; charset=UTF-8", ...error.headers },
    body: error.body(),
  };
}

/** What a fault does to an answer that was already made. */
export function spoil(effect: FaultEffect | undefined, response: SimResponse): SimResponse {
  switch (effect?.kind) {
    case "truncatedBody":
      return { ...response, body: response.body.slice(0, Math.floor(response.body.length / 2)) };
    case "emptyList":
      return withMembers(response, ({ nextPageToken, ...rest }) => ({
        nextSyncToken: nextPageToken,
        ...rest,
        items: [],
      }));
    case "missingSyncToken":
      return withMembers(response, ({ nextSyncToken: _token, ...rest }) => rest);
    case "wrongContentType": {
      const type = effect.contentType ?? "text/plain";
      return { ...response, headers: { ...response.headers, "content-type": type } };
    }
    default:
      return response;
  }
}

function withMembers(
  response: SimResponse,
  change: (content: Record<string, unknown>) => object,
): SimResponse {
  const content = parseJson(response.body);
  if (typeof content !== "object" || content === null) return response;
  return { ...response, body: JSON.stringify(change({ ...content }), undefined, 1) };
}
