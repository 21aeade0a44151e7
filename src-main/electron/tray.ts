import { join } from "node:path";
import type { MenuItemConstructorOptions } from "electron";
import type { ElectronApi } from "./electron-api.ts";
import type { TrayAction, TrayItem, TrayModel } from "./tray-model.ts";

export interface TrayDeps {
  readonly api: Pick<ElectronApi, "Menu" | "nativeImage" | "Tray">;
  readonly iconsDir: string;
  readonly platform: NodeJS.Platform;
  /** Keeps the icon's place across starts; Windows ties it to a signed program, so only packages pass one. */
  readonly guid: string | null;
  readonly act: (action: TrayAction) => void;
}

export interface TrayIcon {
  /** Shows a model; what is shown already is not touched, so it may be called as often as anything changes. */
  render(model: TrayModel): void;
  close(): void;
}

function toMenuItem(item: TrayItem, act: TrayDeps["act"]): MenuItemConstructorOptions {
  switch (item.is) {
    case "line":
      // An ampersand marks a letter of a menu on Windows and Linux; two of them show one.
      return { label: item.label.replaceAll("&", "&&"), enabled: false };
    case "gap":
      return { type: "separator" };
    case "action":
      return { label: item.label, click: () => act(item.action) };
    case "menu":
      return { label: item.label, submenu: item.items.map((inner) => toMenuItem(inner, act)) };
  }
}

/**
 * Puts the bell beside the clock.
 * @throws whatever the system says where it has no tray
 */
export function createTray(deps: TrayDeps, first: TrayModel): TrayIcon {
  const { api, iconsDir, platform, guid, act } = deps;
  const image = (icon: string): Electron.NativeImage =>
    api.nativeImage.createFromPath(join(iconsDir, icon));
  const tray =
    guid === null ? new api.Tray(image(first.icon)) : new api.Tray(image(first.icon), guid);
  let shown: TrayModel | null = null;

  const renderMenu = (items: readonly TrayItem[]): void => {
    const template = items.map((item) => toMenuItem(item, act));
    tray.setContextMenu(api.Menu.buildFromTemplate(template));
  };
  const render = (model: TrayModel): void => {
    if (shown !== null && shown.icon !== model.icon) tray.setImage(image(model.icon));
    if (shown?.tooltip !== model.tooltip) tray.setToolTip(model.tooltip);
    if (JSON.stringify(shown?.items) !== JSON.stringify(model.items)) renderMenu(model.items);
    shown = model;
  };
  // macOS opens the menu on a left click and says nothing of it.
  if (platform !== "darwin") tray.on("click", () => act("open"));
  render(first);
  return { render, close: () => tray.destroy() };
}
