import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";
import { until } from "../../fixtures/until.ts";

const CALENDAR = "bookings@group.calendar.google.com";
/** More than one minute's worth of requests. */
const BOOKINGS = 620;
const HOUR_MS = 3_600_000;
const PATIENCE_MS = 60_000;

async function withBookings() {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  const first = Date.parse("2026-11-20T06:00:00.000Z");
  for (let i = 0; i < BOOKINGS; i += 1)
    await desk.book(new Date(first + i * HOUR_MS).toISOString());
  const connect = async () => {
    await salon.signIn();
    await salon.call("google.chooseCalendar", { is: "existing", calendarId: CALENDAR });
  };
  const counts = async () => (await salon.call("sync.status", {})).counts;
  const inGoogle = () =>
    salon.google.events(CALENDAR).filter((event) => event.status !== "cancelled").length;
  /** The sync waits for its next minute, which does not come: here time passes only when told to. */
  const usedUp = () =>
    until(
      "the minute is used up",
      async () => salon.calls() >= 580 && (await counts()).linked >= inGoogle(),
      PATIENCE_MS,
    );
  return { salon, connect, counts, inGoogle, usedUp };
}

test("a pause, a quit and a disconnect amid a big first sync wait for no quota, and nothing is made twice", async () => {
  const { salon, connect, counts, inGoogle, usedUp } = await withBookings();
  await connect();
  await usedUp();
  const sent = inGoogle();
  expect(sent).toBeGreaterThan(500);
  expect(sent).toBeLessThan(BOOKINGS);

  const goesOn = () =>
    until("it waits again", async () => (await salon.state()) === "syncing", PATIENCE_MS);

  await salon.call("sync.pause", { length: "untilResumed" });
  await salon.call("sync.resume", {});
  await goesOn();
  await salon.restart();
  await goesOn();
  await salon.call("google.disconnect", { events: "leave", blocks: "remove" });
  expect(await salon.state()).toBe("disconnected");
  expect([inGoogle(), (await counts()).waiting]).toEqual([sent, BOOKINGS - sent]);

  await connect();
  const done = async () => (await counts()).waiting === 0;
  await salon.passUntil("the rest went out", done, PATIENCE_MS);
  expect(inGoogle()).toBe(BOOKINGS);
  expect(await counts()).toMatchObject({ linked: BOOKINGS, parked: 0, attention: 0 });
  const kinds = salon.google.requests().map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "events.insert")).toHaveLength(BOOKINGS);
}, 180_000);
