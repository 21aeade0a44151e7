import { describe, expect, it } from "vitest";
import { feedOf } from "../../../src-main/electron/updates/release.ts";
import type { Updater } from "../../../src-main/electron/updates/updater.ts";
import {
  CHECK_EVERY_MS,
  createUpdates,
  FIRST_CHECK_MS,
} from "../../../src-main/electron/updates/updates.ts";
import type { UpdateStatus } from "../../../src-shared/update-status.ts";
import { handTime } from "../../fixtures/hand-time.ts";
import { listLog } from "../../fixtures/ports.ts";
import { until } from "../../fixtures/until.ts";

interface Stage {
  readonly newer?: string | null;
  readonly backUp?: () => void;
  readonly install?: Updater["install"];
  readonly noFeed?: boolean;
}

function stage({ newer = "0.2.0", backUp, install, noFeed = false }: Stage = {}) {
  const time = handTime("2026-11-27T10:00:00.000Z");
  const done: string[] = [];
  const seen: UpdateStatus[] = [];
  let looks = 0;
  const updater: Updater = {
    check: () => {
      looks += 1;
      return Promise.resolve(newer);
    },
    download: (onPercent) => {
      for (const percent of [0, 40, 40, 100]) onPercent(percent);
      return Promise.resolve();
    },
    install: (onFailed) => {
      done.push("install");
      install?.(onFailed);
    },
  };
  const updates = createUpdates({
    clock: time.clock,
    scheduler: time.scheduler,
    log: listLog(),
    load: () => Promise.resolve(noFeed ? null : updater),
    backUp: () => {
      done.push("backUp");
      backUp?.();
    },
    close: () => Promise.resolve(void done.push("close")),
    startAgain: () => void done.push("startAgain"),
  });
  updates.onChange((status) => void seen.push(status));
  return { updates, time, done, seen, looks: () => looks };
}

describe("updates", () => {
  it("are looked for quietly: a minute after the start, then every six hours, until the app ends", async () => {
    const { updates, time, looks } = stage({ newer: null });
    const stop = updates.start();
    time.forward(FIRST_CHECK_MS - 1);
    expect(looks()).toBe(0);
    time.forward(1);
    await until("it has looked", () => updates.status().is === "idle" && looks() === 1);
    time.forward(CHECK_EVERY_MS);
    await until("it has looked again", () => looks() === 2);
    stop();
    expect(time.waiting()).toBe(0);
  });

  it("are fetched by themselves, and tell how far", async () => {
    const { updates, seen, done } = stage();
    await updates.check();
    expect(seen).toEqual([
      { is: "checking" },
      { is: "downloading", version: "0.2.0", percent: 0 },
      { is: "downloading", version: "0.2.0", percent: 40 },
      { is: "downloading", version: "0.2.0", percent: 100 },
      { is: "ready", version: "0.2.0" },
    ]);
    expect(done).toEqual([]);
  });

  it("are installed by a person only: data copied aside, sync and database closed, then the installer", async () => {
    const { updates, done } = stage();
    await updates.check();
    await updates.restart();
    expect(done).toEqual(["backUp", "close", "install"]);
    expect(updates.status()).toEqual({ is: "installing", version: "0.2.0" });
  });

  it("are installed once, however often somebody presses", async () => {
    const { updates, done } = stage();
    await updates.check();
    const first = updates.restart();
    await expect(updates.restart()).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await first;
    expect(done).toEqual(["backUp", "close", "install"]);
  });

  it("wait when the data can't be copied aside: the desk goes on, and it can be tried again", async () => {
    let full = true;
    const { updates, done } = stage({
      backUp: () => {
        if (full) throw new Error("ENOSPC");
      },
    });
    await updates.check();
    await updates.restart();
    expect(updates.status()).toMatchObject({
      is: "failed",
      trouble: "backupFailed",
      ready: "0.2.0",
    });
    expect(done).toEqual(["backUp"]);
    full = false;
    await updates.restart();
    expect(done).toEqual(["backUp", "backUp", "close", "install"]);
  });

  it.each([
    ["says so", (onFailed: () => void) => onFailed()],
    [
      "throws",
      () => {
        throw new Error("spawn");
      },
    ],
  ])(
    "start the old version again when the installer does not come and %s",
    async (_name, install) => {
      const { updates, done } = stage({ install });
      await updates.check();
      await updates.restart();
      expect(done.at(-1)).toBe("startAgain");
    },
  );

  it("are off where the feed can't be trusted", async () => {
    const { updates } = stage({ noFeed: true });
    await updates.check();
    expect(updates.status()).toEqual({ is: "off", because: "noFeed" });
    await expect(updates.restart()).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("the feed of an installation", () => {
  const url = "https://updates.example/bellhop";

  it("is the folder that the build was given", () => {
    expect(feedOf({ provider: "generic", url }, "darwin")?.folder.href).toBe(`${url}/`);
  });

  it("on Windows names who signs the updates, or it is none", () => {
    expect(feedOf({ provider: "generic", url }, "win32")).toBeNull();
    const signed = { provider: "generic", url, publisherName: ["Bellhop GmbH"] };
    expect(feedOf(signed, "win32")).not.toBeNull();
  });

  it.each([
    ["plain http", { provider: "generic", url: "http://updates.example/" }],
    ["a file", { provider: "generic", url: "file:///srv/updates" }],
    ["another kind of place", { provider: "github", owner: "a", repo: "b" }],
    ["nothing", null],
    ["a text", "https://updates.example"],
  ])("is none by %s", (_name, content) => {
    expect(feedOf(content, "linux")).toBeNull();
  });
});
