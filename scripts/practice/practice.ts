import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  defaultClients,
  type GoogleSimulator,
  startGoogleSimulator,
} from "../../simulators/google/index.ts";
import { defaultAccounts } from "../../simulators/google/world.ts";
import { fillSalon, type Salon, sampleSalon } from "../../src-main/core/sample-salon/index.ts";
import { type BrowserHost, startBrowserHost } from "../../src-main/browser/host.ts";
import { createSystemOpener, openerOf } from "../../src-main/browser/system-opener.ts";
import { DATABASE_FILE } from "../../src-main/core/desk.ts";
import type { Logger } from "../../src-main/core/ports.ts";
import type { DeskSettings } from "../../src-main/core/settings.ts";
import { openDatabase } from "../../src-main/core/store/database.ts";
import { type HostPorts, openDesk } from "../../src-main/node/open-desk.ts";
import { systemRandom } from "../../src-main/node/random.ts";
import { alwaysOnline, neverAsleep } from "../../src-main/node/surroundings.ts";
import { systemClock } from "../../src-main/node/time.ts";
import type { Zone } from "../../src-shared/domain/primitives.ts";
import { ROOT } from "../tools/run.ts";
import { version } from "../tools/version.ts";
import { type BridgeClient, createBridgeClient } from "./bridge-client.ts";
import { addForeignEvents, PRACTICE_CALENDAR } from "./google-events.ts";
import { type Online, startOnline } from "./online.ts";
import { pairDesk } from "./pair-desk.ts";
import { until } from "./until.ts";

export interface OnlineSalon extends Online {
  /** Where customers book. */
  readonly bookingUrl: string;
}

export interface Practice {
  readonly google: GoogleSimulator;
  readonly host: BrowserHost;
  readonly bridge: BridgeClient;
  readonly salon: Salon;
  readonly databaseFile: string;
  /** Opens the salon to customers: starts the companion with everything around it and pairs the desk. Once. */
  goOnline(): Promise<OnlineSalon>;
  /** From now on sign-in pages are opened in the person's browser instead of being answered at once. */
  leaveSignInsToThePerson(): void;
  /** Ends everything and removes the data folder. */
  stop(): Promise<void>;
}

const SEED = 1;

const SILENT: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

function writeSalon(databaseFile: string, salon: Salon): void {
  const db = openDatabase({ file: databaseFile, clock: systemClock, log: SILENT });
  try {
    fillSalon(db, salon, { clock: systemClock, random: systemRandom });
  } finally {
    db.close();
  }
}

function settingsFor(google: GoogleSimulator, zone: Zone): DeskSettings {
  const [client] = defaultClients;
  if (client === undefined) throw new Error("The simulator knows no client.");
  const { authorize, token, revoke, calendarRoot } = google.endpoints;
  return {
    google: {
      client: { id: client.clientId, secret: client.clientSecret },
      endpoints: { authorize, token, revoke, calendarRoot },
    },
    practice: true,
    version: version(),
    host: "browser",
    zone,
  };
}

/** Opens sign-in pages: by itself, like a browser that follows redirects, until a person takes over. */
function createOpener() {
  let byPerson = false;
  return {
    leaveToPerson: () => {
      byPerson = true;
    },
    portsFor: (log: Logger): HostPorts => {
      const openInBrowser = createSystemOpener(openerOf(process.platform), log);
      return {
        connectivity: alwaysOnline,
        power: neverAsleep,
        notifier: { notify: () => undefined },
        openLink: (url) => {
          if (byPerson) return openInBrowser(url);
          void fetch(url).catch(() => undefined);
          return Promise.resolve();
        },
      };
    },
  };
}

/** Runs the steps that were put down, last first, each exactly once and whatever the others do. */
function createCleanUp() {
  const steps: (() => void | Promise<void>)[] = [];
  return {
    later: (step: () => void | Promise<void>): void => {
      steps.push(step);
    },
    async now(): Promise<void> {
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        try {
          await step();
        } catch (error) {
          console.error(error);
        }
      }
    },
  };
}
type CleanUp = ReturnType<typeof createCleanUp>;

async function open(zone: Zone, cleanUp: CleanUp): Promise<Omit<Practice, "stop">> {
  const google = await startGoogleSimulator({
    consent: "approve",
    // Google notifies addresses with https only; the companion of practice mode is on this computer.
    switches: { allowHttpWebhooks: true },
    accounts: defaultAccounts.map((account) => ({ ...account, zone })),
  });
  cleanUp.later(() => google.close());
  const dataDir = mkdtempSync(path.join(tmpdir(), "bellhop-practice-"));
  cleanUp.later(() => rmSync(dataDir, { recursive: true, force: true }));
  const databaseFile = path.join(dataDir, DATABASE_FILE);
  const salon = sampleSalon({ now: systemClock.now(), zone, seed: SEED });
  writeSalon(databaseFile, salon);
  addForeignEvents(google.control, salon.today, zone);
  const opener = createOpener();
  const settings = settingsFor(google, zone);
  const opened = await openDesk({ dataDir, settings, hostPorts: opener.portsFor });
  cleanUp.later(() => opened.close());
  const rendererDir = path.join(ROOT, "out", "renderer");
  const host = await startBrowserHost({ ...opened.ports, desk: opened.desk, rendererDir, port: 0 });
  cleanUp.later(() => host.close());
  opened.desk.start();
  const bridge = createBridgeClient(host);
  return {
    google,
    host,
    bridge,
    salon,
    databaseFile,
    goOnline: async () => {
      const folder = path.join(dataDir, "companion");
      mkdirSync(folder);
      const online = await startOnline(folder);
      cleanUp.later(() => online.stop());
      return { ...online, bookingUrl: await pairDesk(bridge, online) };
    },
    leaveSignInsToThePerson: () => {
      google.control.setConsent({ mode: "page" });
      opener.leaveToPerson();
    },
  };
}

/** A sample salon at a desk of its own, beside a stand-in for Google; nothing of it survives the stop. */
export async function startPractice(zone: Zone): Promise<Practice> {
  const cleanUp = createCleanUp();
  try {
    return { ...(await open(zone, cleanUp)), stop: cleanUp.now };
  } catch (error) {
    await cleanUp.now();
    throw error;
  }
}

/** Waits for the end of a sign-in. */
export async function signedIn(bridge: BridgeClient): Promise<void> {
  await until("The end of the sign-in", async () => {
    const { connection, progress } = await bridge.call("google.connection", {});
    if (progress.is === "failed") throw new Error(`${progress.code}: ${progress.message}`);
    return connection !== null && progress.is === "none" ? connection : undefined;
  });
}

/** Signs in through the real OAuth flow and takes the salon's calendar. */
export async function connect({ bridge }: Pick<Practice, "bridge">): Promise<void> {
  await bridge.call("google.connect", { makeCalendar: false });
  await signedIn(bridge);
  const calendars = await bridge.call("google.calendars", {});
  const ours = calendars.find(({ id, usable }) => id === PRACTICE_CALENDAR && usable);
  if (ours === undefined) throw new Error("The salon’s calendar is not offered.");
  await bridge.call("google.chooseCalendar", { is: "existing", calendarId: ours.id });
}
