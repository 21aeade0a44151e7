import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon, type SyncedSalon } from "../../fixtures/synced-salon.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const FRIDAY_16 = "2026-11-20T15:00:00.000Z";

async function withBooking() {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.connect();
  const booking = await desk.book(FRIDAY_14, { customer: desk.named("Mara Vogt") });
  await salon.sync();
  const calendarId = await salon.calendarId();
  const eventId = (await salon.live())[0]?.id ?? "";
  const moveInGoogle = (hour: string, day = "2026-11-20") =>
    salon.google.patchEvent(calendarId, eventId, {
      start: { dateTime: `${day}T${hour}:00+01:00`, timeZone: "Europe/Berlin" },
      end: { dateTime: `${day}T${hour.replace(":00", ":45")}:00+01:00`, timeZone: "Europe/Berlin" },
    });
  const startInGoogle = () => salon.google.event(calendarId, eventId)?.start?.dateTime;
  return { salon, desk, booking, calendarId, eventId, moveInGoogle, startInGoogle };
}

async function attention(salon: SyncedSalon): Promise<string[]> {
  return (await salon.call("sync.attention", {})).map((item) => item.kind);
}

/** What the journal says about what came from Google. */
async function takenIn(salon: SyncedSalon): Promise<(readonly [string, string])[]> {
  const lines = await salon.call("sync.journal", { direction: "in", search: "", limit: 50 });
  return lines.map(({ action, reason }) => [action, reason] as const);
}

test("a time moved in Google onto free time moves the booking, logged as Google's", async () => {
  const { salon, booking, moveInGoogle } = await withBooking();
  moveInGoogle("16:00");
  salon.google.clearRequests();
  await salon.sync();
  const detail = await salon.call("booking.get", { id: booking.id });
  expect(detail.booking.start).toBe(FRIDAY_16);
  expect(detail.log[0]).toMatchObject({ actor: "google", action: "moved" });
  await salon.sync();
  expect(salon.calls("events.patch")).toBe(0);
});

test("a time moved in Google onto another booking is put back and needs attention", async () => {
  const { salon, desk, booking, moveInGoogle, startInGoogle } = await withBooking();
  await desk.book(FRIDAY_16);
  await salon.sync();
  moveInGoogle("16:00");
  await salon.sync();
  expect((await desk.find(booking.id)).start).toBe(FRIDAY_14);
  expect(startInGoogle()).toBe("2026-11-20T14:00:00+01:00");
  expect(await attention(salon)).toEqual(["movedOntoBusy"]);
});

test("a time moved in Google onto busy time of Google's is put back", async () => {
  const { salon, desk, booking, calendarId, moveInGoogle, startInGoogle } = await withBooking();
  salon.google.createEvent(calendarId, {
    start: { dateTime: "2026-11-20T16:00:00+01:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-11-20T17:00:00+01:00", timeZone: "Europe/Berlin" },
  });
  moveInGoogle("16:00");
  await salon.sync();
  expect((await desk.find(booking.id)).start).toBe(FRIDAY_14);
  expect(startInGoogle()).toBe("2026-11-20T14:00:00+01:00");
});

test("an event turned into an all-day one is put back", async () => {
  const { salon, calendarId, eventId, startInGoogle } = await withBooking();
  salon.google.patchEvent(calendarId, eventId, {
    start: { date: "2026-11-20", dateTime: null },
    end: { date: "2026-11-21", dateTime: null },
  });
  await salon.sync();
  expect(startInGoogle()).toBe("2026-11-20T14:00:00+01:00");
});

test.each([
  ["title", { summary: "Somebody else" }, "summary", "Mara Vogt"],
  ["description", { description: "changed" }, "description", "Cut"],
  ["colour", { colorId: "11" }, "colorId", "2"],
] as const)("a %s changed in Google is put back", async (_name, change, field, ours) => {
  const { salon, calendarId, eventId } = await withBooking();
  salon.google.patchEvent(calendarId, eventId, change);
  await salon.sync();
  expect(salon.google.event(calendarId, eventId)?.[field]).toBe(ours);
});

test("what others add to our event stays when we write to it", async () => {
  const { salon, desk, booking, calendarId, eventId } = await withBooking();
  salon.google.patchEvent(calendarId, eventId, {
    location: "Second floor",
    reminders: { useDefault: false, overrides: [{ method: "popup", minutes: 5 }] },
    attendees: [{ email: "guest@example.com" }],
  });
  await salon.sync();
  await desk.move(await desk.find(booking.id), FRIDAY_16);
  await salon.sync();
  const event = salon.google.event(calendarId, eventId);
  expect(event?.location).toBe("Second floor");
  expect(event?.reminders?.overrides).toEqual([{ method: "popup", minutes: 5 }]);
  expect(event?.attendees).toHaveLength(1);
});

test("scenario 27: moved on both sides, the desk wins", async () => {
  const { salon, desk, booking, moveInGoogle, startInGoogle } = await withBooking();
  moveInGoogle("17:00");
  await desk.move(booking, FRIDAY_16);
  salon.google.clearRequests();
  await salon.sync();
  expect(startInGoogle()).toBe("2026-11-20T16:00:00+01:00");
  expect((await desk.find(booking.id)).start).toBe(FRIDAY_16);
  // The conflict was seen by reading, before anything was sent: one list, one write, and a line that says why.
  expect([salon.calls("events.list"), salon.calls()]).toEqual([1, 2]);
  expect(await takenIn(salon)).toEqual([
    ["putBack", "It was changed here and in the calendar; the desk wins."],
  ]);
});

test("scenario 28: a move whose push failed is not reverted by the next pull", async () => {
  const { salon, desk, booking, calendarId, eventId, startInGoogle } = await withBooking();
  salon.google.addFault({
    kind: "events.patch",
    effect: { kind: "error", status: 500, reason: "backendError" },
  });
  await desk.move(booking, FRIDAY_16);
  await salon.sync();
  salon.google.patchEvent(calendarId, eventId, { location: "Here" });
  await salon.sync();
  expect((await desk.find(booking.id)).start).toBe(FRIDAY_16);
  expect(startInGoogle()).toBe("2026-11-20T16:00:00+01:00");
});

test("scenario 29: an event that changes again and again under our hand is parked after four tries", async () => {
  const { salon, desk, booking } = await withBooking();
  salon.google.addFault({
    kind: "events.patch",
    times: Infinity,
    effect: { kind: "error", status: 412, reason: "conditionNotMet" },
  });
  await desk.move(booking, FRIDAY_16);
  salon.google.clearRequests();
  await salon.sync();
  expect(salon.calls("events.patch")).toBe(4);
  expect(await attention(salon)).toEqual(["parked"]);
  salon.google.clearFaults();
  await salon.call("sync.settleAttention", { id: booking.id, how: "retry" });
  await salon.sync();
  expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 0, parked: 0 });
});

test("a change that came between our look and our write is not overwritten unseen", async () => {
  const { salon, desk, booking, calendarId, eventId, startInGoogle } = await withBooking();
  await desk.move(booking, FRIDAY_16);
  let looked = false;
  salon.google.addFault({
    kind: "events.patch",
    when: () => {
      if (!looked) salon.google.patchEvent(calendarId, eventId, { location: "Changed meanwhile" });
      looked = true;
      return false;
    },
    effect: { kind: "reset" },
  });
  await salon.sync();
  expect(salon.google.requests({ kind: "events.patch", status: 412 })).toHaveLength(1);
  expect(startInGoogle()).toBe("2026-11-20T16:00:00+01:00");
  expect(salon.google.event(calendarId, eventId)?.location).toBe("Changed meanwhile");
});

test.each([10 * 60_000, -10 * 60_000, 365 * 86_400_000, -365 * 86_400_000])(
  "scenario 30: with our clock wrong by %i ms nothing is moved, lost or doubled",
  async (wrongBy) => {
    const { salon, desk, booking, startInGoogle } = await withBooking();
    salon.time.jump(wrongBy);
    salon.google.clock.advance(-wrongBy);
    await desk.move(booking, FRIDAY_16);
    await salon.sync();
    await salon.sync();
    expect(await salon.live()).toHaveLength(1);
    expect(startInGoogle()).toBe("2026-11-20T16:00:00+01:00");
  },
);

test("scenario 31: our own write comes back in the next pull and costs nothing more", async () => {
  const { salon, desk, booking } = await withBooking();
  await desk.move(booking, FRIDAY_16);
  await salon.sync();
  salon.google.clearRequests();
  await salon.sync();
  await salon.sync();
  expect(salon.calls()).toBe(2);
  expect(salon.calls("events.list")).toBe(2);
  expect(await takenIn(salon)).toEqual([]);
});

test("scenario 32: edited here and deleted there, the event comes back as edited", async () => {
  const { salon, desk, booking, calendarId, eventId } = await withBooking();
  salon.google.deleteEvent(calendarId, eventId);
  await desk.move(booking, FRIDAY_16);
  await salon.sync();
  const events = await salon.live();
  expect(events).toHaveLength(1);
  expect(events[0]?.start?.dateTime).toBe("2026-11-20T16:00:00+01:00");
});

test("scenario 33: a renamed service changes each of its events once", async () => {
  const { salon, desk } = await withBooking();
  await desk.book("2026-11-23T13:00:00.000Z");
  await salon.sync();
  salon.google.clearRequests();
  const { id, revision, ...fields } = desk.cut;
  await salon.call("service.save", {
    existing: { id, revision },
    fields: { ...fields, name: "Cut & finish" },
  });
  await salon.sync();
  expect(salon.calls("events.patch")).toBe(2);
  expect((await salon.live()).map((event) => event.description)).toEqual([
    "Cut & finish",
    "Cut & finish",
  ]);
});

test("an event deleted in Google is restored once and asks whether to cancel; the second time it stays deleted", async () => {
  const { salon, desk, booking, calendarId } = await withBooking();
  const only = async () => (await salon.live())[0]?.id ?? "";
  salon.google.deleteEvent(calendarId, await only());
  await salon.sync();
  expect(await salon.live()).toHaveLength(1);
  expect(await attention(salon)).toEqual(["deletedInGoogle"]);
  salon.google.deleteEvent(calendarId, await only());
  await salon.sync();
  await salon.sync();
  expect(await salon.live()).toHaveLength(0);
  expect((await desk.find(booking.id)).status).toBe("booked");
  expect(await attention(salon)).toEqual(["deletedInGoogle"]);
  await desk.move(await desk.find(booking.id), FRIDAY_16);
  await salon.sync();
  expect(await salon.live()).toHaveLength(1);
});

test("several edits before a cycle are one write", async () => {
  const { salon, desk, booking } = await withBooking();
  let current = booking;
  for (const hour of ["14", "15", "16", "17"]) {
    current = await desk.move(current, `2026-11-20T${hour}:00:00.000Z`);
  }
  salon.google.clearRequests();
  await salon.sync();
  expect(salon.calls("events.patch")).toBe(1);
});
