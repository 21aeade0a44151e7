import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import type { AppEnv } from "./http/env.ts";

export interface Listening {
  /** The port that was taken; another one than asked for if that was 0. */
  readonly port: number;
  /** Takes no new connection and resolves when the last request is answered. */
  stop(): Promise<void>;
}

/** Serves the app. Rejects with EADDRINUSE if the port is taken. */
export function listen(app: Hono<AppEnv>, host: string, port: number): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>();
  const server = serve(
    {
      fetch: (request, bindings) => {
        const remoteAddress = bindings.incoming.socket.remoteAddress;
        return app.fetch(request, remoteAddress === undefined ? {} : { remoteAddress });
      },
      hostname: host,
      port,
    },
    (address: AddressInfo) => {
      resolve({ port: address.port, stop });
    },
  );
  const stop = (): Promise<void> => {
    const ended = Promise.withResolvers<void>();
    server.close(() => {
      ended.resolve();
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    return ended.promise;
  };
  server.once("error", reject);
  return promise;
}
