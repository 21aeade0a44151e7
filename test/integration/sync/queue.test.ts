import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

/** From now on no row can be written to the queue. */
const QUEUE_REFUSES = `
  CREATE TRIGGER refuse_new BEFORE INSERT ON pending_change BEGIN SELECT RAISE(ABORT, 'refused'); END;
  CREATE TRIGGER refuse_more BEFORE UPDATE ON pending_change BEGIN SELECT RAISE(ABORT, 'refused'); END;`;

async function withUnqueueable() {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.connect();
  const booking = await desk.book("2026-11-20T09:00:00.000Z");
  await salon.sync();
  salon.tamper(QUEUE_REFUSES);
  const here = async () =>
    (await salon.call("schedule.get", { from: "2026-11-19", to: "2026-11-27" })).bookings;
  return { salon, desk, booking, here };
}

test("a new booking that can't be queued is not saved either", async () => {
  const { desk, here } = await withUnqueueable();
  await expect(desk.book("2026-11-20T13:00:00.000Z")).rejects.toThrow();
  expect(await here()).toHaveLength(1);
});

test("an edit that can't be queued is undone", async () => {
  const { desk, booking, here } = await withUnqueueable();
  await expect(desk.move(booking, "2026-11-21T09:00:00.000Z")).rejects.toThrow();
  await expect(desk.cancel(booking)).rejects.toThrow();
  expect(await here()).toEqual([expect.objectContaining({ start: "2026-11-20T09:00:00.000Z" })]);
});

test("a renamed service whose events can't be queued keeps its name", async () => {
  const { salon, desk } = await withUnqueueable();
  const { id, revision, ...fields } = desk.cut;
  const rename = salon.call("service.save", {
    existing: { id, revision },
    fields: { ...fields, name: "Trim" },
  });
  await expect(rename).rejects.toThrow();
  expect((await salon.call("service.list", {})).map(({ name }) => name)).toEqual(["Cut"]);
});
