import { expect, test } from "vitest";
import { connectedDesk, shownOf, staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon, type SyncedSalon } from "../../fixtures/synced-salon.ts";
import { until } from "../../fixtures/until.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const FRIDAY_16 = "2026-11-20T15:00:00.000Z";

const waiting = async (salon: SyncedSalon) => (await salon.call("sync.status", {})).counts.waiting;

test("scenario 41: a rate limit with Retry-After is obeyed to the second", async () => {
  const { salon, desk } = await connectedDesk();
  salon.google.addFault({
    kind: "events.insert",
    effect: {
      kind: "error",
      status: 429,
      reason: "rateLimitExceeded",
      domain: "usageLimits",
      retryAfterSeconds: 90,
    },
  });
  await desk.book(FRIDAY_14);
  await salon.sync();
  expect((await salon.call("sync.status", {})).state).toMatchObject({
    is: "backoff",
    cause: "rateLimited",
  });
  expect(await shownOf(salon)).toMatchObject({ tone: "active", words: "limited", waiting: 1 });
  salon.google.clearRequests();
  salon.time.forward(89_000);
  // One turn, in which a cycle that is due begins; its state tells before any request arrives anywhere.
  await new Promise((resolve) => setImmediate(resolve));
  expect(await salon.state()).toBe("backoff");
  expect(salon.calls()).toBe(0);
  salon.time.forward(1_000);
  await until("the booking went out, with no more time passing", async () => {
    return (await waiting(salon)) === 0;
  });
  expect(await salon.live()).toHaveLength(1);
});

test("scenario 41: a rate limit without Retry-After backs off and drains by itself", async () => {
  const { salon, desk } = await connectedDesk();
  salon.google.addFault({
    kind: "events.insert",
    times: 3,
    effect: { kind: "error", status: 403, reason: "userRateLimitExceeded", domain: "usageLimits" },
  });
  await desk.book(FRIDAY_14);
  await salon.passUntil("the booking went out", async () => (await waiting(salon)) === 0);
  expect(await salon.live()).toHaveLength(1);
});

test("scenario 42: a refusal that is no quota is not repeated: the booking is parked, the others go on", async () => {
  const { salon, desk } = await connectedDesk();
  const refused = await desk.book(FRIDAY_14, { deskNotes: "poison" });
  await desk.book(FRIDAY_16);
  salon.google.addFault({
    kind: "events.insert",
    when: (request) => request.body.includes("poison"),
    times: Infinity,
    effect: { kind: "error", status: 400, reason: "invalid", message: "Invalid value." },
  });
  salon.google.clearRequests();
  await salon.sync();
  await salon.sync();
  expect(salon.google.requests({ kind: "events.insert", status: 400 })).toHaveLength(1);
  expect(await salon.live()).toHaveLength(1);
  const [item] = await salon.call("sync.attention", {});
  expect(item).toMatchObject({ kind: "parked", bookingId: refused.id });
  expect(await shownOf(salon)).toMatchObject({
    tone: "error",
    shape: "attention",
    words: "needsAttention",
    count: 1,
    fix: "review",
  });
  expect((await desk.find(refused.id)).calendarMark).toBe("failed");
});

test("scenario 43: one booking that always makes Google fail does not stop the others, and is parked in the end", async () => {
  const { salon, desk } = await connectedDesk();
  const poisoned = await desk.book(FRIDAY_14, { deskNotes: "poison" });
  salon.google.addFault({
    kind: "events.insert",
    when: (request) => request.body.includes("poison"),
    times: Infinity,
    effect: { kind: "error", status: 500, reason: "backendError" },
  });
  for (let i = 0; i < 9; i += 1) {
    await desk.book(new Date(Date.parse("2026-11-23T08:00:00.000Z") + i * 3_600_000).toISOString());
    await salon.sync();
  }
  expect(await salon.live()).toHaveLength(9);
  expect((await salon.call("sync.attention", {})).map((item) => item.bookingId)).toEqual([
    poisoned.id,
  ]);
});

test("scenario 44: a change answered by 500 stays queued and goes out later", async () => {
  const { salon, desk } = await connectedDesk();
  const booking = await desk.book(FRIDAY_14);
  await salon.sync();
  salon.google.addFault({
    kind: "events.patch",
    effect: { kind: "error", status: 500, reason: "backendError" },
  });
  await desk.move(booking, FRIDAY_16);
  await salon.sync();
  expect(await waiting(salon)).toBe(1);
  expect((await desk.find(booking.id)).calendarMark).toBe("waiting");
  await salon.passUntil("the move went out", async () => (await waiting(salon)) === 0);
  expect((await salon.live())[0]?.start?.dateTime).toBe("2026-11-20T16:00:00+01:00");
});

test("scenario 45: signed out by Google, changes wait and go out after the sign-in", async () => {
  const { salon, desk } = await connectedDesk();
  salon.google.revokeGrant("desk@salon.example");
  for (const hour of ["08", "10", "12", "14", "16"])
    await desk.book(`2026-11-23T${hour}:00:00.000Z`);
  await salon.sync();
  expect(await shownOf(salon)).toMatchObject({
    tone: "error",
    words: "signIn",
    fix: "signIn",
    waiting: 5,
  });
  await salon.signIn();
  await salon.sync();
  expect(await shownOf(salon)).toMatchObject({ tone: "active", words: "upToDate", waiting: 0 });
  expect(await salon.live()).toHaveLength(5);
});

test("an access token that expired is renewed once, unseen", async () => {
  const { salon, desk } = await connectedDesk();
  await desk.book(FRIDAY_14);
  salon.google.expireAccessTokens();
  await salon.sync();
  expect(await salon.state()).toBe("idle");
  expect(await salon.live()).toHaveLength(1);
});

test("scenario 46: a hung connection is given up after 30 seconds and nothing is lost", async () => {
  const { salon, desk } = await connectedDesk();
  await desk.book(FRIDAY_14);
  salon.google.addFault({ kind: "events.insert", effect: { kind: "hang" } });
  const cycle = salon.call("sync.now", {});
  await salon.passUntil(
    "the request hangs",
    () => salon.google.requests({ kind: "events.insert" }).length === 1,
  );
  salon.time.forward(31_000);
  await cycle;
  expect((await salon.call("sync.status", {})).state).toMatchObject({
    is: "backoff",
    cause: "timeout",
  });
  await salon.passUntil("the booking went out", async () => (await waiting(salon)) === 0);
  expect(await salon.live()).toHaveLength(1);
});

test("scenario 47: three days offline and 40 edits end as one write per booking", async () => {
  const { salon, desk } = await connectedDesk();
  const bookings = await Promise.all(
    ["08", "10", "12", "14"].map((hour) => desk.book(`2026-11-23T${hour}:00:00.000Z`)),
  );
  await salon.sync();
  const outage = salon.google.addFault({ path: "/", times: Infinity, effect: { kind: "reset" } });
  for (let edit = 0; edit < 40; edit += 1) {
    const booking = await desk.find(bookings[edit % 4]?.id ?? "");
    await desk.move(booking, new Date(Date.parse(booking.start) + 900_000).toISOString());
    salon.time.forward((3 * 86_400_000) / 40);
  }
  await salon.passUntil("the trouble shows", async () => (await salon.state()) === "offline");
  expect(await shownOf(salon)).toMatchObject({
    tone: "active",
    shape: "offline",
    words: "offlineWaiting",
    waiting: 4,
  });
  salon.google.removeFault(outage);
  salon.google.clearRequests();
  await salon.sync();
  expect(salon.calls("events.patch")).toBe(4);
  expect(await waiting(salon)).toBe(0);
  const inGoogle = (await salon.live()).map((event) => Date.parse(event.start?.dateTime ?? ""));
  const here = await Promise.all(
    bookings.map(async ({ id }) => Date.parse((await desk.find(id)).start)),
  );
  const ascending = (a: number, b: number) => a - b;
  expect(inGoogle.toSorted(ascending)).toEqual(here.toSorted(ascending));
});

test("scenario 48: “Active, up to date” is shown only after a fresh complete cycle with nothing waiting", async () => {
  const { salon, desk } = await connectedDesk();
  expect(await shownOf(salon)).toMatchObject({ tone: "active", words: "upToDate" });
  salon.google.addFault({
    path: "/calendar/v3",
    times: Infinity,
    effect: { kind: "error", status: 500, reason: "backendError" },
  });
  await desk.book(FRIDAY_14);
  await salon.sync();
  expect((await shownOf(salon)).words).toBe("retrying");
  await salon.passUntil(
    "a quarter of an hour of trouble is called trouble",
    async () => (await shownOf(salon)).words === "stuck",
  );
  expect(await shownOf(salon)).toMatchObject({ tone: "error", waiting: 1 });
  salon.google.clearFaults();
  await salon.sync();
  expect(await shownOf(salon)).toMatchObject({
    tone: "active",
    words: "upToDate",
    waiting: 0,
    asOf: null,
  });
  salon.time.jump(60 * 60_000);
  expect((await shownOf(salon)).words).toBe("stale");
});

test("scenario 49: consent without the calendar scope connects nothing and names what is missing", async () => {
  const salon = await openSyncedSalon();
  await staffed(salon);
  salon.google.setConsent({ untick: ["https://www.googleapis.com/auth/calendar.events"] });
  await salon.signIn();
  const { connection, progress } = await salon.call("google.connection", {});
  expect(connection).toBeNull();
  expect(progress).toMatchObject({
    is: "failed",
    code: "SCOPE_MISSING",
    missingScopes: ["https://www.googleapis.com/auth/calendar.events"],
  });
  expect(await salon.state()).toBe("disconnected");
});

test("the account's own limit rests the writes while reading goes on", async () => {
  const { salon, desk } = await connectedDesk();
  salon.google.addFault({
    kind: "events.insert",
    effect: { kind: "error", status: 403, reason: "quotaExceeded", domain: "usageLimits" },
  });
  await desk.book(FRIDAY_14);
  await salon.sync();
  expect(await shownOf(salon)).toMatchObject({ tone: "active", waiting: 1 });
  salon.google.createEvent(await salon.calendarId(), {
    start: { dateTime: "2026-11-21T10:00:00+01:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-11-21T11:00:00+01:00", timeZone: "Europe/Berlin" },
  });
  salon.google.clearRequests();
  await salon.sync();
  expect(salon.calls("events.insert")).toBe(0);
  expect((await salon.call("sync.status", {})).counts.blocks).toBe(1);
  await salon.passUntil("the booking went out", async () => (await waiting(salon)) === 0);
});

test("1,000 bookings never meet the quota and the nearest ones go first", async () => {
  const salon = await openSyncedSalon({ simulator: { quotas: { perUserPerMinute: 600 } } });
  const desk = await staffed(salon);
  const first = Date.parse("2026-11-20T06:00:00.000Z");
  for (let i = 0; i < 1_000; i += 1) {
    await desk.book(new Date(first + ((i * 7) % 1_000) * 3_600_000).toISOString());
  }
  await salon.signIn();
  const calendarId = "bookings@group.calendar.google.com";
  await salon.call("google.chooseCalendar", { is: "existing", calendarId });
  const sent = () => salon.google.requests({ kind: "events.insert", status: 200 });
  await salon.passUntil("half of them are there", () => sent().length >= 500, 60_000);
  const inSevenDays = new Date(first + 7 * 86_400_000).toISOString();
  const starts = (await salon.live()).map((event) =>
    new Date(event.start?.dateTime ?? "").toISOString(),
  );
  expect(starts.filter((start) => start < inSevenDays)).toHaveLength(168);
  await salon.passUntil("all of them are there", () => sent().length === 1_000, 60_000);
  expect(salon.google.requests().filter((r) => r.status === 429 || r.status === 403)).toEqual([]);
}, 180_000);

test("a pause keeps changes waiting and ends by itself", async () => {
  const { salon, desk } = await connectedDesk();
  await salon.call("sync.pause", { length: "hour" });
  await desk.book(FRIDAY_14);
  salon.time.forward(30 * 60_000);
  expect(await shownOf(salon)).toMatchObject({ tone: "active", shape: "paused", waiting: 1 });
  expect(await salon.live()).toHaveLength(0);
  await salon.restart();
  expect(await salon.state()).toBe("paused");
  salon.time.forward(31 * 60_000);
  await salon.passUntil("the booking went out", async () => (await waiting(salon)) === 0);
  expect(await salon.live()).toHaveLength(1);
});

test("a change at the desk goes out within seconds, by itself", async () => {
  const { salon, desk } = await connectedDesk();
  await desk.book(FRIDAY_14);
  salon.time.forward(1_000);
  await salon.passUntil("the booking went out", async () => (await waiting(salon)) === 0);
  expect(salon.time.clock.now() - Date.parse("2026-11-19T09:00:00.000Z")).toBeLessThan(10_000);
});

test("a change in Google is seen within six and a quarter minutes, by itself", async () => {
  const { salon, desk } = await connectedDesk();
  const began = salon.time.clock.now();
  salon.google.createEvent(await salon.calendarId(), {
    start: { dateTime: "2026-11-21T10:00:00+01:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-11-21T11:00:00+01:00", timeZone: "Europe/Berlin" },
  });
  await salon.passUntil("the block is there", async () => (await desk.blocks()).length === 1);
  expect(salon.time.clock.now() - began).toBeLessThanOrEqual(376_000);
});
