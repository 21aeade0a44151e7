import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

test("a series that began long ago reaches a calendar that is connected now", async () => {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await desk.book("2026-03-02T14:00:00.000Z", { rrule: "FREQ=WEEKLY" });
  await salon.connect();
  await salon.sync();
  expect((await salon.live()).map((event) => event.recurrence)).toEqual([["RRULE:FREQ=WEEKLY"]]);
});
