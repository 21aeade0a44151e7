import { describe, expect, test } from "vitest";
import { connectedDesk } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon, type SyncedSalon } from "../../fixtures/synced-salon.ts";
import { until } from "../../fixtures/until.ts";

const MINUTE_MS = 60_000;

const lists = (salon: SyncedSalon): number => salon.calls("events.list");

/** How long it took, in the desk's time, until the calendar was looked at; null if it was not within the time. */
async function lookedAtWithin(salon: SyncedSalon, ms: number): Promise<number | null> {
  const before = lists(salon);
  for (let passed = 0; passed <= ms; passed += 500) {
    // A cycle that was asked for has begun by then.
    await new Promise((resolve) => setImmediate(resolve));
    await until("no cycle runs", async () => (await salon.state()) !== "syncing");
    if (lists(salon) > before) return passed;
    salon.time.forward(500);
  }
  return null;
}

/** A salon whose ports can be told what happens outside. */
async function outside() {
  const told: { resume: (() => void)[]; online: ((online: boolean) => void)[] } = {
    resume: [],
    online: [],
  };
  const salon = await openSyncedSalon();
  Object.assign(salon.ports.power, {
    onResume: (listener: () => void) => {
      told.resume.push(listener);
      return () => undefined;
    },
  });
  Object.assign(salon.ports.connectivity, {
    onChange: (listener: (online: boolean) => void) => {
      told.online.push(listener);
      return () => undefined;
    },
  });
  await salon.restart();
  await salon.connect();
  salon.google.clearRequests();
  return { salon, told };
}

describe("the calendar is looked at", () => {
  test("three to ten seconds after the computer woke up, when the network may be there again", async () => {
    const { salon, told } = await outside();
    for (const wake of told.resume) wake();
    const after = await lookedAtWithin(salon, 11_000);
    expect(after).toBeGreaterThanOrEqual(3_000);
    expect(after).toBeLessThanOrEqual(10_500);
  });

  test("at once when the network returns, and not when it goes", async () => {
    const { salon, told } = await outside();
    for (const change of told.online) change(false);
    // Said at once, and not only when the next request fails.
    expect(await salon.state()).toBe("offline");
    expect(await lookedAtWithin(salon, 1_000)).toBeNull();
    for (const change of told.online) change(true);
    expect(await lookedAtWithin(salon, 1_000)).toBe(0);
  });

  test("when somebody comes back to the window after a minute, and not each time they look", async () => {
    const { salon } = await outside();
    await salon.call("sync.glance", {});
    expect(await lookedAtWithin(salon, 1_000)).toBeNull();
    salon.time.forward(MINUTE_MS);
    await salon.call("sync.glance", {});
    expect(await lookedAtWithin(salon, 1_000)).toBe(0);
  });

  test("by nobody's coming back while the sync rests", async () => {
    const { salon } = await outside();
    await salon.call("sync.pause", { length: "hour" });
    salon.time.forward(5 * MINUTE_MS);
    await salon.call("sync.glance", {});
    expect(await lookedAtWithin(salon, 1_000)).toBeNull();
    expect(await salon.state()).toBe("paused");
  });

  test("once for many edits that come together", async () => {
    const { salon, desk } = await connectedDesk();
    salon.google.clearRequests();
    for (const hour of ["13", "14", "15", "16"]) await desk.book(`2026-11-20T${hour}:00:00.000Z`);
    expect(await lookedAtWithin(salon, 2_000)).toBeLessThanOrEqual(1_000);
    await salon.passUntil("all are sent", async () => (await salon.live()).length === 4);
    expect(lists(salon)).toBe(1);
  });
});
