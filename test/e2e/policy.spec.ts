import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type RunningDesk, runBrowserDesk } from "../../src-main/browser/run.ts";
import { createDispatch } from "../../src-main/core/bridge/dispatch.ts";
import { createAppHandler } from "../../src-main/electron/app-protocol.ts";
import { openDesk } from "../../src-main/node/open-desk.ts";
import { alwaysOnline, neverAsleep } from "../../src-main/node/surroundings.ts";
import { readSettings } from "../../src-main/node/settings.ts";
import { CHANNELS, EVENTS } from "../../src-shared/bridge/channels.ts";
import { GOOD_INPUTS } from "../fixtures/bridge-inputs.ts";

const RENDERER = join(import.meta.dirname, "..", "..", "out", "renderer");
const ENV = { BELLHOP_PRACTICE: "1" };

let folder = "";
const ends: (() => Promise<void>)[] = [];

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "bellhop-policy-"));
  await setUpBusiness();
});

test.afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  rmSync(folder, { recursive: true, force: true });
});

function openTestDesk(): ReturnType<typeof openDesk> {
  const { desk: settings } = readSettings(ENV, { host: "electron", version: "1.2.3" });
  return openDesk({
    dataDir: join(folder, "data"),
    settings,
    hostPorts: () => ({
      connectivity: alwaysOnline,
      power: neverAsleep,
      notifier: { notify: () => undefined },
      openLink: () => Promise.resolve(),
    }),
  });
}

/** A business that is set up: the first run hides every screen. */
async function setUpBusiness(): Promise<void> {
  const { desk, ports, close } = await openTestDesk();
  const ask = createDispatch({ handlers: desk.handlers, log: ports.log });
  expect(await ask("setUp.finish", GOOD_INPUTS["setUp.finish"])).toMatchObject({ ok: true });
  await close();
}

async function browserDesk(): Promise<string> {
  let url = "";
  const running: RunningDesk = await runBrowserDesk({
    surroundings: {
      platform: process.platform,
      home: folder,
      env: { ...ENV, BELLHOP_DATA_DIR: join(folder, "data") },
    },
    version: "1.2.3",
    rendererDir: RENDERER,
    openWindow: false,
    say: (line) => (url = line.replace("Bellhop is open at ", "")),
  });
  ends.push(running.stop);
  return url;
}

/** The page as Electron serves it: the same files and headers, and a bridge in the window instead of HTTP. */
async function serveLikeElectron(page: Page): Promise<string> {
  const { desk, ports, close } = await openTestDesk();
  ends.push(close);
  const dispatch = createDispatch({ handlers: desk.handlers, log: ports.log });
  await page.exposeFunction("askDesk", dispatch);
  await page.addInitScript(
    ({ channels, events }) => {
      const ask = Reflect.get(window, "askDesk") as (name: string, input: unknown) => unknown;
      const call = channels.map((name) => [name, (input: unknown) => ask(name, input)] as const);
      const on = events.map((name) => [name, () => () => undefined] as const);
      const bellhop = { call: Object.fromEntries(call), on: Object.fromEntries(on) };
      Object.defineProperty(window, "bellhop", { value: bellhop });
    },
    { channels: [...CHANNELS], events: [...EVENTS] },
  );
  const handler = createAppHandler(RENDERER);
  await page.route("https://desk.example/**", async (route) => {
    const request = route.request();
    const url = request.url().replace("https://desk.example", "app://bellhop");
    const response = await handler({ url, method: request.method() });
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  return "https://desk.example/";
}

const SERVED = {
  "the browser host": (_page: Page) => browserDesk(),
  "the desktop app": serveLikeElectron,
} as const;

async function watchViolations(page: Page): Promise<string[]> {
  const seen: string[] = [];
  await page.exposeFunction("sayViolation", (what: string) => seen.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const say = Reflect.get(window, "sayViolation") as (what: string) => void;
      say(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) seen.push(message.text());
  });
  return seen;
}

for (const [name, serve] of Object.entries(SERVED)) {
  test.describe(`the policy of ${name}`, () => {
    test("is not broken by any screen", async ({ page }) => {
      const seen = await watchViolations(page);
      await page.goto(await serve(page));
      for (const screen of ["Schedule", "Customers", "Integrations", "Settings", "Help"]) {
        await page.getByRole("banner").getByText(screen, { exact: true }).click();
        await expect(page.getByRole("main")).toBeVisible();
        await page.keyboard.press("Tab");
      }
      expect(seen).toEqual([]);
    });

    test("is not broken by the first run", async ({ page }) => {
      rmSync(join(folder, "data"), { recursive: true });
      const seen = await watchViolations(page);
      await page.goto(await serve(page));
      await expect(page.getByText("Step 1 of 3")).toBeVisible();
      expect(seen).toEqual([]);
    });

    test("blocks eval, inline script, foreign scripts, pictures and requests", async ({ page }) => {
      await page.goto(await serve(page));
      await expect(page.getByRole("banner")).toBeVisible();
      const blocked = await page.evaluate(async () => {
        const violated = new Set<string>();
        document.addEventListener("securitypolicyviolation", (event) =>
          violated.add(event.effectiveDirective),
        );
        Reflect.set(window, "violated", violated);
        const add = (tag: string, fields: object): void =>
          document.body.append(Object.assign(document.createElement(tag), fields));
        add("script", { textContent: "window.inlineRan = true" });
        add("script", { src: "https://evil.example/x.js" });
        add("img", { src: "https://evil.example/x.png" });
        add("iframe", { src: "https://evil.example/" });
        add("style", { textContent: "body { display: none }" });
        // Not at once: what a debugger evaluates may use eval, what runs later is the page's own.
        const evaluated = await new Promise<boolean>((resolve) => {
          setTimeout(() => {
            try {
              resolve(Reflect.get(globalThis, "eval")("1") === 1);
            } catch {
              resolve(false);
            }
          });
        });
        const fetched = await fetch("https://evil.example/").then(
          () => true,
          () => false,
        );
        const inlineRan = Reflect.has(window, "inlineRan");
        return { evaluated, fetched, inlineRan };
      });
      expect(blocked).toEqual({ evaluated: false, fetched: false, inlineRan: false });
      const violated = () =>
        page.evaluate(() => [...(Reflect.get(window, "violated") as Set<string>)].toSorted());
      await expect
        .poll(violated)
        .toEqual([
          "connect-src",
          "frame-src",
          "img-src",
          "script-src",
          "script-src-elem",
          "style-src-elem",
        ]);
    });
  });
}

test("a foreign page can neither frame the desk nor call it", async ({ page }) => {
  const desk = new URL(await browserDesk());
  const evil = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<iframe src="${desk.href}"></iframe>`);
  });
  await new Promise<void>((resolve) => evil.listen(0, "127.0.0.1", resolve));
  ends.push(() => new Promise((resolve) => void evil.close(() => resolve())));
  await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
  const outcome = await page.evaluate(
    async ({ origin, token }) => {
      const headers = { "Content-Type": "application/json", "X-Bellhop-Token": token };
      const request = { method: "POST", headers, body: "{}" };
      return fetch(`${origin}/bridge/app.info`, request).then(
        () => "answered",
        () => "refused",
      );
    },
    { origin: desk.origin, token: desk.hash.slice(1) },
  );
  expect(outcome).toBe("refused");
  const framed = page.frames().find((frame) => frame.parentFrame() !== null);
  await expect(framed?.locator("#root") ?? page.locator("none")).toHaveCount(0);
  // The evil page keeps its connection open otherwise.
  await page.close();
});

test("the token leaves the address as soon as the page is there", async ({ page }) => {
  const url = await browserDesk();
  await page.goto(url);
  await expect(page.getByRole("banner")).toBeVisible();
  expect(page.url()).toBe(`${new URL(url).origin}/`);
  await page.reload();
  await expect(page.getByRole("banner")).toBeVisible();
});
