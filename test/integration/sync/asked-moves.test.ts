import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const FRIDAY_16 = "2026-11-20T15:00:00.000Z";

async function movedUnderAsk() {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.connect();
  await salon.call("sync.setRules", { moves: "ask" });
  const booking = await desk.book(FRIDAY_14);
  await salon.sync();
  const calendarId = await salon.calendarId();
  const eventId = (await salon.live())[0]?.id ?? "";
  salon.google.patchEvent(calendarId, eventId, {
    start: { dateTime: "2026-11-20T16:00:00+01:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-11-20T16:45:00+01:00", timeZone: "Europe/Berlin" },
  });
  await salon.sync();
  const [question] = await salon.call("sync.attention", {});
  const startInGoogle = () => salon.google.event(calendarId, eventId)?.start?.dateTime;
  return { salon, desk, booking, question, startInGoogle };
}

test("a move that is asked about says where the event stands now, and moves nothing", async () => {
  const { desk, booking, question } = await movedUnderAsk();
  expect(question).toMatchObject({
    kind: "movedInGoogle",
    bookingId: booking.id,
    start: FRIDAY_14,
    movedTo: FRIDAY_16,
  });
  expect((await desk.find(booking.id)).start).toBe(FRIDAY_14);
});

test("accepting it moves the booking and writes nothing to Google", async () => {
  const { salon, desk, booking, question } = await movedUnderAsk();
  salon.google.clearRequests();
  await salon.call("sync.settleAttention", { id: question?.id ?? "", how: "acceptGoogle" });
  await salon.sync();
  expect((await desk.find(booking.id)).start).toBe(FRIDAY_16);
  expect(salon.calls("events.patch")).toBe(0);
  expect(await salon.call("sync.attention", {})).toEqual([]);
});

test("refusing it puts the event back to the time of the booking", async () => {
  const { salon, desk, booking, question, startInGoogle } = await movedUnderAsk();
  await salon.call("sync.settleAttention", { id: question?.id ?? "", how: "retry" });
  await salon.sync();
  expect(startInGoogle()).toBe("2026-11-20T14:00:00+01:00");
  expect((await desk.find(booking.id)).start).toBe(FRIDAY_14);
  expect(await salon.call("sync.attention", {})).toEqual([]);
});

test("a complete list does not answer the question", async () => {
  const { salon, question, startInGoogle } = await movedUnderAsk();
  salon.google.expireSyncTokens();
  await salon.sync();
  expect(startInGoogle()).toBe("2026-11-20T16:00:00+01:00");
  expect(await salon.call("sync.attention", {})).toMatchObject([{ id: question?.id }]);
});
