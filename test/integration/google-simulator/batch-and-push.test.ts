import type { IncomingHttpHeaders } from "node:http";
import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { Desk } from "./harness.ts";
import { firstError, hourAt, openDesk } from "./harness.ts";

async function batch(
  desk: Desk,
  parts: readonly string[],
): Promise<{ status: number; text: string }> {
  const written = parts.map(
    (part, index) =>
      `--frontier\r\nContent-Type: application/http\r\nContent-ID: <part-${index}>\r\n\r\n${part}\r\n`,
  );
  const response = await fetch(desk.simulator.endpoints.batch, {
    method: "POST",
    headers: {
      authorization: `Bearer ${desk.accessToken}`,
      "content-type": "multipart/mixed; boundary=frontier",
    },
    body: `${written.join("")}--frontier--`,
  });
  return { status: response.status, text: await response.text() };
}

const PATH = "/calendar/v3/calendars/primary/events";

describe("a batch", () => {
  it("answers each part by itself under its Content-ID", async () => {
    const desk = await openDesk();
    const { status, text } = await batch(desk, [
      `POST ${PATH}\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ summary: "A", ...hourAt(9) })}`,
      `GET ${PATH}/nobody00\r\n`,
    ]);
    expect(status).toBe(200);
    const [first = "", second = ""] = text.split("--batch_simulator").slice(1);
    expect(first).toContain("Content-ID: <response-part-0>");
    expect(first).toContain("HTTP/1.1 200");
    expect(first).toContain('"summary": "A"');
    expect(second).toContain("Content-ID: <response-part-1>");
    expect(second).toContain("HTTP/1.1 404");
    expect((await desk.list()).json.items).toHaveLength(1);
    expect(desk.control.requests({ kind: "events.insert" })).toMatchObject([
      { batch: 1, status: 200 },
    ]);
  });

  it("counts every part against the quota and takes at most 50", async () => {
    const desk = await openDesk({ quotas: { perUserPerMinute: 1 } });
    const get = `GET ${PATH}\r\n`;
    const { text } = await batch(desk, [get, get]);
    expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual([
      "200",
      "403",
    ]);
    expect((await batch(desk, Array<string>(51).fill(get))).status).toBe(400);
  });
});

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A receiver of notifications that answers with the given statuses, then 200. */
async function receiver(statuses: number[] = []): Promise<{
  address: string;
  messages: { headers: IncomingHttpHeaders; body: string }[];
}> {
  const messages: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      messages.push({ headers: request.headers, body });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  closers.push(() => server.close().closeAllConnections());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { address: `http://127.0.0.1:${port}/hook`, messages };
}

const WATCH = "calendars/primary/events/watch";

describe("a watch channel", () => {
  it("is refused without https, unless the switch lets it", async () => {
    const desk = await openDesk();
    const body = { id: "c-1", type: "web_hook", address: "http://127.0.0.1:9/hook" };
    const answer = await desk.send("POST", WATCH, { body });
    expect(answer.status).toBe(400);
    expect(firstError(answer)).toMatchObject({ reason: "push.webhookUrlNotHttps" });
  });

  it("posts a sync message, then one without body for every change", async () => {
    const desk = await openDesk({ switches: { allowHttpWebhooks: true } });
    const { address, messages } = await receiver();
    const body = { id: "c-1", type: "web_hook", address, token: "secret" };
    const { json } = await desk.send("POST", WATCH, { body });
    expect(json).toMatchObject({ kind: "api#channel", id: "c-1", token: "secret" });
    expect(Number(json["expiration"])).toBe(desk.control.clock.now() + 604_800_000);
    desk.control.createEvent("primary", hourAt(9));
    await desk.control.deliveriesSettled();
    const inOrder = messages.toSorted(
      (a, b) =>
        Number(a.headers["x-goog-message-number"]) - Number(b.headers["x-goog-message-number"]),
    );
    expect(inOrder).toMatchObject([
      { body: "", headers: { "x-goog-resource-state": "sync", "x-goog-message-number": "1" } },
      {
        body: "",
        headers: {
          "x-goog-channel-id": "c-1",
          "x-goog-channel-token": "secret",
          "x-goog-resource-state": "exists",
          "x-goog-resource-id": json["resourceId"],
          "x-goog-message-number": "2",
        },
      },
    ]);
    expect(Date.parse(String(inOrder[1]?.headers["x-goog-channel-expiration"]))).toBeGreaterThan(0);
  });

  it("tries again after a 5xx and gives up after other failures", async () => {
    const desk = await openDesk({ switches: { allowHttpWebhooks: true } });
    const { address } = await receiver([503, 200, 400]);
    await desk.send("POST", WATCH, { body: { id: "c-1", type: "web_hook", address } });
    await desk.control.deliveriesSettled();
    desk.control.createEvent("primary", hourAt(9));
    await desk.control.deliveriesSettled();
    expect(desk.control.deliveries()).toMatchObject([
      { status: 200, attempts: 2 },
      { status: 400, attempts: 1 },
    ]);
  });

  it("needs an id of its own, ends when stopped, and ends by itself", async () => {
    const desk = await openDesk({ switches: { allowHttpWebhooks: true, loseNotifications: true } });
    const body = { id: "c-1", type: "web_hook", address: "http://127.0.0.1:9/" };
    const { json } = await desk.send("POST", WATCH, { body });
    const again = await desk.send("POST", WATCH, { body });
    expect(firstError(again)).toMatchObject({
      reason: "channelIdNotUnique",
      message: "Channel id not unique",
    });
    const stop = { id: "c-1", resourceId: json["resourceId"] };
    expect((await desk.send("POST", "channels/stop", { body: stop })).status).toBe(204);
    expect((await desk.send("POST", "channels/stop", { body: stop })).status).toBe(404);
    await desk.send("POST", WATCH, { body: { ...body, id: "c-2", params: { ttl: "60" } } });
    expect(desk.control.channels()).toHaveLength(1);
    desk.control.clock.advance(60_001);
    desk.control.createEvent("primary", hourAt(9));
    expect(desk.control.channels()).toHaveLength(0);
  });
});
