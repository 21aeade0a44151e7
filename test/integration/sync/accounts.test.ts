import { describe, expect, test } from "vitest";
import { FIRST, hourFrom, withSeries } from "../../fixtures/series-salon.ts";
import type { SyncedSalon } from "../../fixtures/synced-salon.ts";

const DESK = "desk@salon.example";
const OWNER = "second@salon.example";
const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const FRIDAY_16 = "2026-11-20T15:00:00.000Z";
const MONDAY_10 = "2026-11-23T09:00:00.000Z";
const SECOND_TUESDAY = "2026-12-01T14:00:00.000Z";
const SALON_CALENDAR = {
  is: "existing",
  calendarId: "bookings@group.calendar.google.com",
} as const;
const THIRD_TUESDAY = "2026-12-08T14:00:00.000Z";

/** Two bookings and a series with a moved occurrence in the calendar of the desk's account; somebody else has one too. */
async function withTwoAccounts() {
  const at = await withSeries();
  const { salon, desk } = at;
  await at.moveAtDesk("one", SECOND_TUESDAY, "2026-12-01T16:00:00.000Z");
  const moved = await desk.book(FRIDAY_14);
  const cancelled = await desk.book(MONDAY_10);
  await salon.sync();
  salon.google.addAccount({ email: OWNER, zone: "Europe/Berlin" });
  return { ...at, moved, cancelled };
}

/** Signs in as somebody and chooses a calendar, as a person does who changes the account without a disconnect. */
async function changeTo(
  salon: SyncedSalon,
  account: string,
  choice: { is: "existing"; calendarId: string },
) {
  salon.google.setConsent({ account });
  await salon.signIn();
  await salon.call("google.chooseCalendar", choice);
  await salon.sync();
  await salon.sync();
}

const writes = (salon: SyncedSalon) =>
  ["events.insert", "events.patch", "events.delete"].map((kind) => salon.calls(kind));

/** What a person sees of a calendar: titles and starts, every occurrence for itself. */
function shownIn(salon: SyncedSalon, calendarId: string): string[] {
  return salon.google
    .eventsBetween(calendarId, "2026-11-19T00:00:00Z", "2027-02-01T00:00:00Z")
    .map(({ summary, start }) => `${new Date(start?.dateTime ?? "").toISOString()} ${summary}`)
    .toSorted();
}

describe("scenario 36: another account", () => {
  test("holds everything once, its exceptions too, and the old account's events stay as they were", async () => {
    const { salon } = await withTwoAccounts();
    const before = shownIn(salon, SALON_CALENDAR.calendarId);
    expect(before).toHaveLength(8);
    await changeTo(salon, OWNER, { is: "existing", calendarId: OWNER });
    expect((await salon.call("google.connection", {})).connection?.account).toBe(OWNER);
    expect(shownIn(salon, OWNER)).toEqual(before);
    expect(shownIn(salon, SALON_CALENDAR.calendarId)).toEqual(before);
    const { counts } = await salon.call("sync.status", {});
    expect(counts).toMatchObject({ waiting: 0, parked: 0, attention: 0, linked: 3, blocks: 0 });
  });

  test("and back again: only what changed meanwhile is written, and nothing stands twice", async () => {
    const { salon, desk, moved, cancelled, moveAtDesk } = await withTwoAccounts();
    await changeTo(salon, OWNER, { is: "existing", calendarId: OWNER });
    await moveAtDesk("one", THIRD_TUESDAY, "2026-12-08T16:00:00.000Z");
    await desk.move(moved, FRIDAY_16);
    await desk.cancel(cancelled);
    const added = await desk.book("2026-11-25T09:00:00.000Z");
    await salon.sync();
    salon.google.clearRequests();
    await changeTo(salon, DESK, SALON_CALENDAR);
    // One made, one cancelled, and two moved: a booking and one occurrence.
    expect(writes(salon)).toEqual([1, 2, 1]);
    expect(shownIn(salon, SALON_CALENDAR.calendarId)).toEqual(shownIn(salon, OWNER).toSorted());
    expect(await desk.blocks("2026-11-19", "2026-12-20")).toEqual([]);
    expect((await desk.find(added.id)).calendarMark).toBe("sent");
    const { counts } = await salon.call("sync.status", {});
    expect(counts).toMatchObject({ waiting: 0, parked: 0, attention: 0, linked: 3 });
  });

  test("and back again with its links lost: what is unlinked is found by its mark and id, a copy made by hand is not", async () => {
    const { salon, desk, moved } = await withTwoAccounts();
    const original = (await salon.live()).find(
      ({ start }) => start?.dateTime?.startsWith("2026-11-20") === true,
    );
    const copy = salon.google.duplicateEvent(
      SALON_CALENDAR.calendarId,
      original?.id ?? "",
      hourFrom("2026-11-26T09:00:00.000Z", 45),
    );
    const before = shownIn(salon, SALON_CALENDAR.calendarId);
    await changeTo(salon, OWNER, { is: "existing", calendarId: OWNER });
    salon.tamper(`DELETE FROM link WHERE calendar_key LIKE 'google/${DESK}/%'`);
    salon.tamper(`DELETE FROM link_exception WHERE calendar_key LIKE 'google/${DESK}/%'`);
    salon.google.clearRequests();
    await changeTo(salon, DESK, SALON_CALENDAR);
    expect(salon.calls("events.insert")).toBe(0);
    expect(salon.calls("events.delete")).toBe(0);
    expect(shownIn(salon, SALON_CALENDAR.calendarId)).toEqual(before);
    expect((await desk.find(moved.id)).start).toBe(FRIDAY_14);
    // The copy is somebody's event: it takes time, and the desk did not take it for the booking's own.
    expect(await desk.blocks("2026-11-26", "2026-11-27")).toHaveLength(1);
    expect(copy.id).not.toBe(original?.id);
  });

  test("and back again does not answer what was asked about a move in the first one's calendar", async () => {
    const { salon, desk, moved } = await withTwoAccounts();
    await salon.call("sync.setRules", { moves: "ask" });
    const event = (await salon.live()).find(
      ({ start }) => start?.dateTime?.startsWith("2026-11-20") === true,
    );
    const calendar = SALON_CALENDAR.calendarId;
    salon.google.patchEvent(calendar, event?.id ?? "", hourFrom(FRIDAY_16, 45));
    await salon.sync();
    const before = shownIn(salon, calendar);
    await changeTo(salon, OWNER, { is: "existing", calendarId: OWNER });
    await changeTo(salon, DESK, SALON_CALENDAR);
    expect(shownIn(salon, calendar)).toEqual(before);
    expect((await desk.find(moved.id)).start).toBe(FRIDAY_14);
    const [item, ...others] = await salon.call("sync.attention", {});
    expect(others).toEqual([]);
    expect(item).toMatchObject({ kind: "movedInGoogle", movedTo: FRIDAY_16 });
  });

  test("that sees the same calendar takes over the events that are there", async () => {
    const { salon, booking } = await withTwoAccounts();
    const before = shownIn(salon, SALON_CALENDAR.calendarId);
    salon.google.addCalendar(OWNER, { id: SALON_CALENDAR.calendarId, accessRole: "writer" });
    salon.google.clearRequests();
    await changeTo(salon, OWNER, SALON_CALENDAR);
    expect(salon.calls("events.insert")).toBe(0);
    expect(salon.calls("events.delete")).toBe(0);
    expect(shownIn(salon, SALON_CALENDAR.calendarId)).toEqual(before);
    expect((await salon.call("booking.get", { id: booking.id })).booking).toMatchObject({
      start: FIRST,
      calendarMark: "sent",
    });
    expect((await salon.call("sync.status", {})).counts).toMatchObject({
      linked: 3,
      blocks: 0,
      waiting: 0,
    });
  });
});
