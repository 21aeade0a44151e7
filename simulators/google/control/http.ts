import type { ServerResponse } from "node:http";
import { ApiError } from "../errors.ts";
import { answerPageFile } from "../page/files.ts";
import { errorResponse } from "../server/effects.ts";
import type { SimRequest, SimResponse } from "../server/exchange.ts";
import { json, parseJson } from "../server/exchange.ts";
import { write } from "../server/http.ts";
import type { World } from "../world.ts";
import type { GoogleControl } from "./control.ts";

const PREFIX = "/_control/";

/**
 * What is not Google's: the page at `/`, its change stream, and `POST /_control/<name>` with a JSON
 * array of arguments (`clock.advance` for members of members). Expressions are written {"regex":"..."}.
 */
export function createBesides(
  control: GoogleControl,
  world: World,
): (request: SimRequest, response: ServerResponse) => boolean {
  return (request, response) => {
    const file = answerPageFile(request);
    if (file !== undefined) {
      write(response, file);
      return true;
    }
    if (!request.path.startsWith(PREFIX)) return false;
    if (request.path === `${PREFIX}changes`) streamChanges(world, response);
    else void answerControl(control, request).then((answer) => write(response, answer));
    return true;
  };
}

async function answerControl(control: GoogleControl, request: SimRequest): Promise<SimResponse> {
  const isJson = (request.headers["content-type"] ?? "").startsWith("application/json");
  if (request.method !== "POST" || !isJson || !isLocal(request)) {
    return json(400, { error: "Send a JSON array of arguments by POST." });
  }
  const found = memberOf(control, request.path.slice(PREFIX.length));
  const parameters = request.body === "" ? [] : parseJson(request.body);
  if (found === undefined) return json(404, { error: "No such control." });
  if (!Array.isArray(parameters))
    return json(400, { error: "The arguments must be a JSON array." });
  try {
    const result: unknown = await found(...parameters.map(revive));
    return json(200, { result: result ?? null });
  } catch (error) {
    if (error instanceof ApiError) return errorResponse(error);
    return json(500, { error: error instanceof Error ? error.message : String(error) });
  }
}

/** A page of another site must not reach the control side through a name that points here. */
function isLocal(request: SimRequest): boolean {
  const host = (request.headers["host"] ?? "").replace(/:\d+$/, "");
  return host === "127.0.0.1" || host === "localhost";
}

type Member = (...parameters: readonly unknown[]) => unknown;

function memberOf(control: GoogleControl, path: string): Member | undefined {
  let value: unknown = control;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = Reflect.get(value, name);
  }
  return typeof value === "function" ? (value as Member) : undefined;
}

function revive(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if ("regex" in value && typeof value.regex === "string") return new RegExp(value.regex);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, revive(member)]));
}

/** Server-sent events: the world's revision after every change. */
function streamChanges(world: World, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(`data: ${world.revision}\n\n`);
  const listener = (): void => {
    response.write(`data: ${world.revision}\n\n`);
  };
  world.changeListeners.add(listener);
  response.on("close", () => world.changeListeners.delete(listener));
}
