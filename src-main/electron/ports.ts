import type { NoticeTarget } from "../../src-shared/notice.ts";
import type {
  Connectivity,
  Logger,
  Notice,
  Notifier,
  PowerEvents,
  Scheduler,
} from "../core/ports.ts";
import type { ElectronApi } from "./electron-api.ts";
import type { NoticeWords } from "./notice-words.ts";

/** Electron tells the state of the network but not its changes, so it is looked at; that costs no request. */
const LOOK_EVERY_MS = 3_000;

/** Whether the system has a network, asked for as long as somebody listens. */
export function createConnectivity(
  net: Pick<ElectronApi["net"], "isOnline">,
  scheduler: Scheduler,
): Connectivity {
  const listeners = new Set<(online: boolean) => void>();
  let known = net.isOnline();
  let cancel: (() => void) | null = null;
  const look = (): void => {
    const online = net.isOnline();
    if (online !== known) {
      known = online;
      for (const listener of listeners) listener(online);
    }
    cancel = listeners.size > 0 ? scheduler.after(LOOK_EVERY_MS, look) : null;
  };
  return {
    online: () => net.isOnline(),
    onChange(listener) {
      listeners.add(listener);
      if (cancel === null) {
        known = net.isOnline();
        cancel = scheduler.after(LOOK_EVERY_MS, look);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        cancel?.();
        cancel = null;
      };
    },
  };
}

export function createPowerEvents(
  powerMonitor: Pick<ElectronApi["powerMonitor"], "on" | "off">,
): PowerEvents {
  return {
    onResume(listener) {
      powerMonitor.on("resume", listener);
      return () => void powerMonitor.off("resume", listener);
    },
  };
}

export interface NoticeHost {
  readonly words: (notice: Notice) => NoticeWords;
  readonly onClick: (opens: NoticeTarget) => void;
}

/** Notices of the system; a click leads to what it was about. macOS shows them for signed apps only, so the page has its own too. */
export function createNotifier(
  api: Pick<ElectronApi, "Notification">,
  log: Logger,
  host: NoticeHost,
): Notifier {
  const { Notification } = api;
  // Kept until gone: a collected notice can't be clicked any more.
  const shown = new Set<InstanceType<typeof Notification>>();
  return {
    notify(told) {
      if (!Notification.isSupported()) return;
      const notice = new Notification(host.words(told));
      const forget = (): void => void shown.delete(notice);
      shown.add(notice);
      notice.on("click", () => host.onClick(told.opens));
      notice.on("close", forget);
      notice.on("failed", () => {
        forget();
        log.warn("notice.failed");
      });
      notice.show();
    },
  };
}
