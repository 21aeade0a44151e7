import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BridgeClient, createBridgeClient } from "../../../scripts/practice/bridge-client.ts";
import { signedIn } from "../../../scripts/practice/practice.ts";
import {
  type AccountSeed,
  defaultClients,
  type GoogleSimulator,
  startGoogleSimulator,
} from "../../../simulators/google/index.ts";
import { fillSalon, type Salon } from "../../../src-main/core/sample-salon/index.ts";
import { type BrowserHost, startBrowserHost } from "../../../src-main/browser/host.ts";
import { createDesk, DATABASE_FILE } from "../../../src-main/core/desk.ts";
import { createExternalLinks } from "../../../src-main/core/links.ts";
import type { Clock, Ports, Scheduler, SecretStore } from "../../../src-main/core/ports.ts";
import type { DeskSettings } from "../../../src-main/core/settings.ts";
import { openDatabase } from "../../../src-main/core/store/database.ts";
import type { ChosenCommand } from "../../../src-shared/commands.ts";
import type { AppLink } from "../../../src-shared/app-link.ts";
import type { UpdateStatus } from "../../../src-shared/update-status.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { type HostLifeKeeper, NO_HOST_LIFE } from "../../../src-main/core/host-life.ts";
import type { Updates } from "../../../src-main/core/updates.ts";
import type { HostLife } from "../../../src-shared/host-life.ts";
import { createSessionSecrets } from "../../../src-main/node/keychain.ts";
import { systemRandom } from "../../../src-main/node/random.ts";
import { readSettings } from "../../../src-main/node/settings.ts";
import { alwaysOnline, neverAsleep } from "../../../src-main/node/surroundings.ts";
import { systemScheduler } from "../../../src-main/node/time.ts";
import { listLog } from "../../fixtures/ports.ts";

const RENDERER = join(import.meta.dirname, "..", "..", "..", "out", "renderer");

export interface Time {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
}

/** Real time, but begun at another moment: a story at 11:00 on a working day is that at any hour of the computer. */
export function timeFrom(instant: number): Time {
  const shift = instant - Date.now();
  return { clock: { now: () => Date.now() + shift }, scheduler: systemScheduler };
}

export interface StagedKeychain extends SecretStore {
  refusal: "KEYCHAIN_LOCKED" | "KEYCHAIN_UNAVAILABLE" | null;
  /** As if the computer had none, or one that keeps over a restart. */
  keptIn: SecretStore["keptIn"];
  /** Loses everything it keeps. */
  empty(): void;
}

function stageKeychain(): StagedKeychain {
  let kept = createSessionSecrets();
  const ask = async <T>(answer: () => Promise<T>): Promise<T> => {
    if (keychain.refusal !== null) throw new AppError(keychain.refusal, "As the story wants it.");
    return answer();
  };
  const keychain: StagedKeychain = {
    keptIn: "keychain",
    refusal: null,
    get: (name) => ask(() => kept.get(name)),
    set: (name, secret) => ask(() => kept.set(name, secret)),
    remove: (name) => ask(() => kept.remove(name)),
    empty() {
      kept = createSessionSecrets();
    },
  };
  return keychain;
}

export interface StagedUpdates extends Updates {
  become(status: UpdateStatus): void;
  /** What the window asked for, oldest first. */
  readonly asked: readonly ("check" | "restart")[];
}

function stageUpdates(): StagedUpdates {
  const asked: ("check" | "restart")[] = [];
  const listeners = new Set<(status: UpdateStatus) => void>();
  let status: UpdateStatus = { is: "off", because: "browser" };
  return {
    asked,
    status: () => status,
    check: () => Promise.resolve(void asked.push("check")),
    restart: () => Promise.resolve(void asked.push("restart")),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(next) {
      status = next;
      for (const listener of listeners) listener(next);
    },
  };
}

export interface StagedHostLife extends HostLifeKeeper {
  become(life: HostLife): void;
  /** How often the system's list was opened. */
  listOpened(): number;
}

function stageHostLife(): StagedHostLife {
  let life = NO_HOST_LIFE.read();
  let listOpened = 0;
  return {
    read: () => life,
    become: (next) => void (life = next),
    change({ atLogin, ...changes }) {
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      life = { ...life, ...Object.fromEntries(given) };
      if (atLogin !== undefined)
        life = { ...life, atLogin: atLogin ? "on" : "off", askedAboutLogin: true };
      return life;
    },
    openLoginItems: () => Promise.resolve(void (listOpened += 1)),
    listOpened: () => listOpened,
  };
}

export interface TestDesk {
  readonly google: GoogleSimulator;
  /** Another one after every `resume`. */
  readonly host: BrowserHost;
  readonly bridge: BridgeClient;
  readonly time: Time;
  /** Addresses that the desk handed to the system browser, oldest first. */
  readonly opened: readonly string[];
  /** What the computer's keychain answers; for as long as the story wants. */
  readonly keychain: StagedKeychain;
  /** Signs in without the consent page and takes a calendar that exists. */
  connect(calendarId: string): Promise<void>;
  /** Says how far the app's own update is, as its host would; null once it was asked for. */
  readonly updates: StagedUpdates;
  /** How the app lives on its computer; nothing to choose, as in a browser, until the story says otherwise. */
  readonly hostLife: StagedHostLife;
  /** What the system would hand to the app. */
  openLink(link: AppLink): void;
  /** What a person would choose in the menu of the app. */
  choose(chosen: ChosenCommand): void;
  /** Switches the desk's computer off; `resume` switches it on again, with all that it kept. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

function settingsFor(google: GoogleSimulator): DeskSettings {
  const { authorize, token, revoke, calendarRoot } = google.endpoints;
  const [client] = defaultClients;
  const env = {
    BELLHOP_PRACTICE: "1",
    BELLHOP_GOOGLE_CLIENT_ID: client?.clientId,
    BELLHOP_GOOGLE_CLIENT_SECRET: client?.clientSecret,
    BELLHOP_GOOGLE_AUTH_URL: authorize,
    BELLHOP_GOOGLE_TOKEN_URL: token,
    BELLHOP_GOOGLE_REVOKE_URL: revoke,
    BELLHOP_GOOGLE_API_URL: calendarRoot,
  };
  return readSettings(env, { host: "browser", version: "1.2.3" }).desk;
}

function portsFor(
  time: Time,
  settings: DeskSettings,
  opened: string[],
  secrets: SecretStore,
): Ports {
  const log = listLog();
  return {
    ...time,
    log,
    random: systemRandom,
    secrets,
    connectivity: alwaysOnline,
    power: neverAsleep,
    notifier: { notify: () => undefined },
    links: createExternalLinks({
      endpoints: settings.google.endpoints,
      log,
      open: (url) => {
        opened.push(url);
        return Promise.resolve();
      },
    }),
  };
}

function fill(dataDir: string, salon: Salon, { clock, log, random }: Ports): void {
  const db = openDatabase({ file: join(dataDir, DATABASE_FILE), clock, log });
  fillSalon(db, salon, { clock, random });
  db.close();
}

export interface TestDeskOptions {
  readonly salon: Salon;
  readonly time: Time;
  readonly accounts?: readonly AccountSeed[];
}

/** A real desk behind the browser host, in a folder of its own, beside a Google of its own. */
export async function startTestDesk(options: TestDeskOptions): Promise<TestDesk> {
  const { salon, time, accounts } = options;
  const google = await startGoogleSimulator({
    now: time.clock.now,
    consent: "page",
    ...(accounts === undefined ? {} : { accounts }),
  });
  const settings = settingsFor(google);
  const opened: string[] = [];
  const keychain = stageKeychain();
  const updates = stageUpdates();
  const hostLife = stageHostLife();
  const ports = portsFor(time, settings, opened, keychain);
  const dataDir = mkdtempSync(join(tmpdir(), "bellhop-e2e-"));
  fill(dataDir, salon, ports);
  const begin = async () => {
    const desk = createDesk({ dataDir, ports, settings, updates, hostLife });
    const host = await startBrowserHost({ ...ports, desk, rendererDir: RENDERER, port: 0 });
    desk.start();
    return { desk, host };
  };
  let running = await begin();
  const pause = async (): Promise<void> => {
    await running.host.close();
    await running.desk.stop();
  };
  const bridge: BridgeClient = {
    call: (channel, input) => createBridgeClient(running.host).call(channel, input),
  };
  return {
    google,
    get host() {
      return running.host;
    },
    bridge,
    time,
    opened,
    keychain,
    updates,
    hostLife,
    openLink: (link) => running.desk.openLink(link),
    choose: (chosen) => running.desk.choose(chosen),
    pause,
    async resume() {
      running = await begin();
    },
    async connect(calendarId) {
      google.control.setConsent({ mode: "approve" });
      await bridge.call("google.connect", { makeCalendar: false });
      await (await fetch(opened.at(-1) ?? "")).text();
      await signedIn(bridge);
      google.control.setConsent({ mode: "page" });
      await bridge.call("google.chooseCalendar", { is: "existing", calendarId });
    },
    async stop() {
      await pause();
      await google.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
