import { ApiError } from "../errors.ts";
import { errorResponse } from "./effects.ts";
import type { SimRequest, SimResponse } from "./exchange.ts";

export const BATCH_PATH = "/batch/calendar/v3";
const MAX_PARTS = 50;
const ANSWER_BOUNDARY = "batch_simulator";

interface Part {
  readonly contentId: string | undefined;
  readonly request: SimRequest;
}

/** A multipart/mixed batch: every part is a request of its own, answered and counted by itself. */
export function answerBatch(
  request: SimRequest,
  answerPart: (part: SimRequest) => SimResponse,
): SimResponse {
  const parts = readParts(request);
  if (parts === undefined || parts.length === 0) return failed("Failed to parse batch request.");
  if (parts.length > MAX_PARTS) {
    return failed(`The batch request contains too many calls; the limit is ${MAX_PARTS}.`);
  }
  const answers = parts.map((part) => writePart(part.contentId, answerPart(part.request)));
  return {
    status: 200,
    headers: { "content-type": `multipart/mixed; boundary=${ANSWER_BOUNDARY}` },
    body: `${answers.join("")}--${ANSWER_BOUNDARY}--\r\n`,
  };
}

function failed(message: string): SimResponse {
  return errorResponse(new ApiError(400, { domain: "global", reason: "badRequest", message }));
}

function readParts(request: SimRequest): readonly Part[] | undefined {
  const type = request.headers["content-type"] ?? "";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined || !type.startsWith("multipart/mixed")) return undefined;
  const sections = request.body.replaceAll("\r\n", "\n").split(`--${boundary}`).slice(1);
  const parts = sections
    .filter((section) => !section.startsWith("--"))
    .map((section) => readPart(section.replace(/^\n/, ""), request));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function readPart(text: string, outer: SimRequest): Part | undefined {
  const [outerHead = "", innerHead = "", ...rest] = text.split("\n\n");
  const [requestLine = "", ...headerLines] = innerHead.trimStart().split("\n");
  const [method, target] = requestLine.split(" ");
  if (method === undefined || target === undefined) return undefined;
  const url = new URL(target, "http://batch.invalid");
  const inner = readHeaders(headerLines);
  const authorization = inner["authorization"] ?? outer.headers["authorization"];
  return {
    contentId: readHeaders(outerHead.split("\n"))["content-id"],
    request: {
      method: method.toUpperCase(),
      path: url.pathname,
      query: url.searchParams,
      headers: { ...inner, ...(authorization === undefined ? {} : { authorization }) },
      body: rest.join("\n\n").trim(),
    },
  };
}

function readHeaders(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const colon = line.indexOf(":");
      return colon < 1
        ? []
        : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
}

function writePart(contentId: string | undefined, response: SimResponse): string {
  const answerId = contentId?.replace(/^<?/, "<response-").replace(/>?$/, ">");
  const headers = Object.entries(response.headers).map(([name, value]) => `${name}: ${value}`);
  return [
    `--${ANSWER_BOUNDARY}`,
    "Content-Type: application/http",
    ...(answerId === undefined ? [] : [`Content-ID: ${answerId}`]),
    "",
    `HTTP/1.1 ${response.status}`,
    ...headers,
    "",
    response.body,
    "",
  ].join("\r\n");
}
