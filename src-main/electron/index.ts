import { homedir } from "node:os";
import { join } from "node:path";
import * as electron from "electron";
import ElectronStore from "electron-store";
import { defaultDataDir, prepareDataFolder } from "../node/data-folder.ts";
import { openDesk } from "../node/open-desk.ts";
import { readSettings } from "../node/settings.ts";
import { systemClock, systemScheduler } from "../node/time.ts";
import { startElectronHost } from "./life.ts";
import { openUpdates } from "./updates/open-updates.ts";
import { createWindowMemory, type SettingsFile } from "./window-memory.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const PAGE_PROFILE = "window-profile";
const WINDOW_SETTINGS = "window";

function openSettingsFile(dataDir: string): SettingsFile {
  return new ElectronStore({ cwd: dataDir, name: WINDOW_SETTINGS, configFileMode: 0o600 });
}

/**
 * The desk's data lies where the browser host has it too, so that one computer has one desk whichever host runs;
 * Chromium's profile lies in a folder of its own below.
 */
function start(): Promise<void> {
  const { app } = electron;
  const { env, platform, argv } = process;
  const settings = readSettings(env, { host: "electron", version: app.getVersion() });
  const dataDir = prepareDataFolder(
    settings.dataDir ?? defaultDataDir({ platform, home: homedir(), env }),
  );
  app.setPath("userData", join(dataDir, PAGE_PROFILE));
  return startElectronHost(electron, {
    platform,
    argv,
    paths: {
      preload: join(ROOT, "out", "preload", "index.cjs"),
      rendererDir: join(ROOT, "out", "renderer"),
      resourcesDir: join(ROOT, "resources"),
    },
    scheduler: systemScheduler,
    openUpdates: (needs) =>
      openUpdates({
        ...needs,
        api: electron,
        platform,
        clock: systemClock,
        scheduler: systemScheduler,
        resourcesDir: process.resourcesPath,
        appImage: env["APPIMAGE"],
      }),
    openDesk: (hostPorts) => openDesk({ dataDir, settings: settings.desk, hostPorts }),
    openMemory: (log) =>
      createWindowMemory({
        open: () => openSettingsFile(dataDir),
        path: join(dataDir, `${WINDOW_SETTINGS}.json`),
        log,
      }),
  });
}

try {
  // Not awaited: Electron gets ready only after this module was evaluated (Electron docs, ES Modules).
  void start();
} catch (error) {
  electron.dialog.showErrorBox("Bellhop", error instanceof Error ? error.message : String(error));
  electron.app.exit(1);
}
