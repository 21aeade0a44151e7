import { describe, expect, it } from "vitest";
import { openingBounds } from "../../../src-main/electron/bounds.ts";
import { denyPermissions } from "../../../src-main/electron/permissions.ts";
import { windowOptions } from "../../../src-main/electron/window-options.ts";
import { createElectronDouble } from "../../fixtures/electron/double.ts";

const look = { preload: "/p/index.cjs", icon: "/i.png", bounds: { width: 1280, height: 800 } };

describe.each(["darwin", "win32", "linux"] as const)("the window on %s", (platform) => {
  it("has all walls up", () => {
    const { webPreferences } = windowOptions({ ...look, platform, dark: false });
    expect(webPreferences).toEqual({
      preload: "/p/index.cjs",
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      devTools: false,
      spellcheck: platform === "darwin",
      navigateOnDragDrop: false,
    });
  });

  it("does not flash: it is shown when the page is there, on the paper of its theme", () => {
    const light = windowOptions({ ...look, platform, dark: false });
    const dark = windowOptions({ ...look, platform, dark: true });
    expect([light.show, light.backgroundColor, dark.backgroundColor]).toEqual([
      false,
      "#fdfcf9",
      "#1b1917",
    ]);
  });

  it("is never smaller than the schedule needs", () => {
    const { minWidth, minHeight } = windowOptions({ ...look, platform, dark: false });
    expect([minWidth, minHeight]).toEqual([960, 600]);
  });
});

describe("the place of the window", () => {
  const screen = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
  const second = { workArea: { x: 1920, y: 0, width: 1280, height: 984 } };
  const there = { x: 2100, y: 40, width: 1000, height: 700 };

  it("is where it was, if that display is still connected", () => {
    expect(openingBounds(there, [screen, second])).toEqual(there);
  });

  it.each([
    ["on a display that was unplugged", there],
    ["above every display", { x: 100, y: -300, width: 1000, height: 700 }],
    ["all but a strip to the left", { x: -950, y: 40, width: 1000, height: 700 }],
    ["below every display", { x: 100, y: 1030, width: 1000, height: 700 }],
  ])("is the system's choice, if it was %s", (_name, bounds) => {
    expect(openingBounds(bounds, [screen])).toEqual({ width: 1280, height: 800 });
  });

  it("is the system's choice on the first start, and with no display at all", () => {
    expect(openingBounds(null, [screen])).toEqual({ width: 1280, height: 800 });
    expect(openingBounds(there, [])).toEqual({ width: 1280, height: 800 });
  });

  it("never shrinks below the smallest size", () => {
    const tiny = { x: 10, y: 10, width: 300, height: 200 };
    expect(openingBounds(tiny, [screen])).toEqual({ x: 10, y: 10, width: 960, height: 600 });
  });
});

describe("a permission", () => {
  it.each([
    "clipboard-read",
    "clipboard-sanitized-write",
    "display-capture",
    "fileSystem",
    "fullscreen",
    "geolocation",
    "hid",
    "idle-detection",
    "keyboardLock",
    "local-fonts",
    "local-network-access",
    "media",
    "mediaKeySystem",
    "midi",
    "midiSysex",
    "notifications",
    "openExternal",
    "pointerLock",
    "serial",
    "speaker-selection",
    "storage-access",
    "usb",
    "window-management",
    "unknown",
  ])("%s is neither granted nor reported as granted", (permission) => {
    const electron = createElectronDouble();
    denyPermissions(electron.api.session.defaultSession);
    const handler = (name: string) =>
      electron.sessionHandlers.get(name) as (...args: unknown[]) => unknown;
    let answer: unknown;
    handler("request")({}, permission, (granted: unknown) => {
      answer = granted;
    });
    expect(answer).toBe(false);
    expect(handler("check")({}, permission, "app://bellhop")).toBe(false);
    expect(handler("device")({ deviceType: permission })).toBe(false);
  });
});
