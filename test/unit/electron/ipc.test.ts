import { describe, expect, it } from "vitest";
import { openIpcDoor } from "../../../src-main/electron/ipc.ts";
import { PAGE_URL } from "../../../src-main/electron/own-page.ts";
import { CHANNELS } from "../../../src-shared/bridge/channels.ts";
import { createFakeEvents } from "../../fixtures/bridge-door.ts";
import { createElectronDouble } from "../../fixtures/electron/double.ts";
import { ContentsDouble, createFrame } from "../../fixtures/electron/parts.ts";
import { listLog } from "../../fixtures/ports.ts";

function openDoor() {
  const { api, ipcMain } = createElectronDouble();
  const ours = new ContentsDouble();
  ours.mainFrame = createFrame(PAGE_URL);
  const asked: string[] = [];
  const source = createFakeEvents();
  const log = listLog();
  ipcMain.on("electron-store-get-data", () => undefined);
  const close = openIpcDoor({
    api,
    source,
    log,
    dispatch: (channel) => {
      asked.push(channel);
      return Promise.resolve({ ok: true, value: {} });
    },
    ourContents: () => [ours] as never,
  });
  const ask = (channel: string, sender: ContentsDouble, senderFrame: unknown) =>
    ipcMain.invoke(channel, { sender, senderFrame }, {});
  return { ipcMain, ours, asked, source, log, close, ask };
}

type Door = ReturnType<typeof openDoor>;

const STRANGERS: Readonly<Record<string, (door: Door) => readonly [ContentsDouble, unknown]>> = {
  "contents that are not ours": () => {
    const other = new ContentsDouble();
    other.mainFrame = createFrame(PAGE_URL);
    return [other, other.mainFrame];
  },
  "a child frame of ours": ({ ours }) => [ours, createFrame(PAGE_URL, ours.mainFrame)],
  "a frame of another page in our contents": ({ ours }) => [ours, createFrame(PAGE_URL)],
  "a frame that is gone": ({ ours }) => [ours, null],
  "a destroyed frame": ({ ours }) => {
    ours.mainFrame.gone = true;
    return [ours, ours.mainFrame];
  },
  "a detached frame": ({ ours }) => {
    ours.mainFrame.detached = true;
    return [ours, ours.mainFrame];
  },
  "destroyed contents": ({ ours }) => {
    ours.gone = true;
    return [ours, ours.mainFrame];
  },
  "our contents on a foreign page": ({ ours }) => {
    ours.mainFrame.url = "https://evil.example/";
    return [ours, ours.mainFrame];
  },
  "our contents on a page that begins alike": ({ ours }) => {
    ours.mainFrame.url = "app://bellhop.evil/";
    return [ours, ours.mainFrame];
  },
};

describe.each(CHANNELS)("the channel %s over IPC", (channel) => {
  it("answers our page", async () => {
    const door = openDoor();
    expect(await door.ask(channel, door.ours, door.ours.mainFrame)).toEqual({
      ok: true,
      value: {},
    });
    expect(door.asked).toEqual([channel]);
  });

  it.each(Object.keys(STRANGERS))("refuses %s", async (name) => {
    const door = openDoor();
    const [sender, frame] = STRANGERS[name]?.(door) ?? [door.ours, null];
    const reply = await door.ask(channel, sender, frame);
    expect(reply).toMatchObject({ ok: false, error: { code: "FORBIDDEN" } });
    expect(door.asked).toEqual([]);
    expect(door.log.lines.at(-1)).toMatchObject({ event: "ipc.refused", fields: { channel } });
  });
});

describe("the door to IPC", () => {
  it("has exactly the channels of the contract, and nothing that a package opened beside it", () => {
    const { ipcMain } = openDoor();
    expect([...ipcMain.handlers.keys()].toSorted()).toEqual([...CHANNELS].toSorted());
    expect(ipcMain.eventNames()).toEqual([]);
  });

  it("sends what the desk tells to our windows that still are there", () => {
    const { ours, source } = openDoor();
    source.emit("schedule.changed", { revision: 3 });
    expect(ours.sent).toEqual([{ event: "schedule.changed", payload: { revision: 3 } }]);
    ours.gone = true;
    source.emit("schedule.changed", { revision: 4 });
    expect(ours.sent).toHaveLength(1);
  });

  it("leaves nothing behind when it closes", () => {
    const { ipcMain, source, close } = openDoor();
    close();
    expect(ipcMain.handlers.size).toBe(0);
    expect(source.listeners()).toBe(0);
  });
});
