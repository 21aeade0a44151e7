import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type FacebookControl, answerControl, createControl, isControl } from "./control.ts";
import { answerDialog } from "./dialog.ts";
import { type Exchange, type Reply, graphError, html } from "./exchange.ts";
import { answerMe, answerPermissions, answerToken } from "./graph.ts";
import {
  type App,
  type Consent,
  type Person,
  type Switches,
  type World,
  defaultPeople,
  defaultSwitches,
} from "./world.ts";

export type { FacebookControl } from "./control.ts";
export type { Switches } from "./world.ts";

export interface FacebookOptions {
  /** 0, the default, takes any free port of 127.0.0.1. */
  readonly port?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly version?: string;
  readonly apps: readonly App[];
  readonly people?: readonly Person[];
  readonly consent?: Consent["mode"];
  readonly switches?: Partial<Switches>;
}

export interface FacebookSimulator {
  readonly url: string;
  readonly control: FacebookControl;
  close(): Promise<void>;
}

function createWorld(options: FacebookOptions): World {
  return {
    apps: new Map(options.apps.map((app) => [app.appId, app])),
    people: new Map((options.people ?? defaultPeople).map((person) => [person.id, person])),
    codes: new Map(),
    grants: new Map(),
    requests: [],
    now: options.now ?? Date.now,
    version: options.version ?? "v24.0",
    switches: { ...defaultSwitches, ...options.switches },
    consent: { mode: options.consent ?? "page", personId: undefined, withholdEmail: false },
    count: 0,
  };
}

async function read(incoming: IncomingMessage): Promise<Exchange> {
  const url = new URL(incoming.url ?? "/", "http://simulator");
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  const { pathname: path, searchParams: query } = url;
  return { method: incoming.method ?? "GET", path, query, headers, body: await text(incoming) };
}

function answer(world: World, exchange: Exchange): Reply {
  const [, version = "", ...rest] = exchange.path.split("/");
  const path = rest.join("/");
  if (version !== world.version)
    return graphError(400, 2635, `You are calling a deprecated version: ${version}`);
  if (path === "dialog/oauth") return answerDialog(world, exchange);
  if (world.switches.down) return html(503, "Service Unavailable");
  switch (path) {
    case "oauth/access_token":
      return answerToken(world, exchange);
    case "me":
      return answerMe(world, exchange);
    case "me/permissions":
      return answerPermissions(world, exchange);
    default:
      return graphError(404, 803, "Unknown path");
  }
}

function write(outgoing: ServerResponse, reply: Reply): void {
  outgoing.writeHead(reply.status, reply.headers);
  outgoing.end(reply.body);
}

async function serve(
  world: World,
  control: FacebookControl,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const exchange = await read(incoming);
  if (isControl(exchange)) {
    write(outgoing, await answerControl(control, exchange));
    return;
  }
  world.requests.push({
    method: exchange.method,
    path: exchange.path,
    query: Object.fromEntries(exchange.query),
    form: Object.fromEntries(new URLSearchParams(exchange.body)),
  });
  const { slowMs } = world.switches;
  const isGraph = !exchange.path.endsWith("/dialog/oauth");
  if (slowMs > 0 && isGraph) {
    setTimeout(() => {
      write(outgoing, answer(world, exchange));
    }, slowMs).unref();
  } else write(outgoing, answer(world, exchange));
}

/** Starts a stand-in for Facebook Login over HTTP on 127.0.0.1. Rejects if the port is taken. */
export async function startFacebookSimulator(options: FacebookOptions): Promise<FacebookSimulator> {
  const world = createWorld(options);
  const control = createControl(world);
  const server = createServer((incoming, outgoing) => {
    serve(world, control, incoming, outgoing).catch(() => outgoing.destroy());
  });
  const started = Promise.withResolvers<void>();
  server.once("error", started.reject);
  server.listen(options.port ?? 0, "127.0.0.1", started.resolve);
  await started.promise;
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    control,
    close: () => {
      const ended = Promise.withResolvers<void>();
      server.close(() => {
        ended.resolve();
      });
      server.closeAllConnections();
      return ended.promise;
    },
  };
}
