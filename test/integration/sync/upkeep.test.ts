import { describe, expect, test } from "vitest";
import { refusal } from "../../fixtures/salon.ts";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import { FIRST, hourFrom, withSeries } from "../../fixtures/series-salon.ts";
import { openSyncedSalon, type SyncedSalon } from "../../fixtures/synced-salon.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const FRIDAY_16 = "2026-11-20T15:00:00.000Z";
const ZONE = "Europe/Berlin";

const span = (start: string, end: string) => ({
  start: { dateTime: start, timeZone: ZONE },
  end: { dateTime: end, timeZone: ZONE },
});
const YOGA = { summary: "Yoga", ...span("2026-11-21T10:00:00+01:00", "2026-11-21T11:00:00+01:00") };

async function withBooking() {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.connect();
  const booking = await desk.book(FRIDAY_14, { customer: desk.named("Mara Vogt") });
  await salon.sync();
  const calendarId = await salon.calendarId();
  const ownId = (await salon.live())[0]?.id ?? "";
  const create = (event: typeof YOGA): string =>
    salon.google.createEvent(calendarId, event).id ?? "";
  const writes = () => salon.calls() - salon.calls("events.list");
  return { salon, desk, booking, calendarId, ownId, create, writes };
}

describe("a full comparison", () => {
  test("of what is in step reads everything and writes nothing", async () => {
    const { salon, desk, create, writes } = await withBooking();
    create(YOGA);
    await desk.book(FRIDAY_16);
    await salon.sync();
    salon.google.clearRequests();
    const report = await salon.call("sync.full", {});
    expect(report).toMatchObject({ compared: 3, written: 0, status: { state: { is: "idle" } } });
    expect(writes()).toBe(0);
  });

  test("makes anew what the calendar lost and this desk did not notice, and only that", async () => {
    const { salon, desk, create, writes } = await withBooking();
    create(YOGA);
    await desk.book(FRIDAY_16);
    await salon.sync();
    salon.tamper("DELETE FROM link WHERE booking_id LIKE '%1'");
    salon.tamper("UPDATE link SET fields = json_set(fields, '$.title', 'old')");
    salon.google.clearRequests();
    const report = await salon.call("sync.full", {});
    expect(report.status.counts).toMatchObject({ waiting: 0, linked: 2, blocks: 1 });
    expect(await salon.live()).toHaveLength(3);
    expect(writes()).toBeLessThanOrEqual(2);
  });

  test("counts what is left out by the limit as neither compared nor written", async () => {
    const salon = await openSyncedSalon();
    const desk = await staffed(salon);
    await salon.call("sync.setRules", { maxEvents: 10 });
    for (let hour = 0; hour < 13; hour += 1)
      await desk.book(new Date(Date.parse(FRIDAY_14) + hour * 3_600_000).toISOString());
    await salon.connect();
    await salon.sync();
    expect(await salon.call("sync.full", {})).toMatchObject({ compared: 10, written: 0 });
  });

  test("does not answer what a person was asked about a move", async () => {
    const { salon, calendarId, ownId, writes } = await withBooking();
    await salon.call("sync.setRules", { moves: "ask" });
    salon.google.patchEvent(
      calendarId,
      ownId,
      span("2026-11-20T16:00:00+01:00", "2026-11-20T16:45:00+01:00"),
    );
    await salon.sync();
    salon.google.clearRequests();
    await salon.call("sync.full", {});
    expect(writes()).toBe(0);
    expect((await salon.call("sync.attention", {})).map(({ kind }) => kind)).toEqual([
      "movedInGoogle",
    ]);
  });

  test("ends a pause", async () => {
    const { salon } = await withBooking();
    await salon.call("sync.pause", { length: "untilResumed" });
    expect(await salon.call("sync.full", {})).toMatchObject({
      compared: 1,
      status: { state: { is: "idle" } },
    });
  });
});

describe("doubles", () => {
  test("copies made by hand and other tools' doubles are named by group, and what is ours never is", async () => {
    const { salon, booking, calendarId, ownId, create } = await withBooking();
    const copy = salon.google.duplicateEvent(
      calendarId,
      ownId,
      span("2026-11-23T10:00:00+01:00", "2026-11-23T10:45:00+01:00"),
    ).id;
    const ids = [create(YOGA), create(YOGA), create(YOGA)].toSorted();
    create({ ...YOGA, summary: "Pilates" });
    await salon.sync();
    const groups = await salon.call("sync.duplicates", {});
    expect(
      groups.map(({ kind, bookingId, events }) => [kind, bookingId, events.map(({ id }) => id)]),
    ).toEqual([
      ["copyOfBooking", booking.id, [copy]],
      ["sameTitleAndTime", null, ids.slice(1)],
    ]);
    expect(JSON.stringify(groups)).not.toContain(ownId);
    // Nobody at the desk reads what others wrote, until the owner wants it.
    const titles = async () =>
      (await salon.call("sync.duplicates", {})).map(({ events }) => events[0]?.title);
    expect(await titles()).toEqual(["Mara Vogt", null]);
    await salon.call("sync.setRules", { showDetails: true });
    expect(await titles()).toEqual(["Mara Vogt", "Yoga"]);
  });

  test("another tool's event for the same person at the same time is one, whatever details are shown", async () => {
    const { salon, booking, create } = await withBooking();
    const id = create({
      summary: "Vogt Mara (Cut)",
      ...span("2026-11-20T14:00:00+01:00", "2026-11-20T14:45:00+01:00"),
    });
    await salon.sync();
    const [group] = await salon.call("sync.duplicates", {});
    expect(group).toMatchObject({
      kind: "sameTimeAsBooking",
      bookingId: booking.id,
      customerName: "Mara Vogt",
      events: [{ id }],
    });
  });

  test("only what was chosen is removed, its time is free, and the journal says why", async () => {
    const { salon, desk, ownId, create } = await withBooking();
    const ids = [create(YOGA), create(YOGA), create(YOGA)].toSorted();
    await salon.sync();
    salon.google.clearRequests();
    expect(await salon.call("sync.removeDuplicates", { eventIds: ids.slice(2) })).toEqual({
      removed: 1,
    });
    expect(salon.calls("events.delete")).toBe(1);
    expect((await salon.live()).map(({ id }) => id)).toEqual(
      expect.arrayContaining([ownId, ...ids.slice(0, 2)]),
    );
    expect(await desk.blocks()).toHaveLength(2);
    const journal = await salon.call("sync.journal", {
      limit: 50,
      search: "double",
      direction: "out",
    });
    expect(journal).toMatchObject([{ action: "doubleRemoved" }]);
    await salon.sync();
    expect(await desk.blocks()).toHaveLength(2);
    expect(await salon.call("sync.attention", {})).toEqual([]);
  });

  test.each([["ours"], ["the one that stays"], ["no double"], ["unknown"]])(
    "an event that is %s is refused, and then nothing is removed",
    async (which) => {
      const { salon, ownId, create } = await withBooking();
      const [first = "", second = ""] = [create(YOGA), create(YOGA)].toSorted();
      const other = create({ ...YOGA, summary: "Pilates" });
      await salon.sync();
      const named = {
        ours: ownId,
        "the one that stays": first,
        "no double": other,
        unknown: "nobody",
      }[which];
      const eventIds = [second, named ?? ""];
      expect((await refusal(salon.call("sync.removeDuplicates", { eventIds }))).code).toBe(
        "NOT_FOUND",
      );
      expect(await salon.live()).toHaveLength(4);
    },
  );

  test("a double that was changed in the calendar since it was shown is not removed", async () => {
    const { salon, calendarId, create } = await withBooking();
    const [, second = ""] = [create(YOGA), create(YOGA)].toSorted();
    await salon.sync();
    salon.google.patchEvent(calendarId, second, { summary: "Yoga, advanced" });
    const error = await refusal(salon.call("sync.removeDuplicates", { eventIds: [second] }));
    expect(error.code).toBe("REMOTE_REFUSED");
    expect(await salon.live()).toHaveLength(3);
  });
});

describe("doubles that repeat", () => {
  const doubles = async (salon: SyncedSalon) =>
    (await salon.call("sync.duplicates", {})).map(({ kind, bookingId, events }) => [
      kind,
      bookingId,
      events.map(({ id, repeats }) => [id, repeats]),
    ]);

  /** A copy of our series with the exceptions that it had, as an import makes it: nothing of ours is on it. */
  async function withImportedCopy() {
    const at = await withSeries();
    const { salon, calendarId, moveAtDesk } = at;
    await moveAtDesk("one", "2026-12-01T14:00:00.000Z", "2026-12-01T16:00:00.000Z");
    await salon.sync();
    const copy = salon.google.createSeries(calendarId, {
      summary: "Mara Vogt",
      ...hourFrom(FIRST, 45),
      recurrence: ["RRULE:FREQ=WEEKLY;COUNT=6"],
    });
    salon.google.moveInstance(
      calendarId,
      copy.id ?? "",
      "2026-12-15T14:00:00.000Z",
      hourFrom("2026-12-15T08:00:00.000Z", 45),
    );
    salon.google.deleteInstance(calendarId, copy.id ?? "", "2026-12-22T14:00:00.000Z");
    await salon.sync();
    return { ...at, copyId: copy.id ?? "" };
  }

  test("a copied series is named once, with its exceptions, and goes as a whole; ours stays with its own", async () => {
    const { salon, desk, booking, copyId, shown, here } = await withImportedCopy();
    expect(await doubles(salon)).toEqual([["sameTimeAsBooking", booking.id, [[copyId, true]]]]);
    expect(await desk.blocks("2026-11-19", "2026-12-31")).toHaveLength(5);
    salon.google.clearRequests();
    await salon.call("sync.removeDuplicates", { eventIds: [copyId] });
    expect(salon.calls("events.delete")).toBe(1);
    expect(await desk.blocks("2026-11-19", "2026-12-31")).toEqual([]);
    await salon.sync();
    expect(await shown()).toEqual(await here());
    expect(await shown()).toHaveLength(6);
    expect(await doubles(salon)).toEqual([]);
  });

  test("the tail that a split made in Google left beside our series is named, and can be removed", async () => {
    const { salon, desk, calendarId, booking, master, shown, here } = await withSeries();
    const { tail } = salon.google.splitSeries(
      calendarId,
      master?.id ?? "",
      "2026-12-08T14:00:00.000Z",
    );
    await salon.sync();
    await salon.sync();
    expect(await desk.blocks("2026-11-19", "2026-12-31")).not.toEqual([]);
    expect(await doubles(salon)).toEqual([["copyOfBooking", booking.id, [[tail.id, true]]]]);
    await salon.call("sync.removeDuplicates", { eventIds: [tail.id ?? ""] });
    await salon.sync();
    expect(await desk.blocks("2026-11-19", "2026-12-31")).toEqual([]);
    expect(await shown()).toEqual(await here());
  });
});

describe("titles of foreign events", () => {
  test("are shown when the owner wants it, for what is there already too, and hidden again", async () => {
    const { salon, desk, create } = await withBooking();
    create(YOGA);
    salon.google.createEvent(await salon.calendarId(), {
      summary: "Team",
      ...span("2026-11-24T09:00:00+01:00", "2026-11-24T10:00:00+01:00"),
      recurrence: ["RRULE:FREQ=DAILY;COUNT=2"],
    });
    await salon.sync();
    const titles = async () => (await desk.blocks()).map(({ title }) => title);
    expect(await titles()).toEqual(["", "", ""]);
    salon.google.clearRequests();
    await salon.call("sync.setRules", { showDetails: true });
    expect(await titles()).toEqual(["Yoga", "Team", "Team"]);
    await salon.call("sync.setRules", { showDetails: false });
    expect(await titles()).toEqual(["", "", ""]);
    expect(salon.calls()).toBe(0);
  });
});

test("a move that was asked about and is taken back in the calendar asks for nothing any more", async () => {
  const { salon, desk, booking, calendarId, ownId } = await withBooking();
  await salon.call("sync.setRules", { moves: "ask" });
  salon.google.patchEvent(
    calendarId,
    ownId,
    span("2026-11-20T16:00:00+01:00", "2026-11-20T16:45:00+01:00"),
  );
  await salon.sync();
  expect(await salon.call("sync.attention", {})).toHaveLength(1);
  salon.google.patchEvent(
    calendarId,
    ownId,
    span("2026-11-20T14:00:00+01:00", "2026-11-20T14:45:00+01:00"),
  );
  await salon.sync();
  expect(await salon.call("sync.attention", {})).toEqual([]);
  expect((await desk.find(booking.id)).start).toBe(FRIDAY_14);
});

test("accepting a move takes over the time alone: a title that was changed with it is put back", async () => {
  const { salon, desk, booking, calendarId, ownId, writes } = await withBooking();
  await salon.call("sync.setRules", { moves: "ask" });
  salon.google.patchEvent(calendarId, ownId, {
    summary: "Somebody else",
    ...span("2026-11-20T16:00:00+01:00", "2026-11-20T16:45:00+01:00"),
  });
  await salon.sync();
  const [item] = await salon.call("sync.attention", {});
  salon.google.clearRequests();
  await salon.call("sync.settleAttention", { id: item?.id ?? "", how: "acceptGoogle" });
  await salon.sync();
  expect((await desk.find(booking.id)).start).toBe(FRIDAY_16);
  expect(await salon.live()).toMatchObject([
    { summary: "Mara Vogt", start: { dateTime: "2026-11-20T16:00:00+01:00" } },
  ]);
  expect(writes()).toBe(1);
});
