import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt } from "../../../scripts/tools/build.ts";
import { CHANNELS, EVENTS } from "../../../src-shared/bridge/channels.ts";
import { firstLoadBytes } from "../../fixtures/first-load.ts";
import { ROOT } from "../../fixtures/electron/booted.ts";

const PRELOAD = join(ROOT, "out/preload/index.cjs");
const built = (pattern: string) => globSync(pattern, { cwd: join(ROOT, "out") });
const text = (file: string) => readFileSync(join(ROOT, "out", file), "utf8");

interface Exposed {
  readonly call: Record<string, (input: unknown) => unknown>;
  readonly on: Record<string, (listener: (...heard: unknown[]) => void) => () => void>;
}

beforeAll(() => ensureBuilt());

/** Runs the preload as a sandboxed one runs: only `electron` can be required. */
function runPreload() {
  const invoked: unknown[][] = [];
  const listeners = new Map<string, (...args: unknown[]) => void>();
  let name = "";
  let exposed: unknown;
  const electron = {
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown) => {
        name = key;
        exposed = api;
      },
    },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        invoked.push(args);
        return Promise.resolve("answer");
      },
      on: (event: string, listener: () => void) => void listeners.set(event, listener),
      off: (event: string) => void listeners.delete(event),
    },
  };
  runInNewContext(readFileSync(PRELOAD, "utf8"), {
    require: (wanted: string) => {
      if (wanted !== "electron") throw new Error(`module not found: ${wanted}`);
      return electron;
    },
    exports: {},
    module: { exports: {} },
  });
  return { name, exposed: exposed as Exposed, invoked, listeners };
}

describe("the built preload", () => {
  it("is one file below 2 kB that requires Electron and nothing else", () => {
    expect(
      built("preload/**/*").filter((file) => statSync(join(ROOT, "out", file)).isFile()),
    ).toEqual(["preload/index.cjs"]);
    expect(statSync(PRELOAD).size).toBeLessThan(2_048);
    const required = [...readFileSync(PRELOAD, "utf8").matchAll(/require\(([^)]*)\)/g)];
    expect(required.map((match) => match[1])).toEqual(['"electron"']);
  });

  it("gives the page one function per channel and event of the contract, and nothing besides", () => {
    const { name, exposed } = runPreload();
    expect(name).toBe("bellhop");
    expect(Object.keys(exposed)).toEqual(["call", "on"]);
    expect(Object.keys(exposed.call).toSorted()).toEqual([...CHANNELS].toSorted());
    expect(Object.keys(exposed.on).toSorted()).toEqual([...EVENTS].toSorted());
    const members = [...Object.values(exposed.call), ...Object.values(exposed.on)];
    expect(members.every((member) => typeof member === "function")).toBe(true);
  });

  it("sends each call under its own name and with one argument", () => {
    const { exposed, invoked } = runPreload();
    for (const channel of CHANNELS) void exposed.call[channel]?.({ a: 1 });
    expect(invoked).toEqual(CHANNELS.map((channel) => [channel, { a: 1 }]));
  });

  it.each(EVENTS)("hands on %s without Electron's event object, until told to stop", (event) => {
    const { exposed, listeners } = runPreload();
    const heard: unknown[][] = [];
    const stop = exposed.on[event]?.((...args) => heard.push(args));
    listeners.get(event)?.({ sender: "ipcRenderer" }, { revision: 1 });
    expect(heard).toEqual([[{ revision: 1 }]]);
    stop?.();
    expect(listeners.has(event)).toBe(false);
  });
});

/** Of scripts, gzipped, before the schedule shows. */
const MOST_FIRST_LOAD = 250_000;

describe("the built app", () => {
  it("shows the schedule from no more than 250 kB of scripts", () => {
    const bytes = firstLoadBytes(join(ROOT, "out/renderer"));
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(MOST_FIRST_LOAD);
  });

  it("loads no page from the network", () => {
    const main = built("main/**/*.js").map(text).join("\n");
    expect([...main.matchAll(/\.loadURL\(([^)]*)\)/g)].map((match) => match[1])).toEqual([
      "PAGE_URL",
    ]);
    expect(/\bPAGE_URL = [`"']app:\/\/bellhop\/[`"'];/.test(main)).toBe(true);
    expect(main).not.toMatch(/\bloadFile\(/);
  });

  it("holds no developer tools, no test hooks, no stand-ins, no source maps", () => {
    const files = built("**/*.{js,cjs,html,map}");
    expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
    for (const file of files) {
      expect(text(file), file).not.toMatch(
        /openDevTools|toggleDevTools|ELECTRON_RENDERER_URL|remote-debugging|createElectronDouble|startGoogleSimulator|startFacebookSimulator|fillSalon|sourceMappingURL=/,
      );
    }
  });

  it("has a page without inline script or style, which its policy would block", () => {
    const page = text("renderer/index.html");
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
    const sources = [...page.matchAll(/\s(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(sources.every((source) => source.startsWith("./") || source === "data:,")).toBe(true);
  });
});
