import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

const STEPS = path.join(import.meta.dirname, "../../fixtures/abroad-steps.ts");
const DAYS = { from: "2026-11-19", to: "2026-11-27" };

async function withBothSides() {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.connect();
  const calendarId = await salon.calendarId();
  await desk.book("2026-11-20T13:00:00.000Z");
  await desk.book("2026-11-24T23:30:00.000Z");
  salon.google.createEvent(calendarId, {
    start: { dateTime: "2026-11-21T10:00:00+01:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-11-21T11:00:00+01:00", timeZone: "Europe/Berlin" },
  });
  salon.google.createEvent(calendarId, {
    start: { date: "2026-11-23" },
    end: { date: "2026-11-24" },
  });
  await salon.sync();
  await salon.sync();
  salon.google.clearRequests();
  const writes = () => salon.calls() - salon.calls("events.list");
  return { salon, desk, calendarId, writes };
}

test.each([
  ["America/Los_Angeles", 480],
  ["Asia/Kolkata", -330],
  ["Pacific/Kiritimati", -840],
])(
  "scenario 23: the computer travels to %s: nothing moves on either side",
  async (zone, offset) => {
    const { salon, writes } = await withBothSides();
    const before = await salon.call("schedule.get", DAYS);
    const events = await salon.live();
    await salon.desk().stop();
    const carried = {
      dataDir: salon.dataDir,
      settings: salon.settings,
      now: salon.time.clock.now(),
      secrets: [...salon.ports.kept],
      days: DAYS,
    };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [STEPS, JSON.stringify(carried)],
      { env: { ...process.env, TZ: zone } },
    );
    const abroad = JSON.parse(stdout) as unknown;
    expect(abroad).toEqual({ offset, state: "idle", schedule: before });
    expect(writes()).toBe(0);
    await salon.restart();
    expect(await salon.live()).toEqual(events);
  },
);

test("scenario 26: the business changes its time zone: appointments stay at their instants, whole days are the new ones", async () => {
  const { salon, desk, writes } = await withBothSides();
  const before = await salon.call("schedule.get", DAYS);
  const events = await salon.live();
  const { revision } = await salon.call("business.get", {});
  await salon.call("business.update", { revision, fields: { zone: "America/New_York" } });
  await salon.sync();
  salon.google.expireSyncTokens();
  await salon.sync();
  await salon.sync();
  const after = await salon.call("schedule.get", DAYS);
  const starts = (bookings: typeof before.bookings) => bookings.map(({ start }) => start);
  expect(starts(after.bookings)).toEqual(starts(before.bookings));
  expect(await salon.live()).toEqual(events);
  expect(writes()).toBe(0);
  expect(
    (await desk.blocks("2026-11-19", "2026-11-27")).map(({ start, end }) => [start, end]),
  ).toEqual([
    ["2026-11-21T09:00:00.000Z", "2026-11-21T10:00:00.000Z"],
    ["2026-11-23T05:00:00.000Z", "2026-11-24T05:00:00.000Z"],
  ]);
  const changed = salon.watchRows();
  await salon.sync();
  expect(changed()).toBe(1);
});
