import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it } from "vitest";
import { APP_USER_MODEL_ID, startElectronHost } from "../../../src-main/electron/life.ts";
import { PAGE_URL } from "../../../src-main/electron/own-page.ts";
import { QUIT_LIMIT_MS } from "../../../src-main/electron/quit.ts";
import type { Remembered } from "../../../src-main/electron/window-memory.ts";
import { updatesOff } from "../../../src-main/core/updates.ts";
import { AppError } from "../../../src-shared/errors.ts";
import type { HostPorts, OpenedDesk } from "../../../src-main/node/open-desk.ts";
import { createElectronDouble, type DoubleOptions } from "../../fixtures/electron/double.ts";
import { createFakeDesk } from "../../fixtures/electron/fake-desk.ts";
import { until } from "../../fixtures/until.ts";

interface StartOptions extends DoubleOptions {
  readonly platform?: NodeJS.Platform;
  readonly failure?: Error;
  readonly remembered?: Partial<Remembered>;
  readonly argv?: readonly string[];
}

function prepareHost({
  platform = "win32",
  failure,
  remembered,
  argv = ["bellhop"],
  ...options
}: StartOptions = {}) {
  const electron = createElectronDouble(options);
  const fake = createFakeDesk();
  let memory = {
    bounds: null,
    places: [],
    maximized: false,
    onClose: "ask",
    askedAboutLogin: false,
    ...remembered,
  } as Remembered;
  let ports: HostPorts | null = null;
  let opens = 0;
  const openDesk = (make: (log: typeof fake.log) => HostPorts): Promise<OpenedDesk> => {
    opens += 1;
    if (failure !== undefined) return Promise.reject(failure);
    ports = make(fake.log);
    const { notifier } = ports;
    return Promise.resolve({ ...fake.opened, ports: { ...fake.opened.ports, notifier } });
  };
  const host = startElectronHost(electron.api, {
    platform,
    argv,
    paths: {
      preload: "/out/preload/index.cjs",
      rendererDir: "/out/renderer",
      resourcesDir: "/res",
    },
    scheduler: fake.time.scheduler,
    openDesk: openDesk as never,
    openUpdates: () => ({ ...updatesOff("notInstalled"), start: () => () => undefined }),
    openMemory: () => ({
      wasSetAside: () => false,
      forgetSetAside: () => undefined,
      read: () => memory,
      remember: (values) => void (memory = { ...memory, ...values }),
    }),
  });
  const { app, windows } = electron;
  return {
    ...electron,
    fake,
    host,
    app,
    window: () => windows.at(-1),
    opens: () => opens,
    ports: () => ports,
    memory: () => memory,
  };
}

async function startHost(options: StartOptions = {}) {
  const started = prepareHost(options);
  started.app.becomeReady();
  await started.host;
  return started;
}

describe("the start", () => {
  it("puts the sandbox up and announces the scheme before Electron is ready, and opens nothing yet", () => {
    const { app, schemes, opens, windows } = prepareHost();
    expect(app.sandboxed).toBe(true);
    expect(app.modelId).toBe(APP_USER_MODEL_ID);
    expect(schemes).toHaveLength(1);
    expect([opens(), windows.length]).toEqual([0, 0]);
  });

  it("shows the page in one guarded window and starts the desk", async () => {
    const { window, windows, fake, sessionHandlers, protocols } = await startHost();
    expect(windows).toHaveLength(1);
    expect(window()?.webContents.mainFrame.url).toBe(PAGE_URL);
    expect(window()?.visible).toBe(true);
    expect(window()?.webContents.openHandler?.({ url: PAGE_URL })).toEqual({ action: "deny" });
    expect(window()?.webContents.attempt("will-navigate", "https://evil.example")).toBe(false);
    expect(window()?.options.webPreferences?.preload).toBe("/out/preload/index.cjs");
    expect([...sessionHandlers.keys()]).toEqual(["request", "check", "device"]);
    expect([...protocols.keys()]).toEqual(["app"]);
    expect(fake.started).toBe(true);
  });

  it("of a second instance ends before the store is opened", async () => {
    const { app, opens, windows, host } = prepareHost({ firstInstance: false });
    await host;
    app.becomeReady();
    expect(app.ended).toEqual({ code: 0 });
    expect([opens(), windows.length]).toEqual([0, 0]);
  });

  it.each([
    ["ALREADY_RUNNING", new AppError("ALREADY_RUNNING", "Bellhop is already running.")],
    ["STORE_FROM_FUTURE", new AppError("STORE_FROM_FUTURE", "Made by version 9.")],
  ])("that fails with %s says so in a box and ends", async (code, failure) => {
    const { app, boxes, windows } = await startHost({ failure });
    expect(boxes).toHaveLength(1);
    expect(boxes[0]).toContain(code);
    expect(app.ended).toEqual({ code: 1 });
    expect(windows).toHaveLength(0);
  });

  it("that fails for an unknown reason shows no stack and no path", async () => {
    const { boxes } = await startHost({ failure: new Error("ENOENT /home/anna/x") });
    expect(boxes[0]).not.toMatch(/anna|ENOENT/);
  });
});

describe("the window", () => {
  it("comes to the front when the app is started a second time", async () => {
    const { app, window, windows } = await startHost();
    window()?.hide();
    app.emit("second-instance", {}, ["bellhop"]);
    expect(windows).toHaveLength(1);
    expect([window()?.visible, window()?.focused]).toEqual([true, 1]);
  });

  it("asks on Windows what closing means, once, and hides from then on if the desk is to go on", async () => {
    const { window, questions, app, memory } = await startHost();
    expect(window()?.close()).toBe(false);
    window()?.close();
    expect(questions).toHaveLength(1);
    expect(questions[0]?.buttons).toEqual(["Keep running", "Quit instead", "Cancel"]);
    expect(window()?.visible).toBe(true);
    questions[0]?.press("Keep running");
    await until("the window is hidden", () => window()?.visible === false);
    expect(memory().onClose).toBe("tray");
    app.emit("second-instance", {}, ["bellhop"]);
    window()?.close();
    expect([window()?.visible, questions.length, app.ended]).toEqual([false, 1, null]);
  });

  it("ends the app where that is the answer, also the next time", async () => {
    const first = await startHost();
    first.window()?.close();
    first.questions[0]?.press("Quit instead");
    await until("the app ended", () => first.app.ended !== null);
    expect(first.memory().onClose).toBe("quit");
    const second = await startHost({ remembered: { onClose: "quit" } });
    second.window()?.close();
    await until("the app ended", () => second.app.ended !== null);
    expect(second.questions).toEqual([]);
  });

  it("stays where it is if nobody answers, and asks again", async () => {
    const { window, questions, app, memory } = await startHost();
    window()?.close();
    questions[0]?.press("Cancel");
    await until("it may ask again", () => {
      window()?.close();
      return questions.length === 2;
    });
    expect([window()?.visible, app.ended, memory().onClose]).toEqual([true, null, "ask"]);
  });

  it("asks nothing when the person signs out: the desk closes and the app ends", async () => {
    const { window, questions, app, fake } = await startHost();
    window()?.emit("session-end");
    await until("the app ended", () => app.ended !== null);
    expect([questions.length, fake.closed]).toEqual([0, 1]);
  });

  it("comes back to a display that is left when its own is taken away, and moves for nothing else", async () => {
    const bounds = { x: 2200, y: 50, width: 1300, height: 820 };
    const started = prepareHost({ remembered: { bounds } });
    started.displays.push({ workArea: { x: 1920, y: 0, width: 1920, height: 1040 } });
    started.app.becomeReady();
    await started.host;
    started.screen.emit("display-metrics-changed");
    expect(started.window()?.bounds).toEqual(bounds);
    started.displays.pop();
    started.screen.emit("display-removed");
    expect(started.window()?.bounds).toMatchObject({ x: 320, y: 120 });
  });

  it.each([
    ["on Linux, which may have no tray", "linux", {}],
    ["on Windows without a tray", "win32", { noTray: true }],
  ] as const)("ends the app when it is closed %s", async (_name, platform, options) => {
    const { window, app } = await startHost({ platform, ...options });
    window()?.close();
    await until("the app ended", () => app.ended !== null);
    expect(app.ended).toEqual({ code: 0 });
  });

  it("closes on macOS while the app goes on, and comes back from the dock", async () => {
    const { window, windows, app } = await startHost({ platform: "darwin" });
    expect(window()?.close()).toBe(true);
    expect(app.ended).toBeNull();
    app.emit("activate");
    expect(windows).toHaveLength(2);
    expect(window()?.destroyed).toBe(false);
  });

  it("opens where it was left", async () => {
    const bounds = { x: 40, y: 50, width: 1300, height: 820 };
    const { window, memory } = await startHost({ remembered: { bounds, maximized: true } });
    expect(window()?.options).toMatchObject(bounds);
    expect(window()?.maximized).toBe(true);
    Object.assign(window() ?? {}, { bounds: { ...bounds, x: 90 }, maximized: false });
    window()?.close();
    expect(memory()).toMatchObject({ bounds: { x: 90 }, maximized: false });
  });

  it("speaks the chosen language in menu and tray, live, and the computer's before anything was chosen", async () => {
    const { fake, ipcMain, menu, trays, windows, app, host } = prepareHost();
    app.languages = ["es-MX", "en-US"];
    app.becomeReady();
    await host;
    const shown = (): string => JSON.stringify([menu.state.application, trays[0]?.menu]);
    expect(shown()).toMatch(/Archivo.*No hay más reservas hoy/);
    fake.language = "de";
    const contents = windows[0]?.webContents;
    const event = { sender: contents, senderFrame: contents?.mainFrame };
    await ipcMain.invoke("preferences.set", event, { language: "de" });
    await until("the tray speaks German", () => shown().includes("Heute keine Buchungen mehr"));
    expect(shown()).toContain("Datei");
  });

  it("follows the theme of the page, live", async () => {
    const { fake, nativeTheme, window, ipcMain } = await startHost();
    fake.theme = "dark";
    const contents = window()?.webContents;
    const event = { sender: contents, senderFrame: contents?.mainFrame };
    await ipcMain.invoke("preferences.set", event, { theme: "dark" });
    expect(nativeTheme.themeSource).toBe("dark");
    expect(window()?.background).toBe("#1b1917");
    expect(window()?.overlay).toMatchObject({ color: "#12110f" });
  });

  it("loads again when its page has died, but not for ever", async () => {
    const { window } = await startHost();
    const contents = window()?.webContents;
    for (let i = 0; i < 10; i += 1)
      contents?.emit("render-process-gone", {}, { reason: "crashed" });
    expect(contents?.reloads).toBe(3);
  });
});

describe("a start with the computer", () => {
  it("opens no window until somebody wants one, and works beside the clock", async () => {
    const argv = ["bellhop", "--hidden"];
    const { app, windows, trays, fake } = await startHost({ packaged: true, argv });
    expect([windows.length, trays.length, fake.started]).toEqual([0, 1, true]);
    app.emit("second-instance", {}, ["bellhop"]);
    await until("the window shows", () => windows[0]?.visible === true);
  });

  it("shows the window all the same where there is no tray", async () => {
    const argv = ["bellhop", "--hidden"];
    const { window } = await startHost({ packaged: true, argv, noTray: true });
    expect(window()?.visible).toBe(true);
  });

  it("is known on macOS by the system, not by a switch", async () => {
    const asked = prepareHost({ platform: "darwin", packaged: true });
    asked.app.loginItem = { ...asked.app.loginItem, wasOpenedAtLogin: true };
    asked.app.becomeReady();
    await asked.host;
    expect(asked.windows).toHaveLength(0);
  });
});

describe("a quit", () => {
  it("waits until the desk has closed, then ends with every window", async () => {
    const { app, fake, windows, trays, ipcMain } = await startHost();
    const closing = Promise.withResolvers<void>();
    fake.holdClose = closing.promise;
    app.quit();
    app.quit();
    await until("the desk is asked to close", () => fake.closed > 0);
    expect([app.ended, windows[0]?.destroyed]).toEqual([null, false]);
    closing.resolve();
    await until("the app ended", () => app.ended !== null);
    expect(app.ended).toEqual({ code: 0 });
    expect(fake.closed).toBe(1);
    expect(windows[0]?.destroyed).toBe(true);
    expect(trays[0]?.destroyed).toBe(true);
    expect(ipcMain.handlers.size).toBe(0);
    expect([fake.events.listeners(), fake.time.waiting()]).toEqual([0, 0]);
  });

  it("does not wait for ever", async () => {
    const { app, fake } = await startHost();
    fake.holdClose = Promise.withResolvers<void>().promise;
    app.quit();
    fake.time.forward(QUIT_LIMIT_MS - 1);
    expect(app.ended).toBeNull();
    fake.time.forward(1);
    expect(app.ended).toEqual({ code: 0 });
    expect(fake.log.lines.map((line) => line.event)).toContain("app.quitLimit");
  });

  it("goes through even if closing fails", async () => {
    const { app, fake } = await startHost();
    fake.holdClose = Promise.reject(new Error("disk"));
    app.quit();
    await until("the app ended", () => app.ended !== null);
    expect(fake.log.lines.map((line) => line.event)).toContain("app.flushFailed");
  });
});

describe("what the desk gets from Electron", () => {
  it("is the system browser for addresses that passed the door, the network and the sleep", async () => {
    const { ports, opened } = await startHost();
    await ports()?.openLink("https://accounts.google.com/");
    expect(opened).toEqual(["https://accounts.google.com/"]);
    expect(ports()?.connectivity.online()).toBe(true);
  });
});

describe("the menu", () => {
  const click = (item: MenuItemConstructorOptions | undefined): void => {
    const run = item?.click as ((...args: unknown[]) => void) | undefined;
    run?.({}, undefined, { triggeredByAccelerator: true });
  };
  const itemsOf = (menu: { readonly submenu?: unknown } | undefined) =>
    (menu?.submenu ?? []) as readonly MenuItemConstructorOptions[];

  it("tells the desk what is chosen and brings the window, also one that was closed", async () => {
    const { fake, menu, window, windows } = await startHost({ platform: "darwin" });
    window()?.close();
    const file = menu.state.application?.items.find(({ label }) => label === "File");
    click(itemsOf(file).find(({ label }) => label === "New booking"));
    expect(fake.chosen).toEqual([{ command: "create", byKey: true }]);
    expect([windows.length, window()?.destroyed]).toEqual([2, false]);
  });

  it("at a field puts a suggested word in place of the misspelled one", async () => {
    const { window, menu } = await startHost({ platform: "darwin" });
    const field = { isEditable: true, selectionText: "", editFlags: {} };
    const misspelled = { misspelledWord: "colur", dictionarySuggestions: ["colour", "R&B"] };
    window()?.webContents.emit("context-menu", {}, { ...field, ...misspelled });
    const items = menu.state.popups[0]?.items ?? [];
    expect(items.slice(0, 2).map(({ label }) => label)).toEqual(["colour", "R&&B"]);
    click(items[0]);
    expect(window()?.webContents.replaced).toEqual(["colour"]);
  });
});

describe("a notice of the system", () => {
  it("leads to its booking, or to the panel, in a window that comes forward", async () => {
    const { ports, notices, fake, window } = await startHost();
    window()?.hide();
    const id = "019aa1b2-0000-7000-8000-000000000001";
    const one = { count: 1, booking: null } as const;
    ports()?.notifier.notify({
      about: "booked",
      ...one,
      opens: { is: "booking", originalStart: null, id },
    });
    ports()?.notifier.notify({ about: "signIn", ...one, opens: { is: "integrations" } });
    for (const notice of notices) notice.emit("click");
    expect(fake.links).toEqual([{ is: "booking", id, originalStart: null }]);
    expect(fake.chosen).toEqual([{ command: "integrations", byKey: false }]);
    expect(window()?.visible).toBe(true);
  });
});

describe("a shutdown", () => {
  it("waits until the desk has closed, and is not called off", async () => {
    const { powerMonitor, app, fake } = await startHost({ platform: "darwin" });
    let held = false;
    powerMonitor.emit("shutdown", { preventDefault: () => void (held = true) });
    await until("the app ended", () => app.ended !== null);
    expect([held, fake.closed]).toEqual([true, 1]);
  });
});
