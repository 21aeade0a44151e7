import { beforeAll, describe, expect, it } from "vitest";
import { ensureBuilt } from "../../../scripts/tools/build.ts";
import { bootMain } from "../../fixtures/electron/booted.ts";
import { connectedApp, listsOf, shows, withTray } from "../../fixtures/electron/connected.ts";
import { until } from "../../fixtures/until.ts";

beforeAll(() => ensureBuilt());

describe("the built app, connected", () => {
  it("is paused and resumed from the tray", async () => {
    const { booted } = await connectedApp();
    expect(await booted.ask({ ask: "press", label: "Until resumed" })).toBe(true);
    await shows(booted, "Paused");
    expect((await booted.facts()).trayLabels).not.toContain("Pause sync");
    expect(await booted.ask({ ask: "press", label: "Resume sync" })).toBe(true);
    await shows(booted, "Up to date");
  });

  it("asks Google when the computer wakes up, and when “Sync now” is chosen in the tray", async () => {
    const { booted, google } = await connectedApp();
    let before = listsOf(google);
    await booted.ask({ ask: "wake" });
    await until("Google was asked after waking", () => listsOf(google) > before);
    await shows(booted, "Up to date");
    before = listsOf(google);
    expect(await booted.ask({ ask: "press", label: "Sync now" })).toBe(true);
    await until("Google was asked by hand", () => listsOf(google) > before);
  });

  it("ends in the middle of a sync, and the next start finds its data free and whole", async () => {
    const { booted, google, dataDir } = await connectedApp();
    google.control.addFault({ kind: "events.list", effect: { kind: "hang" } });
    const before = listsOf(google);
    await booted.ask({ ask: "press", label: "Sync now" });
    await until("a request hangs", () => listsOf(google) > before);
    await booted.ask({ ask: "quit" });
    await until("it has ended", async () => (await booted.facts()).ended !== null);
    expect((await booted.facts()).ended).toEqual({ code: 0 });
    const again = await withTray(await bootMain(dataDir));
    expect((await again.facts()).boxes).toEqual([]);
  });
});
