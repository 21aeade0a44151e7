import { isRecord, textOf } from "./json.ts";

/** What a failed request tells, whichever of the client's and Google's shapes it came in. */
export type Answer =
  /** No answer, or none to the end. `code` is Node's name of the trouble. */
  | { readonly is: "none"; readonly code: string }
  | {
      readonly is: "answered";
      readonly status: number;
      /** Google's own word for the reason; empty if it gave none. */
      readonly reason: string;
      /** `usageLimits`, `calendar`, `global` …; empty if none was given. */
      readonly domain: string;
      readonly message: string;
      readonly retryAfter: string | null;
      /** True for a body that isn't JSON: a proxy's page, a cut answer. */
      readonly garbled: boolean;
    };

/** The first member of `errors`: the Calendar backend's shape. */
function firstError(error: Record<string, unknown>): unknown {
  return Array.isArray(error["errors"]) ? error["errors"][0] : undefined;
}

/** The reason in `details` (google.rpc.ErrorInfo): the shape of Google's front end. */
function detailReason(error: Record<string, unknown>): string | null {
  const details = Array.isArray(error["details"]) ? error["details"] : [];
  return (
    details.map((detail) => textOf(detail, "reason")).find((reason) => reason !== null) ?? null
  );
}

type Told = Pick<Extract<Answer, { is: "answered" }>, "reason" | "domain" | "message">;

/** Reads the body of a failed answer; the token endpoint's flat shape (RFC 6749, 5.2) as well. */
function readBody(body: unknown): Told {
  const error = isRecord(body) ? body["error"] : undefined;
  if (typeof error === "string")
    return { reason: error, domain: "oauth", message: textOf(body, "error_description") ?? "" };
  if (!isRecord(error)) return { reason: "", domain: "", message: "" };
  const first = firstError(error);
  return {
    reason: textOf(first, "reason") ?? detailReason(error) ?? "",
    domain: textOf(first, "domain") ?? "",
    message: textOf(first, "message") ?? textOf(error, "message") ?? "",
  };
}

/** The client's `Headers` are a class of its own, so they are told by what they can do. */
function headerOf(response: Record<string, unknown>, name: string): string | null {
  const { headers } = response;
  if (!isRecord(headers) || typeof headers["get"] !== "function") return textOf(headers, name);
  const value: unknown = headers["get"](name);
  return typeof value === "string" ? value : null;
}

/** Node's code of the trouble, which may lie some causes deep. */
function codeOf(thrown: unknown): string {
  let at = thrown;
  for (let depth = 0; depth < 5 && isRecord(at); depth += 1) {
    if (typeof at["code"] === "string") return at["code"];
    at = at["cause"];
  }
  return "";
}

/** Sorts what gaxios throws (its `GaxiosError` with or without `response`) into one shape. Never throws. */
export function answerOf(thrown: unknown): Answer {
  const response = isRecord(thrown) ? thrown["response"] : undefined;
  if (!isRecord(response) || typeof response["status"] !== "number")
    return { is: "none", code: codeOf(thrown) };
  const body = response["data"];
  return {
    is: "answered",
    status: response["status"],
    ...readBody(body),
    retryAfter: headerOf(response, "retry-after"),
    garbled: typeof body === "string" && body.trim() !== "",
  };
}
