import { stat } from "node:fs/promises";
import type { AppUpdater, Provider, UpdateInfo } from "electron-updater";
import {
  parseUpdateInfo,
  type ProviderRuntimeOptions,
} from "electron-updater/out/providers/Provider.js";
import type { Scheduler } from "../../core/ports.ts";
import { readText } from "./read-text.ts";
import { type Feed, FeedError, type Release, releaseOf } from "./release.ts";

/** One way to a newer version, step by step. All but `install` may reject. */
export interface Updater {
  /** The newer version that the feed has, or null. */
  check(): Promise<string | null>;
  /** Fetches what `check` found and proves it. @param onPercent whole percents, 0 to 100 */
  download(onPercent: (percent: number) => void): Promise<void>;
  /** Ends the app and starts the installer; what fails then is told to `onFailed`. */
  install(onFailed: () => void): void;
}

export interface UpdaterDeps {
  /** electron-updater's own for this system. */
  readonly app: AppUpdater;
  readonly Provider: typeof Provider<UpdateInfo>;
  readonly feed: Feed;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly scheduler: Scheduler;
  /** Why a request was cut off; null if none was. */
  readonly refusal: () => string | null;
  /** Told of each release that is believed, before anything of it is fetched. */
  readonly onRelease: (release: Release) => void;
}

/** @throws FeedError `feedUnreadable` */
export function parseYaml(text: string): unknown {
  try {
    return parseUpdateInfo(text, "feed", new URL("https://feed.invalid/")) as unknown;
  } catch {
    throw new FeedError("feedUnreadable", "What the feed says can't be read.");
  }
}

/** Reads the feed by our own rules; electron-updater gets to see only what passed them. */
function strictProvider({ Provider: Base, feed, fetch, scheduler, onRelease }: UpdaterDeps) {
  return class StrictFeed extends Base {
    /** As electron-updater calls it for a provider that it does not know. */
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }

    async getLatestVersion(): Promise<UpdateInfo> {
      const url = new URL(`${this.getDefaultChannelName()}.yml`, feed.folder);
      const release = releaseOf(parseYaml(await readText(url, fetch, scheduler)));
      onRelease(release);
      const [first] = release.files;
      return {
        ...release,
        path: first?.url ?? "",
        sha512: first?.sha512 ?? "",
        releaseDate: "",
      };
    }

    resolveFiles({ files }: UpdateInfo) {
      return files.map((info) => ({ url: new URL(info.url, feed.folder), info }));
    }
  };
}

/** Nothing happens by itself: not the download, not an installation on quit, no step back. */
function tame(app: AppUpdater): void {
  app.autoDownload = false;
  app.autoInstallOnAppQuit = false;
  app.autoRunAppAfterInstall = true;
  app.allowDowngrade = false;
  app.allowPrerelease = false;
  app.disableWebInstaller = true;
  // The whole file is fetched and proved by its checksum; pieces would come without a size to hold them to.
  app.disableDifferentialDownload = true;
  // It would write addresses and paths.
  app.logger = null;
}

async function proveSize(files: readonly string[], release: Release | null): Promise<void> {
  for (const file of files) {
    const { size } = await stat(file);
    if (release?.files.some((one) => one.size === size)) continue;
    throw new FeedError("refused", "The update is not as long as the feed says.");
  }
}

/** electron-updater behind our rules. */
export function createUpdater(deps: UpdaterDeps): Updater {
  const { app } = deps;
  let release: Release | null = null;
  tame(app);
  const provider = strictProvider({
    ...deps,
    onRelease: (found) => {
      release = found;
      deps.onRelease(found);
    },
  });
  app.setFeedURL({ provider: "custom", updateProvider: provider });
  return {
    async check() {
      const result = await app.checkForUpdates();
      return result?.isUpdateAvailable === true ? result.updateInfo.version : null;
    },
    async download(onPercent) {
      const tell = ({ percent }: { readonly percent: number }): void =>
        onPercent(Math.max(0, Math.min(100, Math.round(percent))));
      app.on("download-progress", tell);
      try {
        await proveSize(await app.downloadUpdate(), release);
      } catch (error) {
        const why = deps.refusal();
        throw why === null ? error : new FeedError("refused", why);
      } finally {
        app.off("download-progress", tell);
      }
    },
    install(onFailed) {
      app.once("error", onFailed);
      // Without a window of the installer's own, and with a start of the new version after it.
      app.quitAndInstall(true, true);
    },
  };
}
