import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon, type SyncedSalon, THURSDAY } from "../../fixtures/synced-salon.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;

const inHours = (hours: number): string =>
  new Date(Date.parse(THURSDAY) + hours * HOUR_MS).toISOString();

/** The computer's clock leaps; Google's time goes on as it did. */
function makeWrong(salon: SyncedSalon, ms: number): void {
  salon.time.jump(ms);
  salon.google.clock.advance(-ms);
}

async function connectedDesk() {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.connect();
  return { salon, desk, calendarId: await salon.calendarId() };
}

const blocksOf = async (salon: SyncedSalon): Promise<number> =>
  (await salon.call("sync.status", {})).counts.blocks;

const journalOf = (salon: SyncedSalon, search = "") =>
  salon.call("sync.journal", { direction: "all", search, limit: 200 });

function busy(id: string, hours: number) {
  return {
    id,
    start: { dateTime: inHours(hours), timeZone: "UTC" },
    end: { dateTime: inHours(hours + 1), timeZone: "UTC" },
  };
}

test("a complete list begun while the clock is a year ahead misses no event", async () => {
  const { salon, calendarId } = await connectedDesk();
  makeWrong(salon, YEAR_MS);
  await salon.restart();
  salon.google.seedEvents(calendarId, [busy("dentist", 24)]);
  await salon.sync();
  expect(await blocksOf(salon)).toBe(1);
});

test("a complete list begun while the clock is a year ahead frees no time that is taken", async () => {
  const { salon, calendarId } = await connectedDesk();
  salon.google.seedEvents(calendarId, [busy("dentist", 24)]);
  await salon.sync();
  makeWrong(salon, YEAR_MS);
  await salon.restart();
  await salon.sync();
  expect(await blocksOf(salon)).toBe(1);
  expect((await journalOf(salon)).map(({ action }) => action)).toEqual(["blocked", "connected"]);
});

test("a booking made while the clock is a year ahead is not taken for one of the past", async () => {
  const { salon, desk } = await connectedDesk();
  makeWrong(salon, YEAR_MS);
  await desk.book(inHours(24));
  await salon.sync();
  const [event] = await salon.live();
  expect(new Date(event?.start?.dateTime ?? "").toISOString()).toBe(inHours(24));
});

test("of too many bookings the nearest by the right time are kept while the clock is a month ahead", async () => {
  const { salon, desk } = await connectedDesk();
  const LIMIT = 10;
  await salon.call("sync.setRules", { maxEvents: LIMIT });
  for (let day = 1; day <= LIMIT + 5; day += 1) await desk.book(inHours(24 * 3 * day));
  makeWrong(salon, 30 * DAY_MS);
  await salon.restart();
  await salon.sync();
  const starts = (await salon.live()).map((event) =>
    new Date(event.start?.dateTime ?? "").toISOString(),
  );
  const nearest = Array.from({ length: LIMIT }, (_, i) => inHours(24 * 3 * (i + 1)));
  expect(starts.toSorted()).toEqual(nearest);
});

test("a cursor that an earlier start left with a window of the future is given up at once", async () => {
  const { salon, calendarId } = await connectedDesk();
  salon.google.seedEvents(calendarId, [busy("dentist", 24)]);
  const late = inHours(24 * 200);
  salon.tamper(`UPDATE cursor SET window_start = '${late}'`);
  salon.google.clearRequests();
  await salon.sync();
  expect(await blocksOf(salon)).toBe(1);
  const listed = salon.google.requests({ kind: "events.list" });
  expect(listed.some(({ query }) => query["timeMin"] !== undefined)).toBe(true);
});

test("the journal of 90 days survives a start while the clock is a year ahead", async () => {
  const { salon, desk } = await connectedDesk();
  await desk.book(inHours(24));
  await salon.sync();
  const before = await journalOf(salon);
  expect(before.length).toBeGreaterThan(0);
  makeWrong(salon, YEAR_MS);
  await salon.restart();
  await salon.sync();
  expect((await journalOf(salon)).map(({ id }) => id)).toEqual(
    expect.arrayContaining(before.map(({ id }) => id)),
  );
});

test("the journal is cleared of what is older than 90 days while the desk runs on", async () => {
  const { salon, desk } = await connectedDesk();
  await desk.book(inHours(24));
  await salon.sync();
  expect((await journalOf(salon)).length).toBeGreaterThan(0);
  salon.time.jump(91 * DAY_MS);
  await salon.sync();
  const oldest = (await journalOf(salon)).map(({ at }) => at).toSorted()[0];
  const limit = new Date(salon.time.clock.now() - 90 * DAY_MS).toISOString();
  expect(oldest === undefined || oldest >= limit).toBe(true);
});
