import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../src-shared/errors.ts";
import { defaultDataDir, type Surroundings } from "../node/data-folder.ts";
import { openDesk, type HostPorts } from "../node/open-desk.ts";
import { readSettings } from "../node/settings.ts";
import { alwaysOnline, neverAsleep } from "../node/surroundings.ts";
import type { Logger } from "../core/ports.ts";
import { startBrowserHost } from "./host.ts";
import { createSystemOpener, openerOf } from "./system-opener.ts";

export interface RunOptions {
  readonly surroundings: Surroundings;
  readonly version: string;
  readonly rendererDir: string;
  /** Whether to open the window in the person's browser at once. */
  readonly openWindow: boolean;
  /** Says one line to the person who started it. */
  readonly say: (line: string) => void;
}

export interface RunningDesk {
  /** Ends the host, then the desk. */
  stop(): Promise<void>;
}

function browserPorts(log: Logger, open: HostPorts["openLink"]): HostPorts {
  return {
    connectivity: alwaysOnline,
    power: neverAsleep,
    // The open page shows what it is told by events; there is nothing else to notify.
    notifier: { notify: () => log.info("notice.pageOnly") },
    openLink: open,
  };
}

function needsBuiltPage(rendererDir: string): void {
  if (existsSync(join(rendererDir, "index.html"))) return;
  throw new AppError("BAD_SETTING", "The window has not been built yet: run npm run build.");
}

/**
 * Starts the desk with the browser as its window.
 * @throws AppError `BAD_SETTING`, `PORT_TAKEN`, `ALREADY_RUNNING`, `STORE_UNREADABLE`, `STORE_FROM_FUTURE`
 */
export async function runBrowserDesk(options: RunOptions): Promise<RunningDesk> {
  const { surroundings, version, rendererDir } = options;
  const openerFor = (log: Logger) => createSystemOpener(openerOf(surroundings.platform), log);
  const settings = readSettings(surroundings.env, { host: "browser", version });
  needsBuiltPage(rendererDir);
  const opened = await openDesk({
    dataDir: settings.dataDir ?? defaultDataDir(surroundings),
    settings: settings.desk,
    hostPorts: (log) => browserPorts(log, openerFor(log)),
  });
  const { desk, ports } = opened;
  try {
    const host = await startBrowserHost({ ...ports, desk, rendererDir, port: settings.port });
    desk.start();
    options.say(`Bellhop is open at ${host.url}`);
    if (options.openWindow) await openerFor(ports.log)(host.url);
    const stop = async (): Promise<void> => {
      await host.close();
      await opened.close();
    };
    return { stop };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
