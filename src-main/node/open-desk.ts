import { createDesk, type Desk } from "../core/desk.ts";
import { type HostLifeKeeper, NO_HOST_LIFE } from "../core/host-life.ts";
import { createExternalLinks } from "../core/links.ts";
import type { Logger, Ports } from "../core/ports.ts";
import { type Updates, updatesOff } from "../core/updates.ts";
import type { DeskSettings } from "../core/settings.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { takeDataLock } from "./data-lock.ts";
import { trustSystemCertificates } from "./certificates.ts";
import { createKeychain, createSessionSecrets } from "./keychain.ts";
import { createLog } from "./log.ts";
import { systemRandom } from "./random.ts";
import { systemClock, systemScheduler } from "./time.ts";

/** The ports that differ from host to host. */
export type HostPorts = Pick<Ports, "connectivity" | "power" | "notifier"> & {
  /** Hands an address that passed the allow-list to the system browser. */
  readonly openLink: (url: string) => Promise<void>;
  readonly updates?: Updates;
  readonly hostLife?: HostLifeKeeper;
};

export interface OpenDeskOptions {
  readonly dataDir: string;
  readonly settings: DeskSettings;
  readonly hostPorts: (log: Logger) => HostPorts;
}

export interface OpenedDesk {
  readonly desk: Desk;
  readonly ports: Ports;
  /** Stops the desk, then lets go of the data folder. Does it once, however often it is called. */
  close(): Promise<void>;
}

async function makePorts(log: Logger, host: HostPorts, settings: DeskSettings): Promise<Ports> {
  const { openLink, updates: _updates, hostLife: _hostLife, ...rest } = host;
  return {
    ...rest,
    log,
    clock: systemClock,
    scheduler: systemScheduler,
    random: systemRandom,
    // What is practised with must not end up among the real secrets.
    secrets: settings.practice ? createSessionSecrets() : await createKeychain({ log }),
    links: createExternalLinks({ endpoints: settings.google.endpoints, log, open: openLink }),
  };
}

/**
 * Opens the desk of a data folder for a host: the folder, the lock on it, the log, the ports, the desk. Not started.
 * @throws AppError `ALREADY_RUNNING` before the store was touched, `STORE_UNREADABLE`, `STORE_FROM_FUTURE`
 */
export async function openDesk(options: OpenDeskOptions): Promise<OpenedDesk> {
  const { settings, hostPorts } = options;
  const dataDir = prepareDataFolder(options.dataDir);
  const lock = takeDataLock(dataDir);
  const log = createLog({ folder: dataDir, clock: systemClock });
  const letGo = (): void => {
    log.close();
    lock.release();
  };
  try {
    trustSystemCertificates(log);
    const host = hostPorts(log);
    const ports = await makePorts(log, host, settings);
    const updates = host.updates ?? updatesOff("browser");
    const hostLife = host.hostLife ?? NO_HOST_LIFE;
    const more = { recentLog: log.recent, updates, hostLife };
    const desk = createDesk({ dataDir, ports, settings, ...more });
    let closing: Promise<void> | undefined;
    return { desk, ports, close: () => (closing ??= desk.stop().finally(letGo)) };
  } catch (error) {
    log.error("desk.notOpened", { code: error instanceof Error ? error.name : "unknown" });
    letGo();
    throw error;
  }
}
