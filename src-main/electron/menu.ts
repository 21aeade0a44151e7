import type { MenuItemConstructorOptions } from "electron";
import type { Say } from "./say.ts";

const EDIT: MenuItemConstructorOptions = { role: "editMenu" };
const WINDOW: MenuItemConstructorOptions = { role: "windowMenu" };

/** No reload and no developer tools: a reload would lose what somebody is typing. */
function viewMenu(say: Say): MenuItemConstructorOptions {
  return {
    label: say("host.view"),
    submenu: [
      { role: "resetZoom" },
      { role: "zoomIn" },
      { role: "zoomOut" },
      { type: "separator" },
      { role: "togglefullscreen" },
    ],
  };
}

/**
 * The menu of the app. macOS needs the full one, copy and paste work through it; elsewhere it is small and hidden
 * until Alt is pressed.
 */
export function appMenu(platform: NodeJS.Platform, say: Say): MenuItemConstructorOptions[] {
  if (platform === "darwin") {
    return [{ role: "appMenu" }, { role: "fileMenu" }, EDIT, viewMenu(say), WINDOW];
  }
  const quit: MenuItemConstructorOptions = { role: "quit", label: say("host.quit") };
  return [{ label: say("host.file"), submenu: [quit] }, EDIT, viewMenu(say)];
}
