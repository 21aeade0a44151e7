import { afterEach, expect, it, vi } from "vitest";
import type { EventPayload } from "../../../../src-shared/bridge/contract.ts";

type SyncStatus = EventPayload<"sync.changed">;

afterEach(() => vi.unstubAllGlobals());

/** The window's store on a desk whose answers and notices are given by hand. */
async function storeOnDesk() {
  const listeners = new Map<string, (payload: unknown) => void>();
  const answers: ((status: SyncStatus) => void)[] = [];
  const ask = (): Promise<unknown> =>
    new Promise((resolve) => answers.push((value) => resolve({ ok: true, value })));
  const on = (name: string) => (listener: (payload: unknown) => void) => {
    listeners.set(name, listener);
    return () => listeners.delete(name);
  };
  const names = ["sync.changed", "connection.changed"];
  const bellhop = {
    call: { "sync.status": ask },
    on: Object.fromEntries(names.map((name) => [name, on(name)])),
  };
  vi.stubGlobal("window", { bellhop, setTimeout, setInterval });
  vi.resetModules();
  const { followSync, useSync } = await import("../../../../src-renderer/store/sync.ts");
  followSync();
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    shown: () => useSync.getState().status,
    tell: (name: string, payload: unknown) => listeners.get(name)?.(payload),
    answer: async (status: SyncStatus) => {
      answers.shift()?.(status);
      await settled();
    },
  };
}

const status = (is: string): SyncStatus => ({ state: { is } }) as unknown as SyncStatus;

it("shows the desk’s first answer", async () => {
  const desk = await storeOnDesk();
  await desk.answer(status("syncing"));
  expect(desk.shown()).toEqual(status("syncing"));
});

it("keeps a notice that overtook an older answer", async () => {
  const desk = await storeOnDesk();
  desk.tell("sync.changed", status("idle"));
  await desk.answer(status("syncing"));
  expect(desk.shown()).toEqual(status("idle"));
});

it("asks again when the connection changed", async () => {
  const desk = await storeOnDesk();
  await desk.answer(status("disconnected"));
  desk.tell("connection.changed", {});
  await desk.answer(status("idle"));
  expect(desk.shown()).toEqual(status("idle"));
});
