import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const FRIDAY_16 = "2026-11-20T15:00:00.000Z";

test("scenario 1: a create whose answer is lost makes one event", async () => {
  const salon = await openSyncedSalon();
  const { book } = await staffed(salon);
  await salon.connect();
  salon.google.addFault({ kind: "events.insert", effect: { kind: "lostResponse" } });
  await book(FRIDAY_14);
  await salon.sync();
  await salon.sync();
  expect(await salon.live()).toHaveLength(1);
  expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 0, linked: 1 });
});

test("scenario 1: a create whose answer is lost makes one event though the next list does not show it", async () => {
  const salon = await openSyncedSalon();
  const { book } = await staffed(salon);
  await salon.connect();
  salon.google.addFault({ kind: "events.insert", effect: { kind: "lostResponse" } });
  await book(FRIDAY_14);
  await salon.sync();
  salon.google.addFault({ kind: "events.list", effect: { kind: "emptyList" } });
  await salon.sync();
  await salon.sync();
  expect(await salon.live()).toHaveLength(1);
  expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 0, linked: 1 });
});

test("scenario 1: a lost create of a booking that was edited since ends as the edited booking", async () => {
  const salon = await openSyncedSalon();
  const { book, move } = await staffed(salon);
  await salon.connect();
  salon.google.addFault({ kind: "events.insert", effect: { kind: "lostResponse" } });
  const booking = await book(FRIDAY_14);
  await salon.sync();
  await move(booking, FRIDAY_16);
  await salon.sync();
  const events = await salon.live();
  expect(events).toHaveLength(1);
  expect(events[0]?.start?.dateTime).toBe("2026-11-20T16:00:00+01:00");
});

test("scenario 2: a crash between Google's answer and our commit makes one event", async () => {
  const salon = await openSyncedSalon();
  const { book } = await staffed(salon);
  await salon.connect();
  salon.google.addFault({ kind: "events.insert", effect: { kind: "hang", apply: true } });
  await book(FRIDAY_14);
  const cycle = salon.call("sync.now", {});
  await salon.passUntil("the create reached Google", async () => (await salon.live()).length === 1);
  await salon.crash();
  await cycle.catch(() => undefined);
  await salon.sync();
  expect(await salon.live()).toHaveLength(1);
  expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 0, linked: 1 });
});

test("scenario 3: disconnect and reconnect neither creates nor deletes anything", async () => {
  const salon = await openSyncedSalon();
  const { book } = await staffed(salon);
  for (let day = 0; day < 40; day += 1) {
    await book(new Date(Date.parse(FRIDAY_14) + day * 86_400_000).toISOString());
  }
  await salon.connect();
  expect(await salon.live()).toHaveLength(40);
  await salon.call("google.disconnect", { events: "leave", blocks: "remove" });
  expect(await salon.state()).toBe("disconnected");
  salon.google.clearRequests();
  await salon.connect();
  expect(await salon.live()).toHaveLength(40);
  for (const kind of ["events.insert", "events.patch", "events.delete"])
    expect(salon.calls(kind)).toBe(0);
});

test("scenario 3: what changed while disconnected goes out after the reconnect, and only that", async () => {
  const salon = await openSyncedSalon();
  const { book, move, cancel } = await staffed(salon);
  const moved = await book(FRIDAY_14);
  const cancelled = await book("2026-11-23T09:00:00.000Z");
  await book("2026-11-24T09:00:00.000Z");
  await salon.connect();
  await salon.call("google.disconnect", { events: "leave", blocks: "remove" });
  await move(moved, FRIDAY_16);
  await cancel(cancelled);
  await book("2026-11-25T09:00:00.000Z");
  salon.google.clearRequests();
  await salon.connect();
  expect(await salon.live()).toHaveLength(3);
  const writes = ["events.insert", "events.patch", "events.delete"].map((kind) =>
    salon.calls(kind),
  );
  expect(writes).toEqual([1, 1, 1]);
});

test("scenario 4: a database restored from an older backup finds its events again", async () => {
  const salon = await openSyncedSalon();
  const { book } = await staffed(salon);
  await salon.connect();
  await book(FRIDAY_14);
  const kept = await book("2026-11-23T09:00:00.000Z");
  await salon.sync();
  // What an older backup lacks: every link.
  salon.tamper("DELETE FROM link");
  await salon.call("google.disconnect", { events: "leave", blocks: "remove" });
  salon.google.clearRequests();
  await salon.connect();
  expect(await salon.live()).toHaveLength(2);
  expect((await salon.call("booking.get", { id: kept.id })).booking.calendarMark).toBe("sent");
  expect(salon.calls("events.insert")).toBe(0);
});

test("scenario 5: a cancelled booking that is made active again revives its event", async () => {
  const salon = await openSyncedSalon();
  const { book, cancel } = await staffed(salon);
  await salon.connect();
  const booking = await book(FRIDAY_14);
  await salon.sync();
  const cancelled = await cancel(booking);
  await salon.sync();
  expect(await salon.live()).toHaveLength(0);
  await salon.call("booking.setStatus", {
    id: booking.id,
    revision: cancelled.revision,
    status: "booked",
    reason: "",
  });
  await salon.sync();
  expect(await salon.live()).toHaveLength(1);
});

test("scenario 5: where Google refuses to revive, the next generation of the id takes over", async () => {
  const salon = await openSyncedSalon({
    simulator: { switches: { cancelledWrites: "forbidden" } },
  });
  const { book, cancel } = await staffed(salon);
  await salon.connect();
  const booking = await book(FRIDAY_14);
  await salon.sync();
  const cancelled = await cancel(booking);
  await salon.sync();
  await salon.call("booking.setStatus", {
    id: booking.id,
    revision: cancelled.revision,
    status: "booked",
    reason: "",
  });
  await salon.sync();
  const events = await salon.live();
  expect(events).toHaveLength(1);
  expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 0, parked: 0 });
});

test("scenario 6: two triggers at once run cycles one after the other and write once", async () => {
  const salon = await openSyncedSalon();
  const { book } = await staffed(salon);
  await salon.connect();
  await book(FRIDAY_14);
  salon.google.clearRequests();
  await Promise.all([salon.sync(), salon.sync(), salon.sync()]);
  expect(salon.calls("events.insert")).toBe(1);
  expect(salon.calls("events.list")).toBeLessThanOrEqual(2);
});

test("scenario 7: the same calendar under a new grant goes on where it was", async () => {
  const salon = await openSyncedSalon();
  const { book } = await staffed(salon);
  await salon.connect();
  await book(FRIDAY_14);
  await salon.sync();
  salon.google.revokeGrant("desk@salon.example");
  await salon.sync();
  expect(await salon.state()).toBe("needsSignIn");
  await book(FRIDAY_16);
  salon.google.clearRequests();
  await salon.signIn();
  await salon.sync();
  expect(await salon.state()).toBe("idle");
  expect(await salon.live()).toHaveLength(2);
  expect(salon.calls("events.insert")).toBe(1);
});
