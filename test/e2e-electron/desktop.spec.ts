import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, expect, type Page, test } from "@playwright/test";
import { CHANNELS, EVENTS } from "../../src-shared/bridge/channels.ts";
import { GOOD_INPUTS } from "../fixtures/bridge-inputs.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const MODULE = join(ROOT, "node_modules", "electron");

/** Electron fetches its runtime when it is first run; asking the module for the path would start that. */
function runtime(): string | null {
  const named = join(MODULE, "path.txt");
  if (!existsSync(named)) return null;
  const file = join(MODULE, "dist", readFileSync(named, "utf8").trim());
  return existsSync(file) ? file : null;
}

const executablePath = runtime();
const WHY_SKIPPED =
  "Electron's runtime is not here: run npx install-electron to test in the real one.";

if (executablePath === null) console.warn(`SKIPPED: ${WHY_SKIPPED}`);
test.skip(executablePath === null, WHY_SKIPPED);

let folder = "";
let app: ElectronApplication;
let page: Page;

function launch(): Promise<ElectronApplication> {
  return _electron.launch({
    ...(executablePath === null ? {} : { executablePath }),
    // Chromium refuses its sandbox to root.
    args: [ROOT, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    env: {
      ...process.env,
      BELLHOP_DATA_DIR: join(folder, "data"),
      BELLHOP_PRACTICE: "1",
    } as Record<string, string>,
  });
}

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "bellhop-electron-"));
  app = await launch();
  page = await app.firstWindow();
});

test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test("shows the schedule from its own address without breaking its policy", async () => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  await page.evaluate(
    (input) => window.bellhop?.call["setUp.finish"](input),
    GOOD_INPUTS["setUp.finish"],
  );
  await page.reload();
  await expect(page.getByRole("banner")).toBeVisible();
  expect(page.url()).toBe("app://bellhop/");
  expect(violations).toEqual([]);
});

test("gives the page the bridge and nothing of Node or Electron", async () => {
  const seen = await page.evaluate(() => ({
    process: typeof Reflect.get(globalThis, "process"),
    require: typeof Reflect.get(globalThis, "require"),
    ipcRenderer: typeof Reflect.get(globalThis, "ipcRenderer"),
    call: Object.keys(window.bellhop?.call ?? {}),
    on: Object.keys(window.bellhop?.on ?? {}),
  }));
  expect(seen).toEqual({
    process: "undefined",
    require: "undefined",
    ipcRenderer: "undefined",
    call: [...CHANNELS],
    on: [...EVENTS],
  });
});

test("answers the page from the real desk", async () => {
  const reply = await page.evaluate(() => window.bellhop?.call["app.info"]({}));
  expect(reply).toMatchObject({ ok: true, value: { host: "electron" } });
});

test("blocks eval, inline script and the network", async () => {
  const outcome = await page.evaluate(async () => {
    const attempt = (work: () => unknown): string => {
      try {
        work();
        return "ran";
      } catch {
        return "blocked";
      }
    };
    const script = document.createElement("script");
    script.textContent = "document.title = 'inline ran'";
    document.head.append(script);
    const fetched = await fetch("https://example.invalid").then(
      () => "ran",
      () => "blocked",
    );
    const evaluated = attempt(() => Reflect.get(globalThis, "eval")("1"));
    return { evaluated, fetched, inline: document.title === "inline ran" };
  });
  expect(outcome).toEqual({ evaluated: "blocked", fetched: "blocked", inline: false });
});

test("stays on its page and opens no window", async () => {
  await page.evaluate(() => {
    window.open("https://example.invalid");
    location.assign("https://example.invalid/");
  });
  await expect.poll(() => app.windows().length).toBe(1);
  expect(page.url()).toBe("app://bellhop/");
});

test("grants no permission", async () => {
  const state = await page.evaluate(async () => {
    const { state: granted } = await navigator.permissions.query({ name: "notifications" });
    return granted;
  });
  expect(state).toBe("denied");
});

test("hands a second start over to the first", async () => {
  const second = await launch().catch(() => null);
  if (second !== null) await second.waitForEvent("close");
  expect(await page.evaluate(() => window.bellhop?.call["app.info"]({}))).toMatchObject({
    ok: true,
  });
});
