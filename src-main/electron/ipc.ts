import type { IpcMainInvokeEvent, WebContents } from "electron";
import { CHANNELS } from "../../src-shared/bridge/channels.ts";
import { type AnyReply, type Dispatch, refusal } from "../core/bridge/dispatch.ts";
import { type EventSource, forwardEvents } from "../core/bridge/events.ts";
import type { Logger } from "../core/ports.ts";
import type { ElectronApi } from "./electron-api.ts";
import { isOwnPage } from "./own-page.ts";

/** Who is asking, as far as the door cares. */
type Sender = Pick<IpcMainInvokeEvent, "sender" | "senderFrame">;

export interface IpcDeps {
  readonly api: Pick<ElectronApi, "ipcMain">;
  readonly dispatch: Dispatch;
  readonly source: EventSource;
  readonly log: Logger;
  /** The contents of the windows that the host itself made and still has. */
  readonly ourContents: () => readonly WebContents[];
}

/** electron-store opens this one by itself and would tell any page where the data lies. */
const UNWANTED = "electron-store-get-data";

type Stranger = "unknownContents" | "noFrame" | "childFrame" | "foreignPage";

/** Why a sender is not our page; null if it is (Electron security checklist, 17). */
function strangerIn(event: Sender, ourContents: readonly WebContents[]): Stranger | null {
  const { sender, senderFrame: frame } = event;
  if (!ourContents.includes(sender) || sender.isDestroyed()) return "unknownContents";
  if (frame === null || frame.isDestroyed() || frame.detached) return "noFrame";
  if (frame.parent !== null || frame !== sender.mainFrame) return "childFrame";
  return isOwnPage(frame.url) ? null : "foreignPage";
}

const FORBIDDEN: AnyReply = refusal({
  code: "FORBIDDEN",
  message: "Only the window of this desk may ask.",
  retryable: false,
});

function sendTo(contents: WebContents, event: string, payload: unknown): void {
  if (!contents.isDestroyed()) contents.send(event, payload);
}

/**
 * The one door to Electron's IPC: exactly the channels of the contract, for exactly our page; events go to every
 * window of ours. Returns the function that closes it.
 */
export function openIpcDoor(deps: IpcDeps): () => void {
  const { dispatch, source, log, ourContents } = deps;
  const { ipcMain } = deps.api;
  ipcMain.removeAllListeners(UNWANTED);
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, (event, input: unknown) => {
      const stranger = strangerIn(event, ourContents());
      if (stranger === null) return dispatch(channel, input);
      log.warn("ipc.refused", { channel, reason: stranger });
      return FORBIDDEN;
    });
  }
  const stopEvents = forwardEvents(source, log, (event, payload) => {
    for (const contents of ourContents()) sendTo(contents, event, payload);
  });
  return () => {
    stopEvents();
    for (const channel of CHANNELS) ipcMain.removeHandler(channel);
  };
}
