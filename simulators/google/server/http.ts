import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { SimRequest, SimResponse } from "./exchange.ts";
import type { FaultEffect } from "./faults.ts";
import type { Handling } from "./handle.ts";

/** What the socket side needs from the rest: who receives, and who answers outside the simulated Google. */
export interface Wiring {
  readonly receive: (request: SimRequest) => Handling;
  /** The control side and the page; undefined for requests that are Google's. */
  readonly besides: (request: SimRequest, response: ServerResponse) => boolean;
  /** The simulated world's clock, epoch ms: what its answers are dated by. */
  readonly now: () => number;
}

export interface Listener {
  readonly port: number;
  /** Drops every connection that a fault left hanging. */
  readonly releaseHung: () => void;
  readonly close: () => Promise<void>;
}

/** Serves on 127.0.0.1; port 0 takes any free one. */
export async function listen(port: number, wiring: Wiring): Promise<Listener> {
  const hung = new Set<ServerResponse>();
  const server = createServer((incoming, outgoing) => {
    outgoing.setHeader("date", new Date(wiring.now()).toUTCString());
    readAll(incoming, (body) => {
      const request = toRequest(incoming, body);
      try {
        if (!wiring.besides(request, outgoing)) serve(wiring.receive(request), outgoing, hung);
      } catch (error) {
        admitBug(outgoing, error);
      }
    });
  });
  const releaseHung = (): void => {
    for (const response of hung) response.destroy();
    hung.clear();
  };
  await startListening(server, port);
  return { port: portOf(server), releaseHung, close: () => stop(server, releaseHung) };
}

function startListening(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, "127.0.0.1", () => {
    resolve();
  });
  return promise;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function stop(server: Server, releaseHung: () => void): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  releaseHung();
  server.close(() => {
    resolve();
  });
  server.closeAllConnections();
  return promise;
}

function readAll(incoming: IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = [];
  incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
  incoming.on("end", () => {
    done(Buffer.concat(chunks).toString("utf8"));
  });
  incoming.on("error", () => incoming.destroy());
}

function toRequest(incoming: IncomingMessage, body: string): SimRequest {
  const target = incoming.url ?? "/";
  const question = target.indexOf("?");
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return {
    method: incoming.method ?? "GET",
    path: question === -1 ? target : target.slice(0, question),
    query: new URLSearchParams(question === -1 ? "" : target.slice(question + 1)),
    headers,
    body,
  };
}

function serve(
  { effect, apply }: Handling,
  outgoing: ServerResponse,
  hung: Set<ServerResponse>,
): void {
  switch (effect?.kind) {
    case "reset":
      resetConnection(outgoing);
      return;
    case "lostResponse":
      apply();
      outgoing.destroy();
      return;
    case "hang":
      if (effect.apply === true) apply();
      hung.add(outgoing);
      return;
    case "delay":
      delayed(effect, apply, outgoing);
      return;
    default:
      write(outgoing, apply());
  }
}

/** A mistake of the simulator itself must not look like an answer of Google's. */
function admitBug(outgoing: ServerResponse, error: unknown): void {
  process.stderr.write(
    `Google simulator failed: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  write(outgoing, {
    status: 599,
    headers: { "content-type": "text/plain" },
    body: "The simulator failed.",
  });
}

function resetConnection(outgoing: ServerResponse): void {
  outgoing.socket?.resetAndDestroy();
}

function delayed(
  effect: Extract<FaultEffect, { kind: "delay" }>,
  apply: () => SimResponse,
  outgoing: ServerResponse,
): void {
  setTimeout(() => {
    if (!outgoing.destroyed) write(outgoing, apply());
  }, effect.ms).unref();
}

/** Sends an answer; no body goes with 204 and 304. */
export function write(outgoing: ServerResponse, response: SimResponse): void {
  const bodiless = response.status === 204 || response.status === 304;
  outgoing.writeHead(response.status, {
    ...response.headers,
    ...(bodiless ? {} : { "content-length": Buffer.byteLength(response.body) }),
  });
  outgoing.end(bodiless ? undefined : response.body);
}
