import { connect, type Socket } from "node:net";
import { Hono } from "hono";
import { expect, it } from "vitest";
import type { AppEnv } from "../../../src-companion/http/env.ts";
import { listen } from "../../../src-companion/listen.ts";

/** The server with one slow page; its ten seconds of patience end when the test says so. */
async function slowServer() {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const app = new Hono<AppEnv>().get("/slow", async (c) => {
    asked.resolve();
    await answer.promise;
    return c.text("answered");
  });
  let patienceEnds = (): void => undefined;
  const scheduler = {
    after: (_ms: number, task: () => void) => {
      patienceEnds = task;
      return () => undefined;
    },
  };
  const { port, stop } = await listen(app, { host: "127.0.0.1", port: 0, scheduler });
  const url = `http://127.0.0.1:${port}/slow`;
  return {
    port,
    url,
    stop,
    asked: asked.promise,
    answer: answer.resolve,
    endPatience: () => patienceEnds(),
  };
}

/** A connection as browsers open ahead of time: nothing is asked on it. */
function silentConnection(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.once("error", reject);
  });
}

it("stops although a browser holds a connection that never asked for anything", async () => {
  const server = await slowServer();
  const socket = await silentConnection(server.port);
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.resume();
  await server.stop();
  await closed;
});

it("answers what is under way before it stops", async () => {
  const server = await slowServer();
  const answer = fetch(server.url);
  await server.asked;
  const stopped = server.stop();
  server.answer();
  expect(await (await answer).text()).toBe("answered");
  await stopped;
});

it("stops after its patience although a request never ends", async () => {
  const server = await slowServer();
  const answer = fetch(server.url);
  await server.asked;
  const stopped = server.stop();
  server.endPatience();
  await expect(answer).rejects.toThrow("fetch failed");
  await stopped;
});
