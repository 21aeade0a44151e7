import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Clock, Logger, Scheduler } from "../../core/ports.ts";
import { updatesOff } from "../../core/updates.ts";
import type { ElectronApi } from "../electron-api.ts";
import { type Feed, feedOf, type Release } from "./release.ts";
import { guardSession } from "./session-guard.ts";
import { feedFileIn } from "./feed-file.ts";
import type { Updater } from "./updater.ts";
import { createUpdates, type RunningUpdates, type UpdatesDeps } from "./updates.ts";

/** What the host knows only when the desk is open. */
export interface UpdateNeeds extends Pick<UpdatesDeps, "backUp" | "close" | "startAgain"> {
  readonly log: Logger;
}

export interface OpenUpdatesDeps extends UpdateNeeds {
  readonly api: Pick<ElectronApi, "app" | "session">;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** Where electron-builder lays things beside the app. */
  readonly resourcesDir: string;
  /** The file that runs, where the app is an AppImage; the only kind on Linux that updates itself. */
  readonly appImage: string | undefined;
}

/** The partition that electron-updater makes its requests in. */
const SESSION = "electron-updater";

function without(because: Parameters<typeof updatesOff>[0]): RunningUpdates {
  return { ...updatesOff(because), start: () => () => undefined };
}

/** electron-updater behind our guards; loaded here, so that a start does not pay for it. */
async function build({ api, log, scheduler }: OpenUpdatesDeps, feed: Feed): Promise<Updater> {
  const { createUpdater } = await import("./updater.ts");
  const { default: electronUpdater } = await import("electron-updater");
  const session = api.session.fromPartition(SESSION, { cache: false });
  let release: Release | null = null;
  let refusal: string | null = null;
  guardSession({
    session,
    feed,
    sizeOf: (name) => release?.files.find(({ url }) => url === name)?.size ?? null,
    onRefused: (why) => {
      refusal = why;
      log.warn("update.refused", { why });
    },
  });
  return createUpdater({
    app: electronUpdater.autoUpdater,
    Provider: electronUpdater.Provider,
    feed,
    scheduler,
    fetch: (url, init) => session.fetch(url, init),
    refusal: () => refusal,
    onRelease: (found) => {
      release = found;
      refusal = null;
    },
  });
}

/** The updates of this installation; off where it has no feed, or is none. */
export function openUpdates(deps: OpenUpdatesDeps): RunningUpdates {
  const { api, platform, resourcesDir, appImage } = deps;
  if (!api.app.isPackaged || (platform === "linux" && appImage === undefined))
    return without("notInstalled");
  const file = feedFileIn(resourcesDir);
  if (!existsSync(file)) return without("noFeed");
  return createUpdates({
    ...deps,
    async load() {
      const { parseYaml } = await import("./updater.ts");
      const feed = feedOf(parseYaml(await readFile(file, "utf8")), platform);
      return feed === null ? null : build(deps, feed);
    },
  });
}
