import { join } from "node:path";
import { z } from "zod";
import { type AppLink, writeAppLink } from "../../src-shared/app-link.ts";
import type { ChosenCommand } from "../../src-shared/commands.ts";
import type { EventName } from "../../src-shared/bridge/channels.ts";
import type { EventPayload, Handlers } from "../../src-shared/bridge/contract.ts";
import { Id } from "../../src-shared/domain/primitives.ts";
import type { SyncPresentation } from "../../src-shared/sync-status.ts";
import { createGoogle } from "./calendars/google/google.ts";
import { createGoogleProvider } from "./calendars/google/provider.ts";
import { createChanges } from "./changes.ts";
import { createHelp } from "./help/service.ts";
import { hostLifeHandlers, type HostLifeKeeper, NO_HOST_LIFE } from "./host-life.ts";
import { createCompanionMemory } from "./companion/memory.ts";
import { createCompanionService } from "./companion/service.ts";
import { createOpenedLink } from "./opened-link.ts";
import { createChosenCommands } from "./chosen-command.ts";
import { createIds } from "./ids.ts";
import { createNotices } from "./notices/notices.ts";
import type { Notifier, Ports } from "./ports.ts";
import { ensureBusiness, isPractising, storedPreferences } from "./schedule/business.ts";
import { refuseIf } from "./schedule/practice.ts";
import { createScheduleHandlers } from "./schedule/service.ts";
import { createStores, type Stores } from "./schedule/stores.ts";
import type { DeskSettings } from "./settings.ts";
import { openDatabase } from "./store/database.ts";
import { type Updates, updateHandlers, updatesOff } from "./updates.ts";
import { createSyncMemory } from "./sync/memory.ts";
import { createRules } from "./sync/rules.ts";
import { createSyncService } from "./sync/service.ts";
import { trueClock } from "./sync/true-clock.ts";

export interface DeskOptions {
  /** An existing folder that only this desk writes to. */
  readonly dataDir: string;
  readonly ports: Ports;
  readonly settings: DeskSettings;
  /** The last lines of the log for a report, oldest first; none where the host keeps no log. */
  readonly recentLog?: () => readonly string[];
  /** The app's own update; off where the host has none. */
  readonly updates?: Updates;
  /** How the app lives on its computer; nothing to choose where the host is a mere process. */
  readonly hostLife?: HostLifeKeeper;
}

/** The whole desk without a window: what a host serves, shows in its tray, starts and stops. */
export interface Desk {
  readonly handlers: Handlers;
  /** Returns the function that ends the listening. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
  presentation(): SyncPresentation;
  /** Keeps where a link leads until the window goes there, and tells it. */
  openLink(link: AppLink): void;
  /** Keeps what was chosen in the menu until the window does it, and tells it. */
  choose(chosen: ChosenCommand): void;
  /** Copies the database aside. @throws AppError STORE_FULL and others if it can't be written */
  backUp(): void;
  start(): void;
  /** Ends the timers, lets a request under way finish for a short time, closes the database. */
  stop(): Promise<void>;
}

export const DATABASE_FILE = "bellhop.db";
const INSTALLATION_KEY = "installation";
const DAY_MS = 86_400_000;
/** A hung request must not keep the app from closing; what it sent is found out by the next start. */
const STOP_LIMIT_MS = 5_000;

type Listeners = { readonly [E in EventName]: Set<(payload: EventPayload<E>) => void> };

function createListeners() {
  const listeners: Listeners = {
    "schedule.changed": new Set(),
    "catalogue.changed": new Set(),
    "sync.changed": new Set(),
    "connection.changed": new Set(),
    "companion.changed": new Set(),
    "link.opened": new Set(),
    "command.chosen": new Set(),
    "update.changed": new Set(),
    "notice.given": new Set(),
  };
  return {
    tell<E extends EventName>(event: E, payload: EventPayload<E>): void {
      for (const listener of listeners[event]) listener(payload);
    },
    on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
      listeners[event].add(listener);
      return () => {
        listeners[event].delete(listener);
      };
    },
  };
}

/** What the system's notices say, the open window says as well. */
function alsoIn(
  { tell }: Pick<ReturnType<typeof createListeners>, "tell">,
  { notify }: Notifier,
): Notifier {
  return {
    notify(notice) {
      const { about, count, opens } = notice;
      tell("notice.given", { about, count, opens });
      notify(notice);
    },
  };
}

/** Names this desk's data for good: on the events it writes and in the keychain. */
function installationOf({ settings, ids }: Stores): Id {
  const known = settings.get(INSTALLATION_KEY, Id);
  if (known !== undefined) return known;
  const id = ids.next();
  settings.set(INSTALLATION_KEY, id);
  return id;
}

/** A number below a day that differs from desk to desk and stays the same for each. */
function offsetOf(installationId: Id): number {
  return z.coerce.number().parse(`0x${installationId.slice(-8)}`) % DAY_MS;
}

function withTimeLimit(work: Promise<void>, ports: Ports, limitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = ports.scheduler.after(limitMs, () => {
      ports.log.warn("desk.stopLimit");
      resolve();
    });
    work.finally(cancel).then(resolve, reject);
  });
}

/**
 * The composition root: every object is made here, with explicit arguments.
 * @throws AppError STORE_UNREADABLE, STORE_FROM_FUTURE, STORE_FULL, STORE_BUSY
 */
export function createDesk(options: DeskOptions): Desk {
  const {
    dataDir,
    ports,
    settings,
    recentLog = () => [],
    updates = updatesOff("browser"),
    hostLife = NO_HOST_LIFE,
  } = options;
  const { clock, log, random } = ports;
  const db = openDatabase({ file: join(dataDir, DATABASE_FILE), clock, log });
  const ids = createIds(clock, random);
  const changes = createChanges();
  const stores = createStores({ db, clock, ids, changes });
  ensureBusiness(stores, settings.zone);
  const installationId = installationOf(stores);
  const listeners = createListeners();
  const provider = createGoogleProvider(
    createGoogle({
      settings: settings.google,
      ports,
      installationId,
      // A desk in the browser has no address of its own; its tab is still open.
      backLink: settings.host === "electron" ? writeAppLink({ is: "open" }) : null,
    }),
  );
  const { business, bookings, blocks } = stores;
  const rules = createRules(stores.settings);
  const memory = createSyncMemory({
    db,
    clock: trueClock(clock, () => provider.clockOffMs()),
    ids,
    business,
    bookings,
    blocks,
    titles: () => rules.read().titles,
  });
  const notices = createNotices({
    stores,
    ports: { ...ports, notifier: alsoIn(listeners, ports.notifier) },
    preferences: () => storedPreferences(stores),
  });
  changes.onArrived(notices.arrived);
  const sync = createSyncService({
    ports,
    changes,
    provider,
    settings: stores.settings,
    rules,
    memory,
    relistOffsetMs: offsetOf(installationId),
    onStatus(status) {
      listeners.tell("sync.changed", status);
      notices.sync(status);
    },
    onConnectionChanged: () => listeners.tell("connection.changed", {}),
    beforeDisconnect: () => companion.beforeDisconnect(),
  });
  const companion = createCompanionService({
    memory: createCompanionMemory(stores),
    ports,
    installationId,
    calendar: sync.calendar,
    onCalendarChanged: sync.lookNow,
    onChanged: () => listeners.tell("companion.changed", {}),
    onTaken: notices.taken,
  });

  const help = createHelp({ memory, ports, provider, sync, about: settings, recentLog });

  const openedLink = createOpenedLink(() => listeners.tell("link.opened", {}));
  const commands = createChosenCommands(clock, () => listeners.tell("command.chosen", {}));
  updates.onChange((status) => listeners.tell("update.changed", status));
  let revision = 0;
  changes.onSchedule(() => listeners.tell("schedule.changed", { revision: ++revision }));
  changes.onCatalogue(() => listeners.tell("catalogue.changed", { revision: ++revision }));

  const { version, host, practice } = settings;
  const schedule = createScheduleHandlers(stores, { version, host, practice });
  const isConnected = (): boolean => memory.connections.find() !== undefined;
  const practising = (): boolean => isPractising(stores);
  return {
    handlers: {
      ...schedule,
      "setUp.practise": refuseIf(isConnected, "ALREADY_CONNECTED", schedule["setUp.practise"]),
      ...sync.handlers,
      ...help.handlers,
      ...companion.handlers,
      "google.connect": refuseIf(practising, "PRACTISING", sync.handlers["google.connect"]),
      "companion.pair": refuseIf(practising, "PRACTISING", companion.handlers["companion.pair"]),
      ...openedLink.handlers,
      ...commands.handlers,
      ...updateHandlers(updates),
      ...hostLifeHandlers(hostLife),
    },
    on: listeners.on,
    openLink: openedLink.keep,
    choose: commands.choose,
    backUp: db.backUp,
    presentation: sync.presentation,
    start() {
      sync.start();
      companion.start();
    },
    async stop() {
      const ended = Promise.all([sync.stop(), companion.stop()]).then(() => undefined);
      notices.stop();
      await withTimeLimit(ended, ports, STOP_LIMIT_MS);
      db.close();
    },
  };
}
