import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensureBuilt } from "../../../scripts/tools/build.ts";
import { DATABASE_FILE } from "../../../src-main/core/desk.ts";
import { CHANNELS } from "../../../src-shared/bridge/channels.ts";
import { type Booted, bootMain } from "../../fixtures/electron/booted.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { until } from "../../fixtures/until.ts";

let dataDir = "";

beforeAll(() => ensureBuilt());
beforeEach(() => {
  dataDir = join(tempFolder(), "data");
});

async function boot(env: Readonly<Record<string, string>> = {}): Promise<Booted> {
  const booted = await bootMain(dataDir, env);
  await until("the window is there or the app has ended", async () => {
    const { windows, tray, ended } = await booted.facts();
    return (windows[0]?.visible === true && tray !== null) || ended !== null;
  });
  return booted;
}

describe("the built desktop app", () => {
  it("starts with its window behind all walls, on its own page", async () => {
    const { windows, sandboxed, schemes, hasMenu, boxes } = await (await boot()).facts();
    expect(boxes).toEqual([]);
    expect([sandboxed, hasMenu, windows.length]).toEqual([true, true, 1]);
    expect(schemes).toHaveLength(1);
    const [window] = windows;
    expect(window?.url).toBe("app://bellhop/");
    expect(window?.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      devTools: false,
    });
    expect(window?.opensWindows).toBe(false);
    expect(window?.navigates).toBe(false);
    expect(window?.attachesWebview).toBe(false);
    expect(existsSync(window?.options.webPreferences?.preload ?? "")).toBe(true);
  });

  it("serves exactly the channels of the contract, from the real desk, to its own page", async () => {
    const booted = await boot();
    const { channels, otherIpc } = await booted.facts();
    expect(channels.toSorted()).toEqual([...CHANNELS].toSorted());
    expect(otherIpc).toEqual([]);
    expect(await booted.invoke("app.info", {})).toEqual({
      ok: true,
      value: {
        version: "0.1.0",
        host: "electron",
        practice: true,
        firstRun: true,
        practising: false,
      },
    });
    const stranger = {
      ask: "invoke",
      channel: "app.info",
      input: {},
      fromChildFrame: true,
    } as const;
    expect(await booted.ask(stranger)).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
  });

  it("serves its page with the policy, refuses to climb, grants nothing", async () => {
    const booted = await boot();
    const page = await booted.ask({ ask: "page", url: "app://bellhop/" });
    expect(page).toMatchObject({
      status: 200,
      policy: expect.stringContaining("connect-src 'none'"),
    });
    const climbing = await booted.ask({ ask: "page", url: "app://bellhop/..%2f..%2fpackage.json" });
    expect(climbing).toMatchObject({ status: 400 });
    expect(await booted.ask({ ask: "permission", name: "notifications" })).toBe(false);
  });

  it("tells its window what changed", async () => {
    const booted = await boot();
    const fields = { name: "Frida", hours: null, position: 0, active: true };
    expect(await booted.invoke("staff.save", { existing: null, fields })).toMatchObject({
      ok: true,
    });
    const { windows } = await booted.facts();
    expect(windows[0]?.sent.map((one) => one.event)).toContain("catalogue.changed");
  });

  it("has a bell beside the clock, drawn by an icon that exists", async () => {
    const { tray, tooltip, trayLabels } = await (await boot()).facts();
    expect(tray?.missing).toBe(false);
    expect(tooltip).toBe("Bellhop: Not connected");
    expect(trayLabels).toContain("Open Bellhop");
    expect(trayLabels).toContain("Quit Bellhop");
  });

  it("ends on a quit with everything on disk and its data free for the next start", async () => {
    const booted = await boot();
    const fields = { name: "Frida", hours: null, position: 0, active: true };
    await booted.invoke("staff.save", { existing: null, fields });
    await booted.ask({ ask: "quit" });
    await until("it has ended", async () => (await booted.facts()).ended !== null);
    const { ended, channels } = await booted.facts();
    expect(ended).toEqual({ code: 0 });
    expect(channels).toEqual([]);
    const again = await boot();
    expect(await again.invoke("staff.list", {})).toMatchObject({ value: [{ name: "Frida" }] });
  });

  it("keeps the window's place in a file of its own, private like the others", async () => {
    const booted = await boot();
    await booted.ask({ ask: "quit" });
    await until("it has ended", async () => (await booted.facts()).ended !== null);
    expect(existsSync(join(dataDir, "window.json"))).toBe(true);
    for (const file of readdirSync(dataDir))
      expect(statSync(join(dataDir, file)).mode & 0o077, file).toBe(0);
  });

  it("starts although the window's settings are broken, and keeps them aside", async () => {
    const first = await boot();
    await first.ask({ ask: "quit" });
    await until("it has ended", async () => (await first.facts()).ended !== null);
    writeFileSync(join(dataDir, "window.json"), "{ broken");
    const { windows } = await (await boot()).facts();
    expect(windows).toHaveLength(1);
    expect(existsSync(join(dataDir, "window.json.unreadable"))).toBe(true);
  });

  it("does not open the store on a second start", async () => {
    const { ended, windows } = await (await boot({ DOUBLE_SECOND_INSTANCE: "1" })).facts();
    expect([ended, windows]).toEqual([{ code: 0 }, []]);
    expect(existsSync(join(dataDir, DATABASE_FILE))).toBe(false);
  });

  it("takes a link from a second start to its window, and ignores one made to trick", async () => {
    const booted = await boot();
    const second = (link: string) =>
      booted.ask({ ask: "secondInstance", argv: ["bellhop", "--", link] });
    const followed = async () => booted.invoke("app.openedLink", {});
    await second("bellhop://day/2026-11-27");
    const { windows } = await booted.facts();
    expect(windows[0]?.sent.map((one) => one.event)).toContain("link.opened");
    const link = { is: "day", date: "2026-11-27" };
    expect(await followed()).toEqual({ ok: true, value: { link } });
    await second("bellhop://erase/everything");
    expect(await followed()).toEqual({ ok: true, value: { link: null } });
    expect(readFileSync(join(dataDir, "bellhop.log"), "utf8")).not.toContain("erase");
  });

  it("says ALREADY_RUNNING if another host has the same data", async () => {
    await boot();
    const { boxes, ended } = await (await boot()).facts();
    expect(boxes[0]).toContain("ALREADY_RUNNING");
    expect(ended).toEqual({ code: 1 });
  });

  it("says BAD_SETTING for a broken setting, and ends", async () => {
    const { boxes, ended } = await (await boot({ BELLHOP_PORT: "many" })).facts();
    expect(boxes[0]).toContain("BELLHOP_PORT");
    expect(ended).toEqual({ code: 1 });
  });
});
