import type { BrowserWindow } from "electron";
import type { ElectronApi } from "./electron-api.ts";
import type { Say } from "./say.ts";
import type { WindowMemory } from "./window-memory.ts";

/** What the close button of the window leads to. */
export type Closing = "close" | "hide" | "ask";

const KEEP_RUNNING = 0;
const QUIT = 1;
const CANCEL = 2;

export interface ClosingQuestionDeps {
  readonly api: Pick<ElectronApi, "dialog" | "app">;
  readonly say: Say;
  readonly memory: WindowMemory;
}

/**
 * Asks, the first time, whether a closed window leaves the desk running; a person who closed it would else think
 * that it has ended, or wonder that it has not. The answer is remembered, and can be changed in the settings.
 * Returns the function that asks; a second press of the button while it asks does nothing.
 */
export function createClosingQuestion({ api, say, memory }: ClosingQuestionDeps) {
  let asks = false;
  return async (window: BrowserWindow): Promise<void> => {
    if (asks) return;
    asks = true;
    try {
      const { response } = await api.dialog.showMessageBox(window, {
        type: "question",
        title: "Bellhop",
        message: say("host.closeQuestion"),
        detail: say("host.closeMore"),
        buttons: [say("host.keepRunning"), say("host.quitInstead"), say("host.cancel")],
        defaultId: KEEP_RUNNING,
        cancelId: CANCEL,
        noLink: true,
      });
      if (response === KEEP_RUNNING) {
        memory.remember({ onClose: "tray" });
        window.hide();
      }
      if (response === QUIT) {
        memory.remember({ onClose: "quit" });
        api.app.quit();
      }
    } finally {
      asks = false;
    }
  };
}
