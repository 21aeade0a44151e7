import type { Scheduler } from "../core/ports.ts";
import { repeat } from "../core/repeat.ts";
import type { OpenedDesk } from "../node/open-desk.ts";
import type { ElectronApi } from "./electron-api.ts";
import type { HostSpeech } from "./say.ts";
import { createTray, type TrayIcon } from "./tray.ts";
import type { TrayAction } from "./tray-model.ts";
import { readTrayModel, type TrayViewDeps } from "./tray-view.ts";

/** Keeps the icon's place beside the clock across starts and updates. */
const TRAY_GUID = "7a0d6f0e-3c1f-4d52-9f0b-5b1d9f4f6c2a";
/** The next bookings change by the mere passing of time. */
const LOOK_AGAIN_MS = 60_000;
const TELLING_EVENTS = [
  "sync.changed",
  "schedule.changed",
  "catalogue.changed",
  "update.changed",
] as const;

export interface TrayKeeperDeps {
  readonly api: Pick<ElectronApi, "app" | "Menu" | "nativeImage" | "nativeTheme" | "Tray">;
  readonly platform: NodeJS.Platform;
  readonly scheduler: Scheduler;
  readonly iconsDir: string;
  readonly speech: HostSpeech;
  readonly opened: Pick<OpenedDesk, "desk" | "ports">;
  readonly showWindow: () => void;
}

export interface KeptTray {
  /** Looks again, after something changed that the desk doesn't tell of. */
  refresh(): void;
  close(): void;
}

function actionsOf(keeper: TrayKeeperDeps): (action: TrayAction) => void {
  const { handlers } = keeper.opened.desk;
  const actions: Record<TrayAction, () => unknown> = {
    open: keeper.showWindow,
    syncNow: () => handlers["sync.now"]({}),
    pauseHour: () => handlers["sync.pause"]({ length: "hour" }),
    pauseToday: () => handlers["sync.pause"]({ length: "today" }),
    pauseUntilResumed: () => handlers["sync.pause"]({ length: "untilResumed" }),
    resume: () => handlers["sync.resume"]({}),
    restartToUpdate: () => handlers["update.restart"]({}),
    quit: () => keeper.api.app.quit(),
  };
  return (action) => {
    // Async, so that a handler that throws at once is caught as well.
    const done = (async () => actions[action]())();
    done.catch(() => keeper.opened.ports.log.warn("tray.refused", { action }));
  };
}

/** Runs `work` one at a time; what is asked for meanwhile makes it run once more, however often it was asked. */
function coalesced(work: () => Promise<void>): () => void {
  let running = false;
  let askedAgain = false;
  const run = async (): Promise<void> => {
    running = true;
    do {
      askedAgain = false;
      await work();
    } while (askedAgain);
    running = false;
  };
  return () => {
    if (running) askedAgain = true;
    else void run();
  };
}

function viewOf({ api, opened, platform, speech }: TrayKeeperDeps): TrayViewDeps {
  return {
    desk: opened.desk,
    clock: opened.ports.clock,
    platform,
    speech,
    darkBar: () => api.nativeTheme.shouldUseDarkColorsForSystemIntegratedUI,
  };
}

function keepTrue(keeper: TrayKeeperDeps, view: TrayViewDeps, icon: TrayIcon): KeptTray {
  const { opened, scheduler, api } = keeper;
  let closed = false;
  const refresh = coalesced(async () => {
    try {
      const model = await readTrayModel(view);
      if (!closed) icon.render(model);
    } catch {
      opened.ports.log.warn("tray.notRefreshed");
    }
  });
  const ends = [
    ...TELLING_EVENTS.map((event) => opened.desk.on(event, refresh)),
    repeat(scheduler, LOOK_AGAIN_MS, refresh),
  ];
  api.nativeTheme.on("updated", refresh);
  return {
    refresh,
    close() {
      closed = true;
      for (const end of ends) end();
      api.nativeTheme.off("updated", refresh);
      icon.close();
    },
  };
}

/**
 * Shows the tray and keeps it true. Null where the system has no place for one: the window then stays the only sign,
 * and closing it ends the app.
 */
export async function keepTray(keeper: TrayKeeperDeps): Promise<KeptTray | null> {
  const { api, platform, iconsDir } = keeper;
  const view = viewOf(keeper);
  const signed = platform === "darwin" || (platform === "win32" && api.app.isPackaged);
  try {
    const guid = signed ? TRAY_GUID : null;
    const first = await readTrayModel(view);
    const icon = createTray({ api, iconsDir, platform, guid, act: actionsOf(keeper) }, first);
    return keepTrue(keeper, view, icon);
  } catch {
    keeper.opened.ports.log.warn("tray.none");
    return null;
  }
}
