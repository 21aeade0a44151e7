import {
  type AppLink,
  LINK_SCHEME,
  linkInArguments,
  readAppLink,
} from "../../src-shared/app-link.ts";
import type { ReadLink } from "../../src-shared/app-link.ts";
import type { Logger } from "../core/ports.ts";
import type { ElectronApi } from "./electron-api.ts";

/** Where a link goes once the desk is open. */
export interface LinkTarget {
  readonly log: Logger;
  readonly follow: (link: AppLink) => void;
}

/** Links come before the desk is open, and several ways; they wait here for it. */
export interface AppLinks {
  /** Takes the link among the arguments of a start, if there is one. */
  started(argv: readonly string[]): void;
  /** From now on links are followed, the last of those that waited too. */
  attach(target: LinkTarget): void;
}

export interface AppLinksDeps {
  readonly app: ElectronApi["app"];
  readonly platform: NodeJS.Platform;
  /** Arguments of this start. */
  readonly argv: readonly string[];
}

/**
 * Tells the system that links of ours are for this app. The installed app only: else a run from the sources would
 * take them over. On Windows the link comes after `--`, so that a forged one can't be read as a switch.
 */
function register({ app, platform }: Pick<AppLinksDeps, "app" | "platform">): void {
  if (!app.isPackaged) return;
  if (platform === "win32") app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ["--"]);
  else app.setAsDefaultProtocolClient(LINK_SCHEME);
}

/** Listens for links from before Electron is ready on; macOS sends the first one that early. */
export function receiveAppLinks({ app, platform, argv }: AppLinksDeps): AppLinks {
  let target: LinkTarget | null = null;
  let waiting: ReadLink | null = null;

  const take = (read: ReadLink | null): void => {
    if (read === null) return;
    if (target === null) waiting = read;
    else if (read.is === "link") target.follow(read.link);
    else target.log.warn("link.refused", { code: read.code });
  };

  register({ app, platform });
  app.on("open-url", (event, url) => {
    event.preventDefault();
    take(readAppLink(url));
  });
  take(linkInArguments(argv));
  return {
    started: (arguments_) => take(linkInArguments(arguments_)),
    attach(to) {
      target = to;
      take(waiting);
      waiting = null;
    },
  };
}
