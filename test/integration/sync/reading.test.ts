import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon, type SyncedSalon } from "../../fixtures/synced-salon.ts";

const DAY_MS = 86_400_000;

async function addBusy(salon: SyncedSalon, start: string, end: string): Promise<string> {
  const zone = "Europe/Berlin";
  const event = salon.google.createEvent(await salon.calendarId(), {
    summary: "Dentist",
    start: { dateTime: start, timeZone: zone },
    end: { dateTime: end, timeZone: zone },
  });
  return event.id ?? "";
}

test("scenario 8: a cycle without news costs one request and writes nothing but its own record", async () => {
  const salon = await openSyncedSalon();
  const { book } = await staffed(salon);
  await salon.connect();
  await book("2026-11-20T13:00:00.000Z");
  await salon.sync();
  await salon.sync();
  salon.google.clearRequests();
  const changed = salon.watchRows();
  await salon.sync();
  expect(salon.calls()).toBe(1);
  expect(salon.calls("events.list")).toBe(1);
  expect(changed()).toBe(1);
});

test("scenario 9: a page that fails in the middle applies nothing, and the next try everything", async () => {
  const salon = await openSyncedSalon();
  await staffed(salon);
  await salon.connect();
  const start = Date.parse("2026-11-20T08:00:00.000Z");
  salon.google.seedEvents(
    await salon.calendarId(),
    Array.from({ length: 2_600 }, (_, i) => ({
      summary: `Busy ${i}`,
      start: { dateTime: new Date(start + i * 1_800_000).toISOString(), timeZone: "UTC" },
      end: { dateTime: new Date(start + i * 1_800_000 + 900_000).toISOString(), timeZone: "UTC" },
    })),
  );
  salon.google.addFault({ kind: "events.list", nth: 2, effect: { kind: "reset" } });
  await salon.sync();
  expect((await salon.call("sync.status", {})).counts.blocks).toBe(0);
  await salon.sync();
  expect((await salon.call("sync.status", {})).counts.blocks).toBe(2_600);
});

test("scenario 10: a list without a sync token is read again later and blocks are not doubled", async () => {
  const salon = await openSyncedSalon();
  const { blocks } = await staffed(salon);
  salon.google.addFault({ kind: "events.list", effect: { kind: "missingSyncToken" } });
  await salon.connect();
  await addBusy(salon, "2026-11-20T10:00:00+01:00", "2026-11-20T11:00:00+01:00");
  await salon.sync();
  await salon.sync();
  expect(await blocks()).toHaveLength(1);
});

test.each([
  "expired during normal work",
  "expired with a page failing in the full list",
  "expired with a crash in the full list",
])("scenario 11: a sync token %s loses no block and no booking", async (how) => {
  const salon = await openSyncedSalon();
  const { book, blocks } = await staffed(salon);
  await salon.connect();
  await book("2026-11-20T13:00:00.000Z");
  const kept = await addBusy(salon, "2026-11-20T10:00:00+01:00", "2026-11-20T11:00:00+01:00");
  const deleted = await addBusy(salon, "2026-11-21T10:00:00+01:00", "2026-11-21T11:00:00+01:00");
  await salon.sync();
  salon.google.deleteEvent(await salon.calendarId(), deleted);
  salon.google.expireSyncTokens();
  if (how.includes("page"))
    salon.google.addFault({ kind: "events.list", nth: 2, effect: { kind: "reset" } });
  if (how.includes("crash")) {
    salon.google.addFault({ kind: "events.list", nth: 2, effect: { kind: "hang" } });
    const cycle = salon.call("sync.now", {});
    await salon.passUntil(
      "the full list was asked for",
      () => salon.google.requests({ kind: "events.list", status: 410 }).length > 0,
    );
    await salon.crash();
    await cycle.catch(() => undefined);
  }
  await salon.sync();
  await salon.sync();
  expect((await blocks()).map((block) => block.start)).toEqual(["2026-11-20T09:00:00.000Z"]);
  expect(salon.google.event(await salon.calendarId(), kept)?.status).toBe("confirmed");
  expect(await salon.live()).toHaveLength(2);
});

test("a garbage sync token is taken as expired, whichever way Google says it", async () => {
  for (const garbageSyncToken of [410, 400] as const) {
    const salon = await openSyncedSalon({ simulator: { switches: { garbageSyncToken } } });
    const { blocks } = await staffed(salon);
    await salon.connect();
    await addBusy(salon, "2026-11-20T10:00:00+01:00", "2026-11-20T11:00:00+01:00");
    salon.tamper("UPDATE cursor SET token = 'garbage'");
    await salon.sync();
    expect(await salon.state()).toBe("idle");
    expect(await blocks()).toHaveLength(1);
  }
});

test("scenario 12: when applying fails after fetching, the same changes are applied by the next cycle", async () => {
  const salon = await openSyncedSalon();
  const { blocks } = await staffed(salon);
  await salon.connect();
  await addBusy(salon, "2026-11-20T10:00:00+01:00", "2026-11-20T11:00:00+01:00");
  salon.tamper(
    "CREATE TRIGGER broken BEFORE INSERT ON block BEGIN SELECT RAISE(ABORT, 'broken'); END",
  );
  await salon.sync();
  expect(await salon.state()).toBe("failed");
  expect(await blocks()).toHaveLength(0);
  salon.tamper("DROP TRIGGER broken");
  await salon.sync();
  expect(await salon.state()).toBe("idle");
  expect(await blocks()).toHaveLength(1);
});

test("scenario 13: after a week the window is listed anew, and what grew older than 90 days goes", async () => {
  const salon = await openSyncedSalon();
  await staffed(salon);
  await salon.connect();
  await addBusy(salon, "2026-08-22T10:00:00+02:00", "2026-08-22T11:00:00+02:00");
  await salon.sync();
  expect((await salon.call("sync.status", {})).counts.blocks).toBe(1);
  salon.time.jump(9 * DAY_MS);
  salon.google.clearRequests();
  await salon.sync();
  expect(salon.google.requests({ kind: "events.list" })[0]?.query["timeMin"]).toBeDefined();
  expect((await salon.call("sync.status", {})).counts.blocks).toBe(0);
});

test("scenario 14: a block whose event moves out of the window goes", async () => {
  const salon = await openSyncedSalon();
  const { blocks } = await staffed(salon);
  await salon.connect();
  const id = await addBusy(salon, "2026-11-20T10:00:00+01:00", "2026-11-20T11:00:00+01:00");
  await salon.sync();
  expect(await blocks()).toHaveLength(1);
  salon.google.patchEvent(await salon.calendarId(), id, {
    start: { dateTime: "2026-01-20T10:00:00+01:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-01-20T11:00:00+01:00", timeZone: "Europe/Berlin" },
  });
  await salon.sync();
  expect((await salon.call("sync.status", {})).counts.blocks).toBe(0);
});

test("scenario 15: an event that began before the window and runs into it blocks", async () => {
  const salon = await openSyncedSalon();
  await staffed(salon);
  await salon.connect();
  await addBusy(salon, "2026-08-01T10:00:00+02:00", "2026-11-25T11:00:00+01:00");
  await salon.sync();
  expect((await salon.call("sync.status", {})).counts.blocks).toBe(1);
});

test("scenario 17: a tombstone that has nothing but its id frees the time", async () => {
  const salon = await openSyncedSalon({
    simulator: { switches: { cancelledRowsInIncrements: "bare" } },
  });
  const { blocks } = await staffed(salon);
  await salon.connect();
  const id = await addBusy(salon, "2026-11-20T10:00:00+01:00", "2026-11-20T11:00:00+01:00");
  await salon.sync();
  salon.google.deleteEvent(await salon.calendarId(), id);
  await salon.sync();
  expect(await blocks()).toHaveLength(0);
});

test("an empty page in the middle does not end the list", async () => {
  const salon = await openSyncedSalon({ simulator: { switches: { emptyPages: "everyOther" } } });
  const { blocks } = await staffed(salon);
  await salon.connect();
  await addBusy(salon, "2026-11-20T10:00:00+01:00", "2026-11-20T11:00:00+01:00");
  await addBusy(salon, "2026-11-21T10:00:00+01:00", "2026-11-21T11:00:00+01:00");
  await salon.sync();
  expect(await blocks()).toHaveLength(2);
});
