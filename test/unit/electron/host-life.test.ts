import { describe, expect, it } from "vitest";
import { createHostLife } from "../../../src-main/electron/host-life.ts";
import { createLoginItem } from "../../../src-main/electron/login-item.ts";
import { createWindowMemory } from "../../../src-main/electron/window-memory.ts";
import { createElectronDouble } from "../../fixtures/electron/double.ts";
import { listLog } from "../../fixtures/ports.ts";

function lifeOn(platform: NodeJS.Platform, packaged = true) {
  const electron = createElectronDouble({ packaged });
  const store: Record<string, unknown> = {};
  const file = {
    path: "/window.json",
    store,
    set: (values: object) => Object.assign(store, values),
  };
  const memory = createWindowMemory({ open: () => file, path: file.path, log: listLog() });
  const loginItem = createLoginItem({ app: electron.api.app, platform });
  const openLink = electron.api.shell.openExternal;
  const life = createHostLife({ platform, memory, loginItem, openLink });
  return { electron, life, store };
}

describe("how the app lives on its computer", () => {
  it("can be chosen on Windows: what closing means, and whether it starts with the computer, hidden", () => {
    const { electron, life, store } = lifeOn("win32");
    expect(life.read()).toEqual({
      onClose: "ask",
      atLogin: "off",
      askedAboutLogin: false,
      settingsSetAside: false,
    });
    expect(life.change({ onClose: "tray", atLogin: true })).toMatchObject({
      onClose: "tray",
      atLogin: "on",
      askedAboutLogin: true,
    });
    expect(electron.app.loginItems).toEqual([{ openAtLogin: true, args: ["--hidden"] }]);
    expect(store).toEqual({ onClose: "tray", askedAboutLogin: true });
  });

  it("on macOS has no say in closing, and tells that the system wants to be asked", async () => {
    const { electron, life } = lifeOn("darwin");
    electron.app.loginItem = { ...electron.app.loginItem, status: "requires-approval" };
    expect(life.read()).toMatchObject({ onClose: null, atLogin: "needsApproval" });
    life.change({ atLogin: true });
    expect(electron.app.loginItems).toEqual([{ openAtLogin: true }]);
    expect(() => life.change({ onClose: "tray" })).toThrow(/no such choice/);
    await life.openLoginItems();
    expect(electron.opened).toEqual([
      "x-apple.systempreferences:com.apple.LoginItems-Settings.extension",
    ]);
  });

  it.each([
    ["from the sources", "win32", false],
    ["on Linux", "linux", true],
  ] as const)("%s starts with nothing, and refuses to", async (_name, platform, packaged) => {
    const { electron, life } = lifeOn(platform, packaged);
    expect(life.read().atLogin).toBe("unavailable");
    expect(() => life.change({ atLogin: true })).toThrow(/no such choice/);
    await expect(life.openLoginItems()).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    expect([electron.app.loginItems, electron.opened]).toEqual([[], []]);
  });

  it("is off where the Task Manager switched the entry off", () => {
    const { electron, life } = lifeOn("win32");
    life.change({ atLogin: true });
    electron.app.loginItem = { ...electron.app.loginItem, executableWillLaunchAtLogin: false };
    expect(life.read().atLogin).toBe("off");
  });

  it("remembers a No as an answer too", () => {
    const { life, electron } = lifeOn("win32");
    expect(life.change({ askedAboutLogin: true })).toMatchObject({
      atLogin: "off",
      askedAboutLogin: true,
    });
    expect(electron.app.loginItems).toEqual([]);
  });
});
