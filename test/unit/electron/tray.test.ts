import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSpeech } from "../../../src-main/electron/say.ts";
import { keepTray } from "../../../src-main/electron/tray-keeper.ts";
import { nextBookings, trayIcon } from "../../../src-main/electron/tray-model.ts";
import type { SyncShape, SyncState } from "../../../src-shared/sync-status.ts";
import { createElectronDouble, type DoubleOptions } from "../../fixtures/electron/double.ts";
import { bookingAt, createFakeDesk, type FakeDesk } from "../../fixtures/electron/fake-desk.ts";
import { until } from "../../fixtures/until.ts";

const RESOURCES = join(import.meta.dirname, "..", "..", "..", "resources");
const FRESH = "2026-11-19T08:59:00.000Z";
const SHAPES: readonly SyncShape[] = [
  "active",
  "syncing",
  "offline",
  "paused",
  "attention",
  "error",
  "disconnected",
];

async function openTray(
  desk: FakeDesk,
  platform: NodeJS.Platform = "win32",
  options: DoubleOptions = {},
) {
  const electron = createElectronDouble(options);
  let shown = 0;
  const kept = await keepTray({
    api: electron.api,
    platform,
    scheduler: desk.time.scheduler,
    iconsDir: join(RESOURCES, "tray"),
    speech: createSpeech(() => []),
    opened: desk.opened,
    showWindow: () => void (shown += 1),
  });
  const tray = electron.trays[0];
  const labels = () => (tray?.menu?.items ?? []).map((item) => item.label ?? "—");
  const press = (label: string): void => {
    const all = (tray?.menu?.items ?? []).flatMap((item) =>
      Array.isArray(item.submenu) ? item.submenu : [item],
    );
    const item = all.find((one) => one.label === label);
    if (item?.click === undefined) throw new Error(`the menu has no ${label}`);
    (item.click as () => void)();
  };
  return { electron, kept, tray, labels, press, windowShown: () => shown };
}

describe("the icon of the tray", () => {
  it.each(SHAPES)("exists for %s on every system and bar", (shape) => {
    for (const platform of ["darwin", "win32", "linux"] as const) {
      for (const dark of [true, false]) {
        const file = join(RESOURCES, "tray", trayIcon(shape, platform, dark));
        expect(existsSync(file), file).toBe(true);
      }
    }
    const sharp = trayIcon(shape, "darwin", false).replace(".png", "@2x.png");
    expect(existsSync(join(RESOURCES, "tray", sharp))).toBe(true);
  });
});

describe("the next bookings", () => {
  it("are the three that begin soonest and still will", () => {
    const day = {
      bookings: [
        bookingAt("2026-11-19T15:00:00.000Z", { id: "later" }),
        bookingAt("2026-11-19T10:00:00.000Z", { id: "second", status: "confirmed" }),
        bookingAt("2026-11-19T09:30:00.000Z", { id: "gone", status: "noShow" }),
        bookingAt("2026-11-19T09:30:00.000Z", { id: "cancelled", status: "cancelled" }),
        bookingAt("2026-11-19T08:59:00.000Z", { id: "past" }),
        bookingAt("2026-11-19T09:00:00.000Z", { id: "first" }),
        bookingAt("2026-11-19T11:00:00.000Z", { id: "third", status: "arrived" }),
      ],
    };
    const next = nextBookings(day, Date.parse("2026-11-19T09:00:00.000Z"));
    expect(next.map((one) => one.id)).toEqual(["first", "second", "third"]);
  });
});

describe("the tray", () => {
  it.each<readonly [string, SyncState, number, string, string]>([
    ["connected and fresh", { is: "idle", lastCompleteAt: FRESH }, 0, "active", "Up to date"],
    [
      "syncing",
      { is: "syncing", phase: "pull", done: 0, total: 0, lastCompleteAt: FRESH },
      0,
      "syncing",
      "Syncing",
    ],
    [
      "offline with changes",
      { is: "offline", since: FRESH, lastCompleteAt: FRESH },
      3,
      "offline",
      "Offline, 3 waiting",
    ],
    ["paused", { is: "paused", until: null, lastCompleteAt: FRESH }, 0, "paused", "Paused"],
    [
      "signed out",
      { is: "needsSignIn", cause: "grantExpired", lastCompleteAt: FRESH },
      0,
      "error",
      "Sign in again",
    ],
    ["not connected", { is: "disconnected" }, 0, "disconnected", "Not connected"],
  ])("shows %s by shape and words", async (_name, state, waiting, shape, words) => {
    const desk = Object.assign(createFakeDesk(), { state, waiting });
    const { tray } = await openTray(desk);
    expect(tray?.image.path).toBe(join(RESOURCES, "tray", `${shape}-light.ico`));
    expect(tray?.tooltip).toBe(`Bellhop: ${words}`);
  });

  it("is the bell with the exclamation mark while a change is stuck, although the rest is up to date", async () => {
    const state: SyncState = { is: "idle", lastCompleteAt: FRESH };
    const { tray, labels } = await openTray(Object.assign(createFakeDesk(), { state, parked: 1 }));
    expect(tray?.image.path).toBe(join(RESOURCES, "tray", "error-light.ico"));
    expect(tray?.tooltip).toBe("Bellhop: 1 needs attention");
    expect(labels()[1]).toBe("Google refused a part of what was sent. Everything else goes on.");
  });

  it("offers open, the state, the next bookings in the zone of the business, sync, pause and quit", async () => {
    const desk = Object.assign(createFakeDesk(), {
      state: { is: "idle", lastCompleteAt: FRESH },
      bookings: [
        bookingAt("2026-11-19T14:15:00.000Z"),
        bookingAt("2026-11-19T15:00:00.000Z", { customerName: "", serviceName: "Cut & colour" }),
      ],
    });
    const { labels, tray } = await openTray(desk);
    expect(labels()).toEqual([
      "Open Bellhop",
      "Up to date. Last sync 09:59.",
      "—",
      "15:15  Eva Berg, Cut",
      "16:00  Walk-in, Cut && colour",
      "—",
      "Sync now",
      "Pause sync",
      "—",
      "Quit Bellhop",
    ]);
    expect(tray?.menu?.items[1]?.enabled).toBe(false);
  });

  it("offers nothing about sync while nothing is connected, and resume while paused", async () => {
    const desk = createFakeDesk();
    expect((await openTray(desk)).labels()).not.toContain("Sync now");
    desk.state = { is: "paused", until: null, lastCompleteAt: FRESH };
    const { labels, press } = await openTray(desk);
    expect(labels()).toContain("Resume sync");
    expect(labels()).not.toContain("Pause sync for an hour");
    press("Resume sync");
    await until("the desk was asked", () => desk.asked.includes("sync.resume"));
  });

  it("does what its items say, and a sync that fails is a line in the log", async () => {
    const desk = Object.assign(createFakeDesk(), { state: { is: "idle", lastCompleteAt: FRESH } });
    const { press, windowShown, electron } = await openTray(desk);
    press("Open Bellhop");
    expect(windowShown()).toBe(1);
    for (const [length, label] of [
      ["hour", "For an hour"],
      ["today", "Until tomorrow"],
      ["untilResumed", "Until resumed"],
    ] as const) {
      press(label);
      await until(`it pauses: ${length}`, () => desk.pauses.at(-1) === length);
    }
    press("Sync now");
    await until("it was logged", () => desk.log.lines.some((one) => one.event === "tray.refused"));
    press("Quit Bellhop");
    expect(electron.app.ended).toEqual({ code: 0 });
  });

  it("touches nothing as long as nothing that it shows changes", async () => {
    const desk = Object.assign(createFakeDesk(), { state: { is: "idle", lastCompleteAt: FRESH } });
    const { tray } = await openTray(desk);
    const before = [...(tray?.calls ?? [])];
    const asked = desk.asked.length;
    for (let i = 0; i < 5; i += 1) desk.events.emit("sync.changed", {});
    await until("it looked again", () => desk.asked.length > asked + 1);
    expect(tray?.calls).toEqual(before);
    desk.state = { is: "offline", since: FRESH, lastCompleteAt: FRESH };
    desk.events.emit("sync.changed", {});
    await until("it changed", () => tray?.image.path.includes("offline") ?? false);
    expect(tray?.calls.slice(before.length)).toEqual(["setImage", "setToolTip", "setContextMenu"]);
  });

  it("lets a booking that has begun go, by the mere passing of time", async () => {
    const desk = Object.assign(createFakeDesk(), {
      bookings: [bookingAt("2026-11-19T09:00:30.000Z")],
    });
    const { labels } = await openTray(desk);
    expect(labels()).toContain("10:00  Eva Berg, Cut");
    desk.time.forward(60_000);
    await until("it is gone", () => labels().includes("No more bookings today"));
  });

  it("fits the taskbar when its theme changes", async () => {
    const { electron, tray } = await openTray(createFakeDesk());
    electron.nativeTheme.shouldUseDarkColorsForSystemIntegratedUI = true;
    electron.nativeTheme.emit("updated");
    await until("it is repainted", () => tray?.image.path.endsWith("-dark.ico") ?? false);
  });

  it("leaves the colours of the menu bar to macOS, and its click to the menu", async () => {
    const { tray } = await openTray(createFakeDesk(), "darwin");
    expect(tray?.image.path.endsWith("disconnectedTemplate.png")).toBe(true);
    expect(tray?.listenerCount("click")).toBe(0);
    expect(tray?.guid).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("ties its place to a packaged program on Windows only", async () => {
    expect((await openTray(createFakeDesk(), "win32")).tray?.guid).toBeUndefined();
    const packaged = await openTray(createFakeDesk(), "win32", { packaged: true });
    expect(packaged.tray?.guid).toBeDefined();
  });

  it("has a tooltip that Windows shows whole", async () => {
    const desk = Object.assign(createFakeDesk(), { waiting: 123_456_789 });
    desk.state = { is: "offline", since: FRESH, lastCompleteAt: FRESH };
    expect((await openTray(desk)).tray?.tooltip.length).toBeLessThan(64);
  });

  it("is left out where the system has none", async () => {
    const desk = createFakeDesk();
    const { kept } = await openTray(desk, "linux", { noTray: true });
    expect(kept).toBeNull();
    expect(desk.log.lines.map((line) => line.event)).toContain("tray.none");
  });

  it("listens to nothing any more once it is closed", async () => {
    const desk = createFakeDesk();
    const { kept, tray, electron } = await openTray(desk);
    kept?.close();
    expect(tray?.destroyed).toBe(true);
    expect(desk.events.listeners()).toBe(0);
    expect(desk.time.waiting()).toBe(0);
    expect(electron.nativeTheme.listenerCount("updated")).toBe(0);
  });
});
