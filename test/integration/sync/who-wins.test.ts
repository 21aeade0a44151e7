import { describe, expect, test } from "vitest";
import { connectedDesk, shownOf } from "../../fixtures/synced-desk-steps.ts";
import type { SyncedSalon } from "../../fixtures/synced-salon.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const FRIDAY_16 = "2026-11-20T15:00:00.000Z";
const ZONE = "Europe/Berlin";
const ELSEWHERE = "desk@salon.example";

async function withBooking() {
  const { salon, desk } = await connectedDesk();
  const booking = await desk.book(FRIDAY_14, { customer: desk.named("Mara Vogt") });
  await salon.sync();
  const calendarId = await salon.calendarId();
  const eventId = (await salon.live())[0]?.id ?? "";
  const start = (at = eventId) => salon.google.event(calendarId, at)?.start?.dateTime;
  const moveTo = (hour: string) =>
    salon.google.patchEvent(calendarId, eventId, {
      start: { dateTime: `2026-11-20T${hour}:00:00+01:00`, timeZone: ZONE },
      end: { dateTime: `2026-11-20T${hour}:45:00+01:00`, timeZone: ZONE },
    });
  return { salon, desk, booking, calendarId, eventId, start, moveTo };
}

const asked = async (salon: SyncedSalon) =>
  (await salon.call("sync.attention", {})).map(({ kind, bookingId }) => [kind, bookingId]);

describe("an event of ours", () => {
  test("that is moved to another calendar is restored in this one and asks whether to cancel", async () => {
    const { salon, desk, booking, calendarId, eventId } = await withBooking();
    salon.google.moveEventTo(calendarId, eventId, ELSEWHERE);
    await salon.sync();
    await salon.sync();
    const live = await salon.live();
    expect(live.map(({ summary }) => summary)).toEqual(["Mara Vogt"]);
    expect(await asked(salon)).toEqual([["deletedInGoogle", booking.id]]);
    expect((await desk.find(booking.id)).status).toBe("booked");
  });

  test("that was deleted twice comes back once more for a new version of its booking, and only once", async () => {
    const { salon, desk, booking, calendarId } = await withBooking();
    const deleteIt = async () => {
      for (const { id } of await salon.live()) salon.google.deleteEvent(calendarId, id ?? "");
      await salon.sync();
    };
    await deleteIt();
    await deleteIt();
    expect(await salon.live()).toEqual([]);
    await desk.move(await desk.find(booking.id), FRIDAY_16);
    await salon.sync();
    expect(await salon.live()).toHaveLength(1);
    await deleteIt();
    expect(await salon.live()).toHaveLength(1);
    await deleteIt();
    expect(await salon.live()).toEqual([]);
    expect(await asked(salon)).toEqual([["deletedInGoogle", booking.id]]);
  });

  test("that is moved onto taken time while its booking moves too goes where the desk put it", async () => {
    const { salon, desk, booking, calendarId, start, moveTo } = await withBooking();
    salon.google.createEvent(calendarId, {
      start: { dateTime: "2026-11-20T18:00:00+01:00", timeZone: ZONE },
      end: { dateTime: "2026-11-20T19:00:00+01:00", timeZone: ZONE },
    });
    moveTo("18");
    await desk.move(booking, FRIDAY_16);
    await salon.sync();
    expect(start()).toBe("2026-11-20T16:00:00+01:00");
    expect((await desk.find(booking.id)).start).toBe(FRIDAY_16);
  });

  test("that is moved to free time is put back where the owner wants no moves, and nobody is asked", async () => {
    const { salon, desk, booking, start, moveTo } = await withBooking();
    await salon.call("sync.setRules", { moves: "putBack" });
    moveTo("16");
    await salon.sync();
    expect(start()).toBe("2026-11-20T14:00:00+01:00");
    expect((await desk.find(booking.id)).start).toBe(FRIDAY_14);
    expect(await asked(salon)).toEqual([]);
  });

  test("that is given a rule in Google is put back to the one appointment it is", async () => {
    const { salon, booking, desk, calendarId, eventId } = await withBooking();
    salon.google.patchEvent(calendarId, eventId, { recurrence: ["RRULE:FREQ=WEEKLY;COUNT=3"] });
    await salon.sync();
    await salon.sync();
    expect(salon.google.event(calendarId, eventId)?.recurrence ?? []).toEqual([]);
    expect((await desk.find(booking.id)).start).toBe(FRIDAY_14);
  });
});

describe("a permission that is taken away while the desk runs", () => {
  test("is asked for, changes wait meanwhile, and the new sign-in sends them", async () => {
    const { salon, desk, booking, start } = await withBooking();
    const fault = salon.google.addFault({
      path: "/calendar/v3",
      times: Infinity,
      effect: { kind: "error", status: 403, reason: "insufficientPermissions" },
    });
    await desk.move(booking, FRIDAY_16);
    await salon.sync();
    expect((await salon.call("sync.status", {})).state).toMatchObject({
      is: "needsSignIn",
      cause: "scopeMissing",
    });
    expect(await shownOf(salon)).toMatchObject({ tone: "error", waiting: 1 });
    salon.google.removeFault(fault);
    await salon.signIn();
    await salon.sync();
    expect(start()).toBe("2026-11-20T16:00:00+01:00");
    expect(await shownOf(salon)).toMatchObject({ tone: "active", words: "upToDate" });
  });
});

test.each([404, 410])("the delete of an event that answers %i is done", async (status) => {
  const { salon, desk, booking } = await withBooking();
  const reason = status === 404 ? "notFound" : "deleted";
  salon.google.addFault({ kind: "events.delete", effect: { kind: "error", status, reason } });
  await desk.cancel(booking);
  await salon.sync();
  const { counts } = await salon.call("sync.status", {});
  expect(counts).toMatchObject({ waiting: 0, parked: 0 });
  expect(salon.calls("events.delete")).toBe(1);
});
