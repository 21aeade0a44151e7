import type { BrowserWindowConstructorOptions, Rectangle, TitleBarOverlayOptions } from "electron";

/** Colours of the page's title bar and paper (tokens.css), so that nothing flashes before the page is there. */
const COLOURS = {
  light: { paper: "#fdfcf9", bar: "#f6f4f0", ink: "#221d18" },
  dark: { paper: "#1b1917", bar: "#12110f", ink: "#ece9e4" },
} as const;

/** Height of the page's title bar without its lower line, in px; the system draws its buttons over it. */
const TITLE_BAR_PX = 39;

export const SMALLEST = { width: 960, height: 600 } as const;

export interface WindowLook {
  readonly preload: string;
  readonly platform: NodeJS.Platform;
  readonly dark: boolean;
  /** Position and size, or only the size on the first start. */
  readonly bounds: Rectangle | Pick<Rectangle, "width" | "height">;
  /** Icon of window and taskbar on Linux; the other systems take it from the program. */
  readonly icon: string;
}

export function paperColour(dark: boolean): string {
  return (dark ? COLOURS.dark : COLOURS.light).paper;
}

export function titleBarOverlay(dark: boolean): TitleBarOverlayOptions {
  const { bar, ink } = dark ? COLOURS.dark : COLOURS.light;
  return { color: bar, symbolColor: ink, height: TITLE_BAR_PX };
}

/** The one place where a window gets its rights: none of Node, none of the developer tools, all walls up. */
export function windowOptions(look: WindowLook): BrowserWindowConstructorOptions {
  return {
    ...look.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: "Bellhop",
    backgroundColor: paperColour(look.dark),
    titleBarStyle: "hidden",
    titleBarOverlay: look.platform === "darwin" ? true : titleBarOverlay(look.dark),
    autoHideMenuBar: true,
    ...(look.platform === "linux" ? { icon: look.icon } : {}),
    webPreferences: {
      preload: look.preload,
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
      // Elsewhere Chromium would fetch dictionaries from Google; macOS has its own.
      spellcheck: look.platform === "darwin",
      navigateOnDragDrop: false,
    },
  };
}
