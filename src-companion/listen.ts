import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import type { AppEnv } from "./http/env.ts";
import type { Scheduler } from "./ports.ts";

/** A request that is still under way when the server stops gets this long. */
const STOP_LIMIT_MS = 10_000;

export interface Listening {
  /** The port that was taken; another one than asked for if that was 0. */
  readonly port: number;
  /** Takes no new connection, answers what is under way for up to ten seconds, and resolves when nothing is open. */
  stop(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly scheduler: Scheduler;
}

/**
 * Ends every connection as soon as nothing is under way: browsers hold some open that never asked for anything, and
 * Node takes those for busy ones.
 */
function stopServer(server: Server, underWay: ReadonlySet<unknown>, scheduler: Scheduler) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const hangUp = (): void => server.closeAllConnections();
  const cancel = scheduler.after(STOP_LIMIT_MS, hangUp);
  server.close(() => {
    cancel();
    resolve();
  });
  const hangUpWhenQuiet = (): void => {
    if (underWay.size === 0) hangUp();
  };
  hangUpWhenQuiet();
  return { promise, hangUpWhenQuiet };
}

/** Serves the app. Rejects with EADDRINUSE if the port is taken. */
export function listen(app: Hono<AppEnv>, options: ListenOptions): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>();
  const underWay = new Set<unknown>();
  let stopping: ReturnType<typeof stopServer> | null = null;
  const server = serve(
    {
      fetch: (request, bindings) => {
        const remoteAddress = bindings.incoming.socket.remoteAddress;
        return app.fetch(request, remoteAddress === undefined ? {} : { remoteAddress });
      },
      hostname: options.host,
      port: options.port,
    },
    (address: AddressInfo) => {
      resolve({ port: address.port, stop });
    },
  ) as Server;
  server.on("request", (_request, response) => {
    underWay.add(response);
    response.once("close", () => {
      underWay.delete(response);
      stopping?.hangUpWhenQuiet();
    });
  });
  const stop = (): Promise<void> => {
    stopping ??= stopServer(server, underWay, options.scheduler);
    return stopping.promise;
  };
  server.once("error", reject);
  return promise;
}
