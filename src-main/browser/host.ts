import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError, type BridgeError } from "../../src-shared/errors.ts";
import { type AnyReply, createDispatch, type Dispatch, refusal } from "../core/bridge/dispatch.ts";
import type { EventSource } from "../core/bridge/events.ts";
import type { Handlers } from "../../src-shared/bridge/contract.ts";
import { pageFileOf, readPageFile } from "../core/page/files.ts";
import { BROWSER_POLICY, pageHeaders } from "../core/page/headers.ts";
import type { Logger, Random, Scheduler } from "../core/ports.ts";
import { createEventStreams, type EventStreams } from "./event-stream.ts";
import { type Door, judge, type Knock } from "./gate.ts";
import { readJsonBody } from "./json-body.ts";
import { createToken } from "./token.ts";

const LOOPBACK = "127.0.0.1";
/** A call that is still under way when the host closes gets this long. */
const CLOSE_LIMIT_MS = 2_000;

export interface BrowserHostOptions {
  readonly desk: EventSource & { readonly handlers: Handlers };
  /** Folder of the built page, with `index.html`. */
  readonly rendererDir: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly log: Logger;
}

export interface BrowserHost {
  /** Address to open, with the token in its fragment. */
  readonly url: string;
  /** The same without the token. */
  readonly origin: string;
  /** For scripts that call the bridge: value of the header `X-Bellhop-Token`. */
  readonly token: string;
  close(): Promise<void>;
}

interface Rooms {
  readonly rendererDir: string;
  readonly dispatch: Dispatch;
  readonly streams: EventStreams;
  readonly log: Logger;
}

const API_HEADERS = pageHeaders(BROWSER_POLICY, "application/json; charset=utf-8");

function knockOf(request: IncomingMessage): Knock {
  const { headers, headersDistinct } = request;
  const token = headers["x-bellhop-token"];
  return {
    method: request.method ?? "",
    target: request.url ?? "",
    hosts: headersDistinct["host"] ?? [],
    origin: headers.origin,
    fetchSite: headers["sec-fetch-site"],
    token: typeof token === "string" ? token : undefined,
    contentType: headers["content-type"],
    contentEncoding: headers["content-encoding"],
  };
}

function answer(response: ServerResponse, status: number, reply: AnyReply): void {
  response.writeHead(status, API_HEADERS).end(JSON.stringify(reply));
}

/** Refusals of the door end the connection: the rest of what was sent is not wanted. */
function turnAway(response: ServerResponse, status: number, error: BridgeError): void {
  response.setHeader("Connection", "close");
  answer(response, status, refusal(error));
}

/** 200 whenever the desk answered, be it yes or no; other numbers where the call never reached a handler. */
function statusOf(reply: AnyReply): number {
  return !reply.ok && reply.error.code === "UNKNOWN_CHANNEL" ? 404 : 200;
}

async function servePage(rooms: Rooms, target: string, response: ServerResponse): Promise<void> {
  const file = pageFileOf(target);
  const bytes = file.is === "file" ? await readPageFile(rooms.rendererDir, file.path) : null;
  if (file.is === "file" && bytes !== null) {
    response.writeHead(200, pageHeaders(BROWSER_POLICY, file.contentType)).end(bytes);
    return;
  }
  const status = file.is === "refused" ? file.status : 404;
  response.writeHead(status, pageHeaders(BROWSER_POLICY, "text/plain; charset=utf-8"));
  response.end(status === 404 ? "There is no such page." : "This address is not well formed.");
}

async function serveCall(
  rooms: Rooms,
  channel: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const reply = await rooms.dispatch(channel, await readJsonBody(request));
    answer(response, statusOf(reply), reply);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, retryable } = error;
    turnAway(response, code === "TOO_LARGE" ? 413 : 400, { code, message, retryable });
  }
}

function serveEvents(rooms: Rooms, response: ServerResponse): void {
  if (rooms.streams.open(response)) return;
  turnAway(response, 429, {
    code: "FORBIDDEN",
    message: "Too many event streams are open.",
    retryable: true,
  });
}

async function serve(
  rooms: Rooms,
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const verdict = judge(knockOf(request), door);
  switch (verdict.is) {
    case "page":
      return servePage(rooms, verdict.target, response);
    case "call":
      return serveCall(rooms, verdict.channel, request, response);
    case "events":
      return serveEvents(rooms, response);
    case "refused":
      rooms.log.warn("browser.refused", { reason: verdict.reason });
      return turnAway(response, verdict.status, verdict.error);
  }
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new AppError("PORT_TAKEN", `Port ${port} is taken by another program.`);
  if (error.code === "EACCES")
    return new AppError("BAD_SETTING", `This user may not open port ${port}; take one above 1023.`);
  return error;
}

/** @throws AppError `PORT_TAKEN`, `BAD_SETTING` */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(listenError(error, port)));
    server.listen({ host: LOOPBACK, port, exclusive: true }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

/**
 * Answers what is under way, then ends every connection at once: browsers hold some open that never asked for
 * anything, and those would keep the server waiting.
 */
function closeServer(
  server: Server,
  underWay: ReadonlySet<ServerResponse>,
  scheduler: Scheduler,
): Promise<void> {
  return new Promise((resolve) => {
    const hangUp = (): void => server.closeAllConnections();
    const cancel = scheduler.after(CLOSE_LIMIT_MS, hangUp);
    server.close(() => {
      cancel();
      resolve();
    });
    const hangUpWhenQuiet = (): void => {
      if (underWay.size === 0) hangUp();
    };
    for (const response of underWay) response.once("close", hangUpWhenQuiet);
    hangUpWhenQuiet();
  });
}

/**
 * Serves page, bridge and events on 127.0.0.1. Scripts can do what the window can: `POST /bridge/<channel>` with
 * the input as JSON and the token in `X-Bellhop-Token`.
 * @throws AppError `PORT_TAKEN`, `BAD_SETTING`
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { desk, rendererDir, random, scheduler, log } = options;
  const token = createToken(random);
  const streams = createEventStreams({ source: desk, scheduler, log, headers: API_HEADERS });
  const dispatch = createDispatch({ handlers: desk.handlers, log });
  const rooms: Rooms = { rendererDir, dispatch, streams, log };
  const server = createServer();
  const port = await listen(server, options.port);
  const door: Door = { port, tokenFits: token.fits };
  const underWay = new Set<ServerResponse>();
  server.on("request", (request, response) => {
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    serve(rooms, door, request, response).catch((error: unknown) => {
      // The reader went away in the middle; nobody is left to answer.
      log.info("browser.aborted", { error: error instanceof Error ? error.name : "unknown" });
      response.destroy();
    });
  });
  const origin = `http://${LOOPBACK}:${port}`;
  return {
    url: `${origin}/#${token.text}`,
    origin,
    token: token.text,
    close: () => {
      streams.closeAll();
      return closeServer(server, underWay, scheduler);
    },
  };
}
