import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

test("a booking made at the desk is an event in the calendar, with its name, times, notes and colour", async () => {
  const salon = await openSyncedSalon();
  const { book, named } = await staffed(salon);
  await salon.connect();
  await book("2026-11-20T13:00:00.000Z", {
    customer: named("Mara Vogt"),
    customerNotes: "Shorter fringe",
    deskNotes: "Window seat",
  });
  await salon.sync();
  const [event] = salon.google.events(await salon.calendarId());
  expect(event).toMatchObject({
    summary: "Mara Vogt",
    description: "Cut\nShorter fringe\nWindow seat",
    colorId: "2",
    status: "confirmed",
    start: { dateTime: "2026-11-20T14:00:00+01:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-11-20T14:45:00+01:00", timeZone: "Europe/Berlin" },
  });
});
