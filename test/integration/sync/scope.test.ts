import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

/** Thursday, 10:00 in Berlin, is when these tests begin. */
const NOW = Date.parse("2026-11-19T09:00:00.000Z");
const HOUR_MS = 3_600_000;
const LIMIT = 10;

const inHours = (hours: number): string => new Date(NOW + hours * HOUR_MS).toISOString();

/** As many bookings as given, one each hour from `first` hours from now on, under a limit of ten events. */
async function limited(count: number, first = 1) {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.call("sync.setRules", { maxEvents: LIMIT });
  const bookings = [];
  for (let i = 0; i < count; i += 1) bookings.push(await desk.book(inHours(first + i)));
  await salon.connect();
  const starts = async () =>
    (await salon.live())
      .map((event) => new Date(event.start?.dateTime ?? "").toISOString())
      .toSorted();
  const leftOut = async () => (await salon.call("sync.status", {})).counts.leftOut;
  const hours = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => inHours(from + i));
  return { salon, desk, bookings, starts, leftOut, hours };
}

test("scenario 16: more than 2,500 events are read in pages, once, and their changes one by one", async () => {
  const salon = await openSyncedSalon();
  await staffed(salon);
  await salon.connect();
  const calendarId = await salon.calendarId();
  const at = (i: number) => new Date(NOW + i * 1_800_000).toISOString();
  salon.google.seedEvents(
    calendarId,
    Array.from({ length: 2_600 }, (_, i) => ({
      id: `busy${String(i).padStart(5, "0")}`,
      start: { dateTime: at(i), timeZone: "UTC" },
      end: { dateTime: at(i + 1), timeZone: "UTC" },
    })),
  );
  salon.google.expireSyncTokens();
  const blocks = async () => (await salon.call("sync.status", {})).counts.blocks;
  salon.google.clearRequests();
  await salon.sync();
  // The refused one, and two pages.
  expect(salon.calls("events.list")).toBe(3);
  expect(await blocks()).toBe(2_600);
  salon.google.deleteEvent(calendarId, "busy02550");
  salon.google.clearRequests();
  await salon.passUntil("its time is free", async () => (await blocks()) === 2_599);
  expect(salon.calls("events.list")).toBe(1);
});

test("scenario 50: of too many bookings the nearest are in the calendar, and what is left out is counted", async () => {
  const { salon, starts, leftOut, hours } = await limited(LIMIT + 3);
  expect(await starts()).toEqual(hours(1, LIMIT));
  expect(await leftOut()).toBe(3);
  expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 0, linked: LIMIT });
});

test("scenario 50: nothing changes, and a cycle still costs one request and no row", async () => {
  const { salon } = await limited(LIMIT + 3);
  await salon.sync();
  salon.google.clearRequests();
  const changed = salon.watchRows();
  await salon.sync();
  expect(salon.calls()).toBe(1);
  expect(changed()).toBe(1);
});

test("scenario 50: a nearer new booking displaces the farthest", async () => {
  const { salon, desk, starts, leftOut, hours } = await limited(LIMIT, 2);
  expect(await leftOut()).toBe(0);
  await desk.book(inHours(1));
  await salon.sync();
  await salon.sync();
  expect(await starts()).toEqual(hours(1, LIMIT));
  expect(await leftOut()).toBe(1);
});

test("scenario 50: a cancelled booking makes room for the next one", async () => {
  const { salon, desk, bookings, starts, leftOut, hours } = await limited(LIMIT + 1);
  const [first] = bookings;
  if (first === undefined) throw new Error("There is no booking.");
  await desk.cancel(first);
  await salon.sync();
  await salon.sync();
  expect(await starts()).toEqual(hours(2, LIMIT + 1));
  expect(await leftOut()).toBe(0);
});

test("scenario 50: with a higher limit the rest follows", async () => {
  const { salon, starts, leftOut, hours } = await limited(LIMIT + 3);
  await salon.call("sync.setRules", { maxEvents: 1_000 });
  await salon.sync();
  await salon.sync();
  expect(await starts()).toEqual(hours(1, LIMIT + 3));
  expect(await leftOut()).toBe(0);
});

test("scenario 50: with a lower limit the farthest leave the calendar, and no booking is touched", async () => {
  const { salon, desk, bookings, starts, hours } = await limited(LIMIT, 1);
  for (let i = 1; i <= 5; i += 1) await desk.book(inHours(100 + i));
  await salon.call("sync.setRules", { maxEvents: 1_000 });
  await salon.sync();
  expect(await starts()).toHaveLength(15);
  await salon.call("sync.setRules", { maxEvents: LIMIT });
  await salon.sync();
  await salon.sync();
  expect(await starts()).toEqual(hours(1, LIMIT));
  expect((await desk.find(bookings[0]?.id ?? "")).status).toBe("booked");
});

test("scenario 50: an event that was left out is not taken for one that somebody deleted", async () => {
  const { salon, starts, hours } = await limited(LIMIT + 3);
  salon.google.expireSyncTokens();
  await salon.sync();
  await salon.sync();
  expect(await starts()).toEqual(hours(1, LIMIT));
  expect(await salon.call("sync.attention", {})).toEqual([]);
});
