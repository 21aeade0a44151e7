import { accessSync, chmodSync, constants, mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { AppError } from "../../src-shared/errors.ts";

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where an app keeps its data by the habits of each system; the browser host has no Electron to ask. */
export function defaultDataDir({ platform, home, env }: Surroundings): string {
  switch (platform) {
    case "win32":
      return join(env["APPDATA"] ?? join(home, "AppData", "Roaming"), "Bellhop");
    case "darwin":
      return join(home, "Library", "Application Support", "Bellhop");
    default:
      return join(env["XDG_DATA_HOME"] ?? join(home, ".local", "share"), "bellhop");
  }
}

/**
 * Makes the data folder if need be, for its owner only (0700), and proves that it can be written.
 * @returns its absolute path
 * @throws AppError `STORE_UNREADABLE`
 */
export function prepareDataFolder(dir: string): string {
  const folder = resolve(dir);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw new Error("not a folder");
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // An older or copied folder may be open to others; Windows has no such bits and ignores it.
    chmodSync(folder, 0o700);
    return folder;
  } catch (cause) {
    const message = `The data folder ${folder} can't be used: it has to be a folder that this user may read and write.`;
    throw new AppError("STORE_UNREADABLE", message, { cause });
  }
}
