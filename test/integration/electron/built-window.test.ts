import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rectangle } from "electron";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensureBuilt } from "../../../scripts/tools/build.ts";
import { type Booted, bootMain } from "../../fixtures/electron/booted.ts";
import { staffedApp, withTray } from "../../fixtures/electron/connected.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { until } from "../../fixtures/until.ts";

let dataDir = "";

beforeAll(() => ensureBuilt());
beforeEach(() => {
  dataDir = join(tempFolder(), "data");
});

async function boot(env: Readonly<Record<string, string>> = {}): Promise<Booted> {
  return withTray(await bootMain(dataDir, env));
}

async function ended(booted: Booted): Promise<void> {
  await until("it has ended", async () => (await booted.facts()).ended !== null);
}

const BIG = { x: 0, y: 0, width: 1920, height: 1040 };
const BESIDE = { x: 1920, y: 0, width: 1920, height: 1040 };

describe("the window of the built app", () => {
  it("on Windows asks once what closing means, and then lives on beside the clock", async () => {
    const booted = await boot({ DOUBLE_PLATFORM: "win32" });
    expect((await booted.facts()).modelId).toBe("app.bellhop.desk");
    await booted.ask({ ask: "closeWindow" });
    const [question] = (await booted.facts()).questions;
    expect(question).toEqual(["Keep Bellhop running?", "Keep running", "Quit instead", "Cancel"]);
    await booted.ask({ ask: "answerBox", button: "Keep running" });
    await until("it is hidden", async () => !(await booted.facts()).windows[0]?.visible);
    await booted.ask({ ask: "secondInstance" });
    await until("it is back", async () => (await booted.facts()).windows[0]?.visible === true);
    await booted.ask({ ask: "closeWindow" });
    const { questions, windows, ended: end } = await booted.facts();
    expect([questions.length, windows[0]?.visible, end]).toEqual([1, false, null]);
  });

  it("ends the app on Windows where that was the answer", async () => {
    const booted = await boot({ DOUBLE_PLATFORM: "win32" });
    await booted.ask({ ask: "closeWindow" });
    await booted.ask({ ask: "answerBox", button: "Quit instead" });
    await ended(booted);
    expect((await booted.facts()).ended).toEqual({ code: 0 });
  });

  it("closes on a Mac while the app goes on, and comes back from the dock", async () => {
    const booted = await boot({ DOUBLE_PLATFORM: "darwin" });
    await booted.ask({ ask: "closeWindow" });
    expect((await booted.facts()).ended).toBeNull();
    await booted.ask({ ask: "activate" });
    await until("there is a new one", async () => {
      const { windows } = await booted.facts();
      return windows.length === 2 && windows[1]?.visible === true;
    });
  });

  it("is where it was at the next start, unless its display is gone by then", async () => {
    const first = await boot();
    await first.ask({ ask: "displays", by: "display-metrics-changed", areas: [BIG, BESIDE] });
    await first.ask({ ask: "placeWindow", bounds: { x: 2000, y: 80, width: 1300, height: 900 } });
    await first.ask({ ask: "quit" });
    await ended(first);
    const same = await boot({ DOUBLE_DISPLAYS: JSON.stringify([BIG, BESIDE]) });
    const left = { x: 2000, y: 80, width: 1300, height: 900 };
    expect((await same.facts()).windows[0]?.bounds).toEqual(left);
    await same.ask({ ask: "quit" });
    await ended(same);
    const less = await boot({ DOUBLE_DISPLAYS: JSON.stringify([BIG]) });
    const bounds = (await less.facts()).windows[0]?.bounds;
    expect(bounds).toMatchObject({ width: 1280, height: 800 });
  });

  it("is on each arrangement of displays where it was on that one", async () => {
    const alone = { x: 60, y: 70, width: 1200, height: 800 };
    const docked = { x: 2000, y: 80, width: 1300, height: 900 };
    const leaveAt = async (areas: readonly Rectangle[], bounds: Rectangle): Promise<void> => {
      const booted = await boot({ DOUBLE_DISPLAYS: JSON.stringify(areas) });
      await booted.ask({ ask: "placeWindow", bounds });
      await booted.ask({ ask: "quit" });
      await ended(booted);
    };
    await leaveAt([BIG, BESIDE], docked);
    await leaveAt([BIG], alone);
    const again = await boot({ DOUBLE_DISPLAYS: JSON.stringify([BESIDE, BIG]) });
    expect((await again.facts()).windows[0]?.bounds).toEqual(docked);
    await again.ask({ ask: "quit" });
    await ended(again);
    const back = await boot({ DOUBLE_DISPLAYS: JSON.stringify([BIG]) });
    expect((await back.facts()).windows[0]?.bounds).toEqual(alone);
  });

  it.each(["display-removed", "display-metrics-changed"] as const)(
    "comes back to a display that is left on %s, and moves for nothing else",
    async (by) => {
      const booted = await boot();
      const at = { x: 2000, y: 80, width: 1300, height: 900 };
      await booted.ask({ ask: "placeWindow", bounds: at });
      await booted.ask({ ask: "displays", by, areas: [BIG, BESIDE] });
      expect((await booted.facts()).windows[0]?.bounds).toEqual(at);
      await booted.ask({ ask: "displays", by, areas: [BIG] });
      const moved = (await booted.facts()).windows[0]?.bounds;
      expect(moved).toMatchObject({ width: 1280, height: 800 });
      expect(moved?.x).toBeLessThan(BIG.width);
    },
  );

  it("is not waited for by a shutdown: the desk closes first, then the app ends", async () => {
    const booted = await boot();
    const fields = { name: "Frida", hours: null, position: 0, active: true };
    await booted.call("staff.save", { existing: null, fields });
    await booted.ask({ ask: "shutdown" });
    await ended(booted);
    const again = await boot();
    expect(await again.call("staff.list", {})).toMatchObject([{ name: "Frida" }]);
  });
});

describe("a link of ours, in the built app", () => {
  const DAY = "bellhop://day/2026-11-27";
  const link = { is: "day", date: "2026-11-27" };

  it("that comes before Electron is ready waits until the desk is open", async () => {
    const booted = await boot({ DOUBLE_EARLY_LINK: DAY });
    await until("the window was told", async () =>
      JSON.stringify((await booted.facts()).windows[0]?.sent).includes("link.opened"),
    );
    expect(await booted.call("app.openedLink", {})).toEqual({ link });
  });

  it("that comes with the start itself waits as well", async () => {
    const booted = await boot({ DOUBLE_ARGUMENT: DAY });
    await until("the window was told", async () =>
      JSON.stringify((await booted.facts()).windows[0]?.sent).includes("link.opened"),
    );
    expect(await booted.call("app.openedLink", {})).toEqual({ link });
  });

  it("comes by an event of macOS while it runs, too", async () => {
    const booted = await boot({ DOUBLE_PLATFORM: "darwin" });
    await booted.ask({ ask: "openUrl", url: DAY });
    expect(await booted.call("app.openedLink", {})).toEqual({ link });
  });

  it.each([
    ["bellhop://oauth?code=4/abc&state=forged"],
    ["bellhop://booking/../../etc/passwd"],
    ["bellhop://open?next=https://evil.example"],
    ["bellhop://user:secret@open"],
    ["bellhop://day/2026-02-30"],
    ["bellhop://erase/everything"],
    [`bellhop://open/${"a".repeat(10_000)}`],
    ["bellhop://%6fpen"],
    ["bellhop:\\\\open"],
    ["bellhop://booking/019aa1b2-0000-7000-8000-000000000001/$(reboot)"],
    ["bellhop://open bellhop://day/2026-11-27"],
  ])("made to trick leads nowhere, before it is ready and after: %.40s", async (trick) => {
    const booted = await boot({ DOUBLE_EARLY_LINK: trick });
    await booted.ask({ ask: "openUrl", url: trick });
    await booted.ask({ ask: "secondInstance", argv: ["bellhop", "--", trick] });
    await booted.ask({ ask: "secondInstance", argv: ["bellhop", "--", DAY, trick] });
    expect(await booted.call("app.openedLink", {})).toEqual({ link: null });
    const { opened, boxes } = await booted.facts();
    expect([opened, boxes]).toEqual([[], []]);
    const log = readFileSync(join(dataDir, "bellhop.log"), "utf8");
    expect(log).toContain("link.refused");
    for (const word of ["forged", "passwd", "evil", "secret", "erase", "reboot", "aaaaaaaa"])
      expect(log).not.toContain(word);
  });
});

const HOUR_MS = 3_600_000;

/** The nights of Berlin in which the clock is changed, and one in which it is not. */
const NIGHTS = [
  { night: "into summer", eve: "2027-03-28", hours: 23 },
  { night: "into winter", eve: "2026-10-25", hours: 25 },
  { night: "of a common day", eve: "2026-11-19", hours: 24 },
] as const;

describe.each(NIGHTS)("the built app over a day $night", ({ eve, hours }) => {
  const midnight = Date.parse(`${eve}T00:00:00${hours === 25 ? "+02:00" : "+01:00"}`);
  const nextMidnight = midnight + hours * HOUR_MS;

  const linesOf = async (booted: Booted): Promise<readonly string[]> =>
    (await booted.facts()).trayLabels.filter((one) => /^\d\d:\d\d |No more/.test(one));

  it("shows the bookings of its own day by the clock on the wall, and at midnight those of the next", async () => {
    const start = new Date(midnight + 30 * 60_000).toISOString();
    const booted = await boot({ TZ: "Europe/Berlin", DOUBLE_CLOCK: start });
    const { book } = await staffedApp(booted);
    // Half past three by the clock, whatever the night did to the hours before it.
    await book(new Date(nextMidnight - 20.5 * HOUR_MS).toISOString());
    await book(new Date(nextMidnight + HOUR_MS).toISOString());
    await until("the tray has it", async () => (await linesOf(booted)).join().includes("03:30"));
    expect(await linesOf(booted)).toEqual(["03:30  Walk-in, Cut"]);

    await booted.ask({ ask: "pass", ms: nextMidnight - midnight - HOUR_MS });
    await until("nothing is left", async () => (await linesOf(booted)).join().includes("No more"));
    await booted.ask({ ask: "pass", ms: 31 * 60_000 });
    await until("it is the next day", async () => (await linesOf(booted)).join().includes("01:00"));
    expect(await linesOf(booted)).toEqual(["01:00  Walk-in, Cut"]);
  });
});
