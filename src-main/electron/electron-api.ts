import type * as Electron from "electron";

/**
 * What the host uses of Electron. It arrives as an argument, so that tests need no module mocks; only index.ts
 * imports the module itself.
 */
export type ElectronApi = Pick<
  typeof Electron,
  | "app"
  | "BrowserWindow"
  | "dialog"
  | "ipcMain"
  | "Menu"
  | "nativeImage"
  | "nativeTheme"
  | "net"
  | "Notification"
  | "powerMonitor"
  | "protocol"
  | "screen"
  | "session"
  | "shell"
  | "Tray"
>;
