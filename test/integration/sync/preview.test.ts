import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const FRIDAY_16 = "2026-11-20T15:00:00.000Z";
const ZONE = "Europe/Berlin";

const at = (from: string, to: string, more: object = {}) => ({
  summary: "Private",
  start: { dateTime: from, timeZone: ZONE },
  end: { dateTime: to, timeZone: ZONE },
  ...more,
});

async function signedIn() {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await desk.book(FRIDAY_14, { customer: desk.named("Mara Vogt") });
  await desk.book(FRIDAY_16, { customer: desk.named("Eva Berg") });
  await salon.signIn();
  const entry = (await salon.call("google.calendars", {})).find((c) => c.usable && !c.primary);
  return { salon, desk, calendarId: entry?.id ?? "" };
}

test("counts what will block, what will be sent and what overlaps, and writes nothing", async () => {
  const { salon, calendarId } = await signedIn();
  salon.google.seedEvents(calendarId, [
    at("2026-11-20T14:30:00+01:00", "2026-11-20T15:30:00+01:00"),
    at("2026-11-21T10:00:00+01:00", "2026-11-21T11:00:00+01:00", { transparency: "transparent" }),
    // Every Friday at four, from a week ago on: over the second booking.
    at("2026-11-13T16:00:00+01:00", "2026-11-13T16:30:00+01:00", {
      recurrence: ["RRULE:FREQ=WEEKLY"],
    }),
  ]);
  salon.google.clearRequests();
  const preview = await salon.call("google.preview", { calendarId });
  expect(preview).toMatchObject({ events: 2, bookings: 2, overlapCount: 2 });
  expect(preview.overlaps.map(({ customerName }) => customerName)).toEqual([
    "Mara Vogt",
    "Eva Berg",
  ]);
  expect(salon.google.requests().every(({ method }) => method === "GET")).toBe(true);
  expect(await salon.state()).toBe("choosingCalendar");
});

test("what it counted is what then happens", async () => {
  const { salon, calendarId } = await signedIn();
  salon.google.seedEvents(calendarId, [
    at("2026-11-20T09:00:00+01:00", "2026-11-20T10:00:00+01:00"),
  ]);
  const preview = await salon.call("google.preview", { calendarId });
  await salon.call("google.chooseCalendar", { is: "existing", calendarId });
  await salon.sync();
  const { counts } = await salon.call("sync.status", {});
  expect(counts).toMatchObject({ linked: preview.bookings, blocks: preview.events });
});

test("a new calendar blocks nothing; a calendar that is linked already needs nothing sent again", async () => {
  const { salon, calendarId } = await signedIn();
  const fresh = await salon.call("google.preview", { calendarId: null });
  expect(fresh).toEqual({ events: 0, bookings: 2, overlapCount: 0, overlaps: [] });
  await salon.call("google.chooseCalendar", { is: "existing", calendarId });
  await salon.sync();
  const again = await salon.call("google.preview", { calendarId });
  expect(again).toEqual({ events: 0, bookings: 0, overlapCount: 0, overlaps: [] });
});

test("more overlaps than can be read are counted, and the first are named", async () => {
  const { salon, desk, calendarId } = await signedIn();
  for (let hour = 8; hour < 16; hour += 1)
    await desk.book(`2026-11-24T${String(hour).padStart(2, "0")}:00:00.000Z`);
  salon.google.seedEvents(calendarId, [
    { summary: "Fair", start: { date: "2026-11-24" }, end: { date: "2026-11-25" } },
  ]);
  const preview = await salon.call("google.preview", { calendarId });
  expect(preview).toMatchObject({ events: 1, overlapCount: 8 });
  expect(preview.overlaps).toHaveLength(7);
});
