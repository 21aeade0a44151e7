import type { BrowserWindow, WebContents } from "electron";
import type { Logger } from "../core/ports.ts";
import { arrangementOf, openingBounds, withPlace } from "./bounds.ts";
import type { Closing } from "./closing.ts";
import type { ElectronApi } from "./electron-api.ts";
import { PAGE_URL } from "./own-page.ts";
import type { WindowMemory } from "./window-memory.ts";
import { paperColour, titleBarOverlay, windowOptions } from "./window-options.ts";

export interface MainWindowDeps {
  readonly api: Pick<ElectronApi, "BrowserWindow" | "nativeTheme" | "screen">;
  readonly memory: WindowMemory;
  readonly preload: string;
  readonly icon: string;
  readonly platform: NodeJS.Platform;
  readonly log: Logger;
  readonly closing: () => Closing;
  /** Asks what closing shall mean, and does it. */
  readonly askAboutClosing: (window: BrowserWindow) => Promise<void>;
  /** The person signs out or the computer is shut down; there are seconds left. */
  readonly onSessionEnd: () => void;
}

export interface MainWindow {
  /** Brings the window to the front, made anew if there is none. */
  show(): void;
  contents(): readonly WebContents[];
  /** Takes over the colours of a changed theme. */
  repaint(): void;
  remember(): void;
  /** Brings the window back where its display was taken away. */
  stayReachable(): void;
}

/** A page whose process died is loaded again, but not for ever. */
const MOST_RELOADS = 3;

/** The one window of the desk. */
export function createMainWindow(deps: MainWindowDeps): MainWindow {
  const { api, memory, platform, log } = deps;
  let window: BrowserWindow | null = null;
  let reloads = 0;

  const remember = (): void => {
    if (window === null || window.isDestroyed()) return;
    const bounds = window.getNormalBounds();
    const displays = arrangementOf(api.screen.getAllDisplays());
    const places = withPlace(memory.read().places, { displays, bounds });
    memory.remember({ bounds, places, maximized: window.isMaximized() });
  };

  const watch = (made: BrowserWindow): void => {
    made.once("ready-to-show", () => made.show());
    made.on("close", (event) => {
      remember();
      const closing = deps.closing();
      if (closing === "close") return;
      event.preventDefault();
      if (closing === "hide") made.hide();
      else void deps.askAboutClosing(made).catch(() => log.warn("window.closeNotAsked"));
    });
    made.on("session-end", deps.onSessionEnd);
    made.on("closed", () => {
      window = null;
    });
    made.webContents.on("render-process-gone", (_event, { reason }) => {
      log.error("window.pageGone", { reason });
      reloads += 1;
      if (reason !== "clean-exit" && reloads <= MOST_RELOADS) made.webContents.reload();
    });
  };

  const make = (): BrowserWindow => {
    const { bounds, places, maximized } = memory.read();
    const displays = api.screen.getAllDisplays();
    const here = places.find((place) => place.displays === arrangementOf(displays));
    const made = new api.BrowserWindow(
      windowOptions({
        preload: deps.preload,
        icon: deps.icon,
        platform,
        dark: api.nativeTheme.shouldUseDarkColors,
        bounds: openingBounds(here?.bounds ?? bounds, displays),
      }),
    );
    if (maximized) made.maximize();
    watch(made);
    made.loadURL(PAGE_URL).catch(() => log.error("window.pageNotLoaded"));
    return made;
  };

  return {
    show() {
      if (window === null) {
        window = make();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    contents: () => (window === null || window.isDestroyed() ? [] : [window.webContents]),
    repaint() {
      if (window === null || window.isDestroyed()) return;
      const dark = api.nativeTheme.shouldUseDarkColors;
      window.setBackgroundColor(paperColour(dark));
      if (platform !== "darwin") window.setTitleBarOverlay(titleBarOverlay(dark));
    },
    remember,
    stayReachable() {
      if (window === null || window.isDestroyed()) return;
      const bounds = openingBounds(window.getNormalBounds(), api.screen.getAllDisplays());
      if ("x" in bounds) return;
      window.setSize(bounds.width, bounds.height);
      window.center();
    },
  };
}
