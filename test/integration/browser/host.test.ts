import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type BrowserHost, startBrowserHost } from "../../../src-main/browser/host.ts";
import { systemRandom } from "../../../src-main/node/random.ts";
import { systemScheduler } from "../../../src-main/node/time.ts";
import { createFakeEvents, handlersOf } from "../../fixtures/bridge-door.ts";
import { listLog } from "../../fixtures/ports.ts";

const events = createFakeEvents();
const info = {
  version: "1.2.3",
  host: "browser",
  practice: false,
  firstRun: false,
  practising: false,
};
let log = listLog();
let rendererDir = "";
let host: BrowserHost;

function start(port = 0): Promise<BrowserHost> {
  const handlers = handlersOf((channel) => {
    if (channel === "app.info") return info;
    throw new Error("marked-secret in /home/anna");
  });
  const desk = { handlers, on: events.on };
  const ports = { random: systemRandom, scheduler: systemScheduler, log };
  return startBrowserHost({ desk, rendererDir, port, ...ports });
}

beforeEach(async () => {
  log = listLog();
  rendererDir = mkdtempSync(join(tmpdir(), "bellhop-page-"));
  writeFileSync(join(rendererDir, "index.html"), "<!doctype html><title>Bellhop</title>");
  writeFileSync(join(rendererDir, "secret.txt"), "not a file of the page");
  host = await start();
});

afterEach(async () => {
  await host.close();
  rmSync(rendererDir, { recursive: true });
});

const JSON_TYPE = { "Content-Type": "application/json" };

function post(channel: string, body: string, headers: Record<string, string> = {}) {
  const all = { ...JSON_TYPE, "X-Bellhop-Token": host.token, ...headers };
  return fetch(`${host.origin}/bridge/${channel}`, { method: "POST", headers: all, body });
}

/** A request with headers that fetch does not let a caller choose. */
function raw(path: string, method: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(host.origin);
    const sent = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end(method === "POST" ? "{}" : undefined);
  });
}

describe("a call over HTTP", () => {
  it("answers what the desk answers", async () => {
    const response = await post("app.info", "{}");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, value: info });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("answers a refusal of the desk with a code, and nothing of what went wrong inside", async () => {
    const response = await post("sync.now", "{}");
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: "INTERNAL" } });
    expect(text).not.toMatch(/marked-secret|anna/);
  });

  it.each([
    ["an unknown channel", "no.such", "{}", 404, "UNKNOWN_CHANNEL"],
    ["an address as a channel", "../bridge/x", "{}", 404, "UNKNOWN_CHANNEL"],
    ["an empty body", "app.info", "", 400, "BAD_INPUT"],
    ["half a body", "app.info", '{"a":', 400, "BAD_INPUT"],
    ["an unknown field", "app.info", '{"a":1}', 200, "BAD_INPUT"],
    ["too long a body", "app.info", `{"a":"${"x".repeat(70_000)}"}`, 413, "TOO_LARGE"],
  ])("refuses %s", async (_name, channel, body, status, code) => {
    const response = await post(encodeURIComponent(channel), body);
    expect(await response.json()).toMatchObject({ ok: false, error: { code } });
    expect(response.status).toBe(status);
  });

  it("refuses a body of unknown length as soon as it is too long", async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(16_384).fill(32)),
    });
    const response = await fetch(`${host.origin}/bridge/app.info`, {
      method: "POST",
      headers: { ...JSON_TYPE, "X-Bellhop-Token": host.token },
      body: endless,
      // @ts-expect-error -- needed for a streamed body, missing in the DOM's types
      duplex: "half",
    });
    expect(response.status).toBe(413);
  });

  it("refuses bytes that are not UTF-8", async () => {
    const response = await fetch(`${host.origin}/bridge/app.info`, {
      method: "POST",
      headers: { ...JSON_TYPE, "X-Bellhop-Token": host.token },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    });
    expect(response.status).toBe(400);
  });
});

describe("an attack on the browser host", () => {
  it("by a page whose name was rebound to this computer fails", async () => {
    const token = { "X-Bellhop-Token": host.token };
    const rebound = { Host: `evil.example:${new URL(host.origin).port}` };
    expect(await raw("/", "GET", rebound)).toBe(403);
    expect(await raw("/bridge/app.info", "POST", { ...rebound, ...token, ...JSON_TYPE })).toBe(403);
    expect(await raw("/events", "GET", { ...rebound, ...token })).toBe(403);
  });

  it("by a form of a foreign page fails, and so does a preflight", async () => {
    const foreign = { Origin: "https://evil.example" };
    expect(
      (await post("app.info", "{}", { ...foreign, "Content-Type": "text/plain" })).status,
    ).toBe(403);
    expect((await post("app.info", "{}", { "Content-Type": "text/plain" })).status).toBe(415);
    const preflight = { ...foreign, "Access-Control-Request-Method": "POST" };
    expect(await raw("/bridge/app.info", "OPTIONS", preflight)).toBe(403);
  });

  it("without the token or with a guessed one fails", async () => {
    expect((await post("app.info", "{}", { "X-Bellhop-Token": "" })).status).toBe(403);
    expect((await post("app.info", "{}", { "X-Bellhop-Token": "guess" })).status).toBe(403);
    expect((await fetch(`${host.origin}/events`)).status).toBe(403);
  });

  it("by a token in the address instead of the header fails", async () => {
    const response = await fetch(`${host.origin}/events?token=${host.token}`);
    expect(response.status).not.toBe(200);
  });

  it("leaves a line in the log that names neither token nor address", async () => {
    await post("app.info", "{}", { Origin: "https://evil.example" });
    expect(log.lines.at(-1)).toMatchObject({
      event: "browser.refused",
      fields: { reason: "origin" },
    });
    expect(JSON.stringify(log.lines)).not.toContain(host.token);
  });

  it("from another computer finds no open port", async () => {
    const { networkInterfaces } = await import("node:os");
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find((one) => one.family === "IPv4" && !one.internal);
    if (outside === undefined) return;
    const port = Number(new URL(host.origin).port);
    const outcome = await new Promise<string>((resolve) => {
      const socket = connect({ host: outside.address, port });
      socket.on("connect", () => resolve("connected"));
      socket.on("error", () => resolve("refused"));
      onTestFinished(() => void socket.destroy());
    });
    expect(outcome).toBe("refused");
  });
});

describe("the page", () => {
  it("comes without a token, with its policy, and is not stored", async () => {
    const response = await fetch(host.origin);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("<title>Bellhop</title>");
    const { headers } = response;
    expect(headers.get("content-security-policy")).toContain("connect-src 'self'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("is all that is served", async () => {
    expect(await raw("/secret.txt", "GET", {})).toBe(404);
    expect(await raw("/missing.js", "GET", {})).toBe(404);
    expect(await raw("/../../etc/passwd", "GET", {})).toBe(400);
    expect(await raw("/%2e%2e/%2e%2e/x.js", "GET", {})).toBe(400);
    expect(await raw("/", "POST", {})).toBe(405);
  });

  it("has its token in the fragment, which no browser sends", () => {
    expect(new URL(host.url).hash).toBe(`#${host.token}`);
    expect(Buffer.from(host.token, "base64url")).toHaveLength(32);
  });
});

describe("the event stream", () => {
  const headers = () => ({ "X-Bellhop-Token": host.token });

  async function openStream() {
    const abort = new AbortController();
    const response = await fetch(`${host.origin}/events`, {
      headers: headers(),
      signal: abort.signal,
    });
    if (response.body === null) throw new Error("the stream has no body");
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    onTestFinished(() => abort.abort());
    let seen = "";
    const until = async (text: string): Promise<string> => {
      while (!seen.includes(text)) {
        const { done, value } = await reader.read();
        if (done) return seen;
        seen += value;
      }
      return seen;
    };
    return { response, until, abort };
  }

  it("carries what the desk tells", async () => {
    const { response, until } = await openStream();
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    await until(": open");
    events.emit("schedule.changed", { revision: 7 });
    expect(await until("}\n\n")).toContain('event: schedule.changed\ndata: {"revision":7}\n\n');
  });

  it("keeps only the latest of each event for a reader that does not read", async () => {
    const { until } = await openStream();
    await until(": open");
    for (let revision = 1; revision <= 400_000; revision += 1)
      events.emit("schedule.changed", { revision });
    events.emit("catalogue.changed", { revision: 1 });
    const seen = await until("event: catalogue.changed");
    const revisions = [...seen.matchAll(/changed\ndata: {"revision":(\d+)}/g)].map((m) =>
      Number(m[1]),
    );
    expect(revisions).toContain(400_000);
    expect(revisions.length).toBeLessThan(100_000);
  });

  it("is let go when its reader leaves, and ends when the host closes", async () => {
    const gone = await openStream();
    const staying = await openStream();
    await gone.until(": open");
    await staying.until(": open");
    const before = events.listeners();
    gone.abort.abort();
    await expect.poll(() => events.listeners()).toBe(before / 2);
    await host.close();
    await staying.until("never comes");
    expect(events.listeners()).toBe(0);
    host = await start();
  });

  it("is refused to a page that opens one after the other", async () => {
    for (let i = 0; i < 16; i += 1) await openStream();
    expect((await fetch(`${host.origin}/events`, { headers: headers() })).status).toBe(429);
  });
});

it("says PORT_TAKEN if another program has the port", async () => {
  await expect(start(Number(new URL(host.origin).port))).rejects.toMatchObject({
    code: "PORT_TAKEN",
  });
});
