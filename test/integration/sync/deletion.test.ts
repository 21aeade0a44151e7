import { expect, test } from "vitest";
import { withSeries } from "../../fixtures/series-salon.ts";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

const ZONE = "Europe/Berlin";

async function withBusyWeek(events = 30) {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.connect();
  const calendarId = await salon.calendarId();
  for (let i = 0; i < events; i += 1) {
    const day = String(1 + (i % 28)).padStart(2, "0");
    salon.google.createEvent(calendarId, {
      summary: `Busy ${i}`,
      start: { dateTime: `2026-12-${day}T${i < 28 ? "10" : "12"}:00:00+01:00`, timeZone: ZONE },
      end: { dateTime: `2026-12-${day}T${i < 28 ? "11" : "13"}:00:00+01:00`, timeZone: ZONE },
    });
  }
  const booking = await desk.book("2026-11-20T13:00:00.000Z");
  await salon.sync();
  const counts = async () => (await salon.call("sync.status", {})).counts;
  return { salon, desk, calendarId, booking, counts };
}

test.each([
  ["429", { kind: "error", status: 429, reason: "rateLimitExceeded", domain: "usageLimits" }],
  [
    "403 rate limit",
    { kind: "error", status: 403, reason: "userRateLimitExceeded", domain: "usageLimits" },
  ],
  ["500", { kind: "error", status: 500, reason: "backendError" }],
  ["503 page of a proxy", { kind: "html", status: 503 }],
  ["200 page of a proxy", { kind: "html", status: 200 }],
  ["connection reset", { kind: "reset" }],
  ["cut JSON", { kind: "truncatedBody" }],
] as const)("scenario 34: %s deletes nothing here", async (_name, effect) => {
  const { salon, counts } = await withBusyWeek();
  salon.google.addFault({ path: "/calendar/v3", times: Infinity, effect });
  await salon.sync();
  salon.google.expireSyncTokens();
  await salon.sync();
  expect(await counts()).toMatchObject({ blocks: 30, linked: 1 });
  salon.google.clearFaults();
  await salon.sync();
  expect(await counts()).toMatchObject({ blocks: 30, linked: 1, waiting: 0 });
  expect(await salon.live()).toHaveLength(31);
});

test("scenario 35: a complete list that is suddenly empty stops and asks; keeping leaves the times blocked", async () => {
  const { salon, counts } = await withBusyWeek();
  salon.google.expireSyncTokens();
  salon.google.addFault({ kind: "events.list", nth: 2, effect: { kind: "emptyList" } });
  await salon.sync();
  const { state } = await salon.call("sync.status", {});
  expect(state).toMatchObject({
    is: "needsDecision",
    guard: { kind: "blocksVanish", remove: 30, known: 30 },
  });
  expect(await counts()).toMatchObject({ blocks: 30 });
  const examples = await salon.call("sync.guarded", {});
  expect(examples).toHaveLength(20);
  expect(examples.every((text) => /^2026-\d\d-\d\d \d\d:\d\d–\d\d:\d\d$/.test(text))).toBe(true);
  expect(examples).toEqual(examples.toSorted());
  await salon.call("sync.answerGuard", { answer: "keep" });
  await salon.sync();
  expect(await salon.call("sync.guarded", {})).toEqual([]);
  const journal = await salon.call("sync.journal", {
    limit: 500,
    search: "",
    direction: "trouble",
  });
  expect(journal.map(({ action, reason }) => `${action}: ${reason}`)).toEqual(
    expect.arrayContaining([
      "settled: The missing busy times stay blocked at the desk.",
      "stopped: 30 of 30 busy times are missing in the calendar.",
    ]),
  );
  expect(await salon.state()).toBe("idle");
  expect(await counts()).toMatchObject({ blocks: 30 });
});

test("the guard's question answered by yes frees the time of what is really gone", async () => {
  const { salon, calendarId, counts } = await withBusyWeek();
  for (const event of await salon.live()) {
    if (event.summary?.startsWith("Busy") === true)
      salon.google.deleteEvent(calendarId, event.id ?? "");
  }
  salon.google.expireSyncTokens();
  await salon.sync();
  expect(await salon.state()).toBe("needsDecision");
  await salon.call("sync.answerGuard", { answer: "goAhead" });
  await salon.sync();
  expect(await salon.state()).toBe("idle");
  expect(await counts()).toMatchObject({ blocks: 0, linked: 1 });
});

test("an empty complete list does not make a second event of any booking", async () => {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.connect();
  for (let i = 0; i < 12; i += 1)
    await desk.book(new Date(Date.parse("2026-11-20T08:00:00.000Z") + i * 3_600_000).toISOString());
  await salon.sync();
  salon.google.expireSyncTokens();
  salon.google.addFault({ kind: "events.list", nth: 2, effect: { kind: "emptyList" } });
  await salon.sync();
  await salon.sync();
  expect(await salon.live()).toHaveLength(12);
  expect(await salon.call("sync.attention", {})).toEqual([]);
});

test("scenario 36: a switch to another calendar moves the bookings there and takes the old one's blocks away", async () => {
  const { salon, counts } = await withBusyWeek(3);
  const old = await salon.calendarId();
  await salon.call("google.chooseCalendar", { is: "existing", calendarId: "desk@salon.example" });
  await salon.sync();
  expect(await salon.live()).toHaveLength(1);
  expect(await counts()).toMatchObject({ blocks: 0, linked: 1 });
  await salon.call("google.chooseCalendar", { is: "existing", calendarId: old });
  salon.google.clearRequests();
  await salon.sync();
  expect(salon.calls("events.insert")).toBe(0);
  expect(await counts()).toMatchObject({ blocks: 3, linked: 1 });
});

test("scenario 36: a switch that removes the old events goes on where it was interrupted and leaves nothing behind", async () => {
  const { salon, desk, counts } = await withBusyWeek(2);
  for (const hour of ["08", "10", "15"]) await desk.book(`2026-11-23T${hour}:00:00.000Z`);
  await salon.sync();
  const old = await salon.calendarId();
  const choice = {
    is: "existing",
    calendarId: "desk@salon.example",
    oldEvents: "remove",
  } as const;
  salon.google.addFault({ kind: "events.delete", nth: 3, effect: { kind: "reset" } });
  await expect(salon.call("google.chooseCalendar", choice)).rejects.toMatchObject({
    code: "NO_NETWORK",
  });
  expect(await salon.calendarId()).toBe(old);
  await salon.call("google.chooseCalendar", choice);
  await salon.sync();
  expect(await salon.live()).toHaveLength(4);
  expect(await counts()).toMatchObject({ linked: 4, waiting: 0 });
  const left = salon.google.events(old).filter((event) => event.status !== "cancelled");
  expect(left.map((event) => event.summary?.slice(0, 4))).toEqual(["Busy", "Busy"]);
});

test("scenario 37: a deleted calendar deletes nothing here and asks for another", async () => {
  const { salon, desk, calendarId, booking, counts } = await withBusyWeek();
  salon.google.deleteCalendar(calendarId);
  await salon.sync();
  expect((await salon.call("sync.status", {})).state).toMatchObject({
    is: "failed",
    code: "CALENDAR_GONE",
  });
  expect(await counts()).toMatchObject({ blocks: 30, linked: 1 });
  expect((await desk.find(booking.id)).status).toBe("booked");
});

test("scenario 37: access lowered to reader keeps the change waiting and asks for another calendar", async () => {
  const { salon, desk, calendarId, booking, counts } = await withBusyWeek();
  salon.google.setRole("desk@salon.example", calendarId, "reader");
  await desk.move(booking, "2026-11-20T15:00:00.000Z");
  await salon.sync();
  expect((await salon.call("sync.status", {})).state).toMatchObject({
    is: "failed",
    code: "CALENDAR_READ_ONLY",
  });
  expect(await counts()).toMatchObject({ blocks: 30, waiting: 1 });
});

test("scenario 38: the delete of what is gone already counts as done", async () => {
  const { salon, desk, booking, counts } = await withBusyWeek(0);
  salon.google.addFault({
    kind: "events.delete",
    effect: { kind: "error", status: 410, reason: "deleted" },
  });
  await desk.cancel(booking);
  await salon.sync();
  expect(await counts()).toMatchObject({ waiting: 0, parked: 0 });
});

test("scenario 39: a delete that meets a rate limit is sent again", async () => {
  const { salon, desk, booking, counts } = await withBusyWeek(0);
  salon.google.addFault({
    kind: "events.delete",
    effect: { kind: "error", status: 403, reason: "rateLimitExceeded", domain: "usageLimits" },
  });
  await desk.cancel(booking);
  await salon.sync();
  expect(await counts()).toMatchObject({ waiting: 1 });
  await salon.passUntil("the delete went out", async () => (await salon.live()).length === 0);
  await salon.passUntil("nothing waits", async () => (await counts()).waiting === 0);
});

test("scenario 40: disconnecting with “remove our events” removes ours alone, and goes on after an interruption", async () => {
  const { salon, desk, counts } = await withBusyWeek(4);
  for (const hour of ["08", "10", "15"]) await desk.book(`2026-11-23T${hour}:00:00.000Z`);
  await salon.sync();
  salon.google.addFault({ kind: "events.delete", nth: 3, effect: { kind: "reset" } });
  await expect(
    salon.call("google.disconnect", { events: "removeAll", blocks: "keep" }),
  ).rejects.toMatchObject({
    code: "NO_NETWORK",
  });
  expect((await salon.call("google.connection", {})).connection).not.toBeNull();
  await salon.call("google.disconnect", { events: "removeAll", blocks: "keep" });
  expect(await salon.state()).toBe("disconnected");
  const left = salon.google
    .events("bookings@group.calendar.google.com")
    .filter((e) => e.status !== "cancelled");
  expect(left.map((event) => event.summary?.slice(0, 4))).toEqual(["Busy", "Busy", "Busy", "Busy"]);
  expect(await counts()).toMatchObject({ blocks: 0 });
  expect((await desk.blocks("2026-12-01", "2026-12-05")).map((block) => block.source)).toEqual(
    Array(4).fill("desk"),
  );
});

test("scenario 40: without a network a disconnect that removes events waits for it, over a restart too, or is taken back", async () => {
  const { salon, desk, calendarId, counts } = await withBusyWeek(4);
  for (const hour of ["08", "10"]) await desk.book(`2026-11-23T${hour}:00:00.000Z`);
  await salon.sync();
  const leave = () =>
    salon.call("google.disconnect", { events: "removeAll", blocks: "remove", offline: "wait" });
  const isLeaving = async () =>
    (await salon.call("google.connection", {})).connection?.leaving ?? null;
  salon.google.addFault({ path: "/calendar/v3", times: Infinity, effect: { kind: "reset" } });
  expect(await leave()).toEqual({ removedEvents: 0, revoked: false, waits: true });
  expect(await isLeaving()).toBe(true);
  await salon.call("google.stay", {});
  expect(await isLeaving()).toBe(false);
  salon.google.clearFaults();
  await salon.sync();
  expect(await counts()).toMatchObject({ linked: 3, blocks: 4 });

  salon.google.addFault({ path: "/calendar/v3", times: Infinity, effect: { kind: "reset" } });
  expect(await leave()).toMatchObject({ waits: true });
  await salon.restart();
  expect(await isLeaving()).toBe(true);
  salon.google.clearFaults();
  await salon.sync();
  await salon.passUntil("the two have parted", async () => (await isLeaving()) === null);
  expect(await salon.state()).toBe("disconnected");
  const left = salon.google.events(calendarId).filter((event) => event.status !== "cancelled");
  expect(left.map((event) => event.summary?.slice(0, 4))).toEqual(Array(4).fill("Busy"));
});

test("scenario 40: disconnecting with “remove what is ahead” ends a series that has begun, and a new connection brings it back", async () => {
  const { salon, calendarId, booking, shown, here, moveAtDesk } = await withSeries();
  await moveAtDesk("one", "2026-12-15T14:00:00.000Z", "2026-12-16T09:00:00.000Z");
  await salon.sync();
  salon.time.forward(8 * 86_400_000);
  await salon.call("google.disconnect", { events: "removeFuture", blocks: "remove" });
  expect(await shown()).toEqual(["2026-11-24T14:00:00.000Z"]);
  await salon.signIn();
  await salon.call("google.chooseCalendar", { is: "existing", calendarId });
  await salon.sync();
  expect(await shown()).toEqual(await here());
  expect(await shown()).toHaveLength(6);
  expect((await salon.call("booking.get", { id: booking.id })).booking.status).toBe("booked");
});

test("cancelling most bookings at once stops and asks before their events are deleted", async () => {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.connect();
  const bookings = [];
  for (let i = 0; i < 10; i += 1)
    bookings.push(
      await desk.book(
        new Date(Date.parse("2026-11-20T08:00:00.000Z") + i * 3_600_000).toISOString(),
      ),
    );
  await salon.sync();
  for (const booking of bookings.slice(0, 8)) await desk.cancel(booking);
  await salon.sync();
  expect((await salon.call("sync.status", {})).state).toMatchObject({
    is: "needsDecision",
    guard: { kind: "eventsDeleted", remove: 8, known: 10 },
  });
  expect(await salon.live()).toHaveLength(10);
  const examples = await salon.call("sync.guarded", {});
  expect(examples).toHaveLength(8);
  expect(examples[0]).toMatch(/, 2026-11-20 09:00–\d\d:\d\d$/);
  expect(JSON.stringify(await salon.call("sync.status", {}))).not.toContain(
    examples[0]?.split(",")[0],
  );
  await salon.call("sync.answerGuard", { answer: "goAhead" });
  await salon.sync();
  expect(await salon.live()).toHaveLength(2);
});
