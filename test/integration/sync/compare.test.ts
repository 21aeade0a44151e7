import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DATABASE_FILE } from "../../../src-main/core/desk.ts";
import { rowsOf } from "../../fixtures/rows-of.ts";
import { refuseNewEvents, staffed } from "../../fixtures/synced-desk-steps.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const FRIDAY_16 = "2026-11-20T15:00:00.000Z";
const FRIDAY_17 = "2026-11-20T16:00:00.000Z";

const SEVENTEEN = {
  start: { dateTime: "2026-11-20T17:00:00+01:00", timeZone: "Europe/Berlin" },
  end: { dateTime: "2026-11-20T17:45:00+01:00", timeZone: "Europe/Berlin" },
};

async function connected() {
  const salon = await openSyncedSalon();
  const desk = await staffed(salon);
  await salon.connect();
  const booking = await desk.book(FRIDAY_14, { customer: desk.named("Mara Vogt") });
  await salon.sync();
  const calendarId = await salon.calendarId();
  const eventId = (await salon.live())[0]?.id ?? "";
  const onlyItem = async () => (await salon.call("sync.attention", {}))[0]?.id ?? "";
  const decisions = async () =>
    (await salon.call("sync.journal", { direction: "all", search: "settled", limit: 10 })).map(
      ({ subject, reason }) => [subject, reason] as const,
    );
  /** Starts of the events in Google, in order. */
  const startsInGoogle = async () =>
    (await salon.live()).map((event) => event.start?.dateTime ?? "").toSorted();
  return { salon, desk, booking, calendarId, eventId, onlyItem, decisions, startsInGoogle };
}

/** Moved to 16:00 at the desk and to 17:00 in Google, with another title there. */
async function changedOnBothSides() {
  const at = await connected();
  at.salon.google.patchEvent(at.calendarId, at.eventId, { ...SEVENTEEN, summary: "Mara?" });
  await at.desk.move(at.booking, FRIDAY_16);
  await at.salon.sync();
  return at;
}

describe("a booking that was moved here and in Google", () => {
  test("keeps the desk's time and shows both versions, field by field", async () => {
    const { salon, booking, onlyItem, startsInGoogle } = await changedOnBothSides();
    expect(await startsInGoogle()).toEqual(["2026-11-20T16:00:00+01:00"]);
    expect(await salon.call("sync.compare", { id: await onlyItem() })).toEqual({
      kind: "changedOnBothSides",
      bookingId: booking.id,
      originalStart: null,
      ours: {
        title: "Mara Vogt",
        description: "Cut",
        time: { is: "timed", start: FRIDAY_16, end: "2026-11-20T15:45:00.000Z" },
        recurrence: [],
      },
      theirs: {
        title: "Mara?",
        description: "Cut",
        time: { is: "timed", start: FRIDAY_17, end: "2026-11-20T16:45:00.000Z" },
        recurrence: [],
      },
      differs: ["title", "time"],
      takes: { start: FRIDAY_17, end: "2026-11-20T16:45:00.000Z" },
    });
  });

  test("keeping ours ends it, and the activity says so", async () => {
    const { salon, onlyItem, decisions, startsInGoogle } = await changedOnBothSides();
    await salon.call("sync.settleAttention", { id: await onlyItem(), how: "retry" });
    await salon.sync();
    expect(await salon.call("sync.attention", {})).toEqual([]);
    expect(await startsInGoogle()).toEqual(["2026-11-20T16:00:00+01:00"]);
    expect(await decisions()).toEqual([
      ["Mara Vogt, Cut, 2026-11-20 16:00–16:45", "You kept the booking as the desk has it."],
    ]);
  });

  test("keeping Google's moves the booking, and its event follows", async () => {
    const { salon, desk, booking, onlyItem, decisions, startsInGoogle } =
      await changedOnBothSides();
    await salon.call("sync.settleAttention", { id: await onlyItem(), how: "acceptGoogle" });
    await salon.sync();
    expect(await salon.call("sync.attention", {})).toEqual([]);
    expect((await desk.find(booking.id)).start).toBe(FRIDAY_17);
    expect(await startsInGoogle()).toEqual(["2026-11-20T17:00:00+01:00"]);
    expect((await salon.live())[0]?.summary).toBe("Mara Vogt");
    expect((await decisions())[0]?.[1]).toBe("You took over the time of the calendar.");
  });

  test("keeping both makes a second booking with an event of its own", async () => {
    const { salon, desk, onlyItem, decisions, startsInGoogle } = await changedOnBothSides();
    await desk.book(FRIDAY_17);
    await salon.call("sync.settleAttention", { id: await onlyItem(), how: "keptBoth" });
    await salon.sync();
    expect(await salon.call("sync.attention", {})).toEqual([]);
    expect(await startsInGoogle()).toEqual([
      "2026-11-20T16:00:00+01:00",
      "2026-11-20T17:00:00+01:00",
    ]);
    expect((await decisions())[0]?.[1]).toMatch(/^You kept both/);
  });

  test("is asked about once, by what Google showed last", async () => {
    const { salon, desk, booking, calendarId, eventId, onlyItem } = await changedOnBothSides();
    salon.google.patchEvent(calendarId, eventId, {
      start: { dateTime: "2026-11-20T12:00:00+01:00", timeZone: "Europe/Berlin" },
      end: { dateTime: "2026-11-20T12:45:00+01:00", timeZone: "Europe/Berlin" },
    });
    await desk.move(await desk.find(booking.id), "2026-11-20T14:00:00.000Z");
    await salon.sync();
    expect(await salon.call("sync.attention", {})).toHaveLength(1);
    const { takes } = await salon.call("sync.compare", { id: await onlyItem() });
    expect(takes?.start).toBe("2026-11-20T11:00:00.000Z");
  });

  test("asks nothing when both sides chose the same time, or only words differ", async () => {
    const { salon, desk, booking, calendarId, eventId } = await connected();
    salon.google.patchEvent(calendarId, eventId, { ...SEVENTEEN, summary: "Mara?" });
    await desk.move(booking, FRIDAY_17);
    await salon.sync();
    salon.google.patchEvent(calendarId, eventId, { summary: "Mara??" });
    await desk.move(await desk.find(booking.id), FRIDAY_16);
    await salon.sync();
    expect(await salon.call("sync.attention", {})).toEqual([]);
  });

  test("leaves no word of Google's once the customer is erased", async () => {
    const { salon, booking } = await changedOnBothSides();
    const isKept = () =>
      [...rowsOf(join(salon.dataDir, DATABASE_FILE))].some((row) => row.includes("Mara?"));
    expect(isKept()).toBe(true);
    const id = (await salon.call("booking.get", { id: booking.id })).booking.customerId ?? "";
    const { customer } = await salon.call("customer.get", { id });
    await salon.call("customer.erase", { id, revision: customer.revision, ahead: "keep" });
    expect(isKept()).toBe(false);
  });
});

describe("what needs a person otherwise", () => {
  test("moved in Google onto taken time: its version is kept after it was put back", async () => {
    const { salon, desk, calendarId, eventId, onlyItem, startsInGoogle } = await connected();
    await desk.book(FRIDAY_17);
    await salon.sync();
    salon.google.patchEvent(calendarId, eventId, SEVENTEEN);
    await salon.sync();
    expect(await startsInGoogle()).toContain("2026-11-20T14:00:00+01:00");
    expect(await salon.call("sync.compare", { id: await onlyItem() })).toMatchObject({
      kind: "movedOntoBusy",
      differs: ["time"],
      takes: { start: FRIDAY_17 },
    });
  });

  test("a change that Google refuses: compared with what Google holds, and taken back to it nothing waits any more", async () => {
    const { salon, desk, booking, onlyItem } = await connected();
    salon.google.addFault({
      kind: "events.patch",
      times: Infinity,
      effect: { kind: "error", status: 400, reason: "invalid" },
    });
    await desk.move(booking, FRIDAY_16);
    await salon.sync();
    const id = await onlyItem();
    expect(await salon.call("sync.compare", { id })).toMatchObject({
      kind: "parked",
      ours: { time: { start: FRIDAY_16 } },
      theirs: { time: { start: FRIDAY_14 } },
      takes: { start: FRIDAY_14 },
    });
    await salon.call("sync.settleAttention", { id, how: "acceptGoogle" });
    await salon.sync();
    expect((await desk.find(booking.id)).start).toBe(FRIDAY_14);
    expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 0, parked: 0 });
  });

  test("a booking that Google never took has nothing to compare with", async () => {
    const { salon, desk, onlyItem } = await connected();
    refuseNewEvents(salon);
    await desk.book(FRIDAY_16);
    await salon.sync();
    expect(await salon.call("sync.compare", { id: await onlyItem() })).toMatchObject({
      kind: "parked",
      theirs: null,
      takes: null,
    });
  });

  test("one occurrence of a series is compared alone", async () => {
    const salon = await openSyncedSalon();
    const desk = await staffed(salon);
    await salon.connect();
    const series = await desk.book(FRIDAY_14, { rrule: "FREQ=WEEKLY;COUNT=4" });
    await salon.sync();
    const calendarId = await salon.calendarId();
    const master = (await salon.live())[0]?.id ?? "";
    const second = "2026-11-27T13:00:00.000Z";
    await desk.book("2026-11-27T15:00:00.000Z");
    await salon.sync();
    const [instance] = salon.google
      .eventsBetween(calendarId, "2026-11-27T00:00:00.000Z", "2026-11-28T00:00:00.000Z")
      .filter((event) => event.recurringEventId === master);
    salon.google.patchEvent(calendarId, instance?.id ?? "", {
      start: { dateTime: "2026-11-27T16:00:00+01:00", timeZone: "Europe/Berlin" },
      end: { dateTime: "2026-11-27T16:45:00+01:00", timeZone: "Europe/Berlin" },
    });
    await salon.sync();
    const [item] = await salon.call("sync.attention", {});
    expect(await salon.call("sync.compare", { id: item?.id ?? "" })).toMatchObject({
      kind: "movedOntoBusy",
      bookingId: series.id,
      originalStart: second,
      ours: { time: { start: second }, recurrence: [] },
      takes: { start: "2026-11-27T15:00:00.000Z" },
    });
  });

  test("what was settled is refused by name", async () => {
    const { salon } = await connected();
    const unknown = { id: "01990000-0000-7000-8000-00000000ffff" };
    await expect(salon.call("sync.compare", unknown)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
