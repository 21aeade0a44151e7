import type { AtLogin } from "../../src-shared/host-life.ts";
import type { ElectronApi } from "./electron-api.ts";

/** Tells a start that nobody asked for, on Windows; macOS says so by itself. */
export const HIDDEN_SWITCH = "--hidden";

export interface LoginItemDeps {
  readonly app: Pick<
    ElectronApi["app"],
    "isPackaged" | "getLoginItemSettings" | "setLoginItemSettings"
  >;
  readonly platform: NodeJS.Platform;
}

/** Whether the app starts with the computer. Only an installed one can: else the runtime itself would be entered. */
export function createLoginItem({ app, platform }: LoginItemDeps) {
  const isPossible = app.isPackaged && (platform === "win32" || platform === "darwin");
  const own = platform === "win32" ? { args: [HIDDEN_SWITCH] } : {};
  return {
    isPossible,
    state(): AtLogin {
      if (!isPossible) return "unavailable";
      const { openAtLogin, status, executableWillLaunchAtLogin } = app.getLoginItemSettings(own);
      if (platform === "darwin" && status === "requires-approval") return "needsApproval";
      // The Task Manager switches an entry off without taking it away.
      const isSwitchedOff = platform === "win32" && !executableWillLaunchAtLogin;
      return openAtLogin && !isSwitchedOff ? "on" : "off";
    },
    set(on: boolean): void {
      app.setLoginItemSettings({ openAtLogin: on, ...own });
    },
    /** Whether the system started the app: then nobody waits for a window. */
    startedBySystem(argv: readonly string[]): boolean {
      if (platform === "darwin") return isPossible && app.getLoginItemSettings().wasOpenedAtLogin;
      return platform === "win32" && argv.includes(HIDDEN_SWITCH);
    },
  };
}
export type LoginItem = ReturnType<typeof createLoginItem>;
