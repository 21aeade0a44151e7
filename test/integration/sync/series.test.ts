import { expect, test } from "vitest";
import { staffed } from "../../fixtures/synced-desk-steps.ts";
import {
  connected,
  FIRST,
  hourFrom,
  starts,
  withSeries,
  ZONE,
} from "../../fixtures/series-salon.ts";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";

const TUESDAYS = {
  summary: "Team meeting",
  start: { dateTime: "2026-11-24T09:00:00+01:00", timeZone: ZONE },
  end: { dateTime: "2026-11-24T10:00:00+01:00", timeZone: ZONE },
  recurrence: ["RRULE:FREQ=WEEKLY;BYDAY=TU"],
};

/** So few that nobody is asked when they go. */
const FOUR_TUESDAYS = { ...TUESDAYS, recurrence: ["RRULE:FREQ=WEEKLY;COUNT=4"] };

test("a recurring event made in Google blocks each of its occurrences", async () => {
  const { salon, desk, calendarId } = await connected();
  salon.google.createEvent(calendarId, TUESDAYS);
  await salon.sync();
  expect(starts(await desk.blocks("2026-11-19", "2026-12-16"))).toEqual([
    "2026-11-24T08:00:00.000Z",
    "2026-12-01T08:00:00.000Z",
    "2026-12-08T08:00:00.000Z",
    "2026-12-15T08:00:00.000Z",
  ]);
});

test("moved, cancelled and restored occurrences of a foreign series move, free and block their time alone", async () => {
  const { salon, desk, calendarId } = await connected();
  const master = salon.google.createEvent(calendarId, FOUR_TUESDAYS);
  const id = master.id ?? "";
  await salon.sync();
  salon.google.moveInstance(
    calendarId,
    id,
    "2026-12-01T08:00:00.000Z",
    hourFrom("2026-12-02T10:00:00.000Z"),
  );
  salon.google.deleteInstance(calendarId, id, "2026-12-08T08:00:00.000Z");
  await salon.sync();
  expect(starts(await desk.blocks("2026-11-19", "2026-12-16"))).toEqual([
    "2026-11-24T08:00:00.000Z",
    "2026-12-02T10:00:00.000Z",
    "2026-12-15T08:00:00.000Z",
  ]);
  salon.google.deleteEvent(calendarId, id);
  await salon.sync();
  expect(await desk.blocks("2026-11-19", "2026-12-16")).toEqual([]);
});

test("a foreign series keeps the staff member it was given to, also for occurrences that move later", async () => {
  const { salon, desk, calendarId } = await connected();
  const master = salon.google.createEvent(calendarId, TUESDAYS);
  await salon.sync();
  const [first] = await desk.blocks("2026-11-19", "2026-12-16");
  await salon.call("block.assign", { id: first?.id ?? "", staffId: desk.ben.id });
  salon.google.moveInstance(
    calendarId,
    master.id ?? "",
    "2026-12-01T08:00:00.000Z",
    hourFrom("2026-12-02T10:00:00.000Z"),
  );
  salon.google.expireSyncTokens();
  await salon.sync();
  const blocks = await desk.blocks("2026-11-19", "2026-12-16");
  expect(blocks.map((block) => block.staffIds)).toEqual(Array(4).fill([desk.ben.id]));
});

test("a series split in Google blocks the times of both its parts once", async () => {
  const { salon, desk, calendarId } = await connected();
  const master = salon.google.createEvent(calendarId, FOUR_TUESDAYS);
  await salon.sync();
  salon.google.splitSeries(calendarId, master.id ?? "", "2026-12-08T08:00:00.000Z", {
    start: { dateTime: "2026-12-08T11:00:00+01:00", timeZone: ZONE },
    end: { dateTime: "2026-12-08T12:00:00+01:00", timeZone: ZONE },
  });
  await salon.sync();
  expect(starts(await desk.blocks("2026-11-19", "2026-12-16"))).toEqual([
    "2026-11-24T08:00:00.000Z",
    "2026-12-01T08:00:00.000Z",
    "2026-12-08T10:00:00.000Z",
    "2026-12-15T10:00:00.000Z",
  ]);
});

test("scenario 25: an endless rule with hundreds of EXDATEs is bounded work and blocks what is left", async () => {
  const { salon, desk, calendarId } = await connected();
  const exdates = Array.from({ length: 300 }, (_, i) => {
    const day = new Date(Date.parse("2026-11-24T08:00:00.000Z") + i * 86_400_000);
    return `EXDATE:${day.toISOString().replace(/[-:]|\.000/g, "")}`;
  });
  salon.google.createEvent(calendarId, {
    ...TUESDAYS,
    recurrence: ["RRULE:FREQ=DAILY", ...exdates.slice(0, 5)],
  });
  await salon.sync();
  expect((await salon.call("sync.status", {})).counts.blocks).toBeLessThan(500);
  expect(starts(await desk.blocks("2026-11-19", "2026-12-01")).length).toBeGreaterThan(0);
});

test("a repeating booking is one recurring event with the business's zone, and costs one write", async () => {
  const { salon, master, shown, here } = await withSeries();
  expect(master).toMatchObject({
    summary: "Mara Vogt",
    recurrence: ["RRULE:FREQ=WEEKLY;COUNT=6"],
    start: { dateTime: "2026-11-24T15:00:00+01:00", timeZone: ZONE },
  });
  expect(await salon.live()).toHaveLength(1);
  expect(await shown()).toEqual(await here());
  expect(await shown()).toHaveLength(6);
});

test("one occurrence moved at the desk is an exception of the event, and the others stay", async () => {
  const { salon, shown, here, moveAtDesk } = await withSeries();
  salon.google.clearRequests();
  await moveAtDesk("one", "2026-12-01T14:00:00.000Z", "2026-12-02T09:00:00.000Z");
  await salon.sync();
  expect(salon.calls("events.patch")).toBe(1);
  expect(await shown()).toContain("2026-12-02T09:00:00.000Z");
  expect(await shown()).toEqual(await here());
  salon.google.clearRequests();
  await salon.sync();
  expect(salon.calls()).toBe(1);
});

test("one occurrence cancelled at the desk is cancelled in Google, and comes back when the cancellation is undone", async () => {
  const { salon, booking, shown, here, current } = await withSeries();
  const scope = { is: "one" as const, originalStart: "2026-12-01T14:00:00.000Z" };
  const set = async (status: "cancelled" | "booked") =>
    salon.call("booking.setStatus", {
      id: booking.id,
      revision: (await current()).revision,
      status,
      reason: "",
      scope,
    });
  await set("cancelled");
  await salon.sync();
  expect(await shown()).toHaveLength(5);
  expect(await shown()).toEqual(await here());
  await set("booked");
  await salon.sync();
  expect(await shown()).toHaveLength(6);
  expect(await shown()).toEqual(await here());
});

test("“this and following” splits the series on both sides, and exceptions behind the cut are not left over", async () => {
  const { salon, shown, here, moveAtDesk } = await withSeries();
  await moveAtDesk("one", "2026-12-22T14:00:00.000Z", "2026-12-23T09:00:00.000Z");
  await salon.sync();
  await moveAtDesk("following", "2026-12-08T14:00:00.000Z", "2026-12-08T16:00:00.000Z");
  await salon.sync();
  await salon.sync();
  expect(await shown()).toEqual(await here());
  expect(await shown()).toHaveLength(6);
  expect((await salon.live()).filter((event) => (event.recurrence ?? []).length > 0)).toHaveLength(
    2,
  );
});

test("all occurrences moved at the desk move in Google, with the exceptions kept or dropped by Google alike", async () => {
  for (const exceptionsAfterReanchor of ["keep", "drop"] as const) {
    const { salon, shown, here, moveAtDesk } = await withSeries({
      simulator: { switches: { exceptionsAfterReanchor } },
    });
    await moveAtDesk("one", "2026-12-01T14:00:00.000Z", "2026-12-02T09:00:00.000Z");
    await salon.sync();
    await moveAtDesk("all", FIRST, "2026-11-24T16:00:00.000Z");
    await salon.sync();
    await salon.sync();
    expect(await shown()).toEqual(await here());
  }
});

test("scenario 18: one occurrence deleted in Google is restored and asks", async () => {
  const { salon, calendarId, master, shown, here } = await withSeries();
  salon.google.deleteInstance(calendarId, master?.id ?? "", "2026-12-01T14:00:00.000Z");
  await salon.sync();
  await salon.sync();
  expect(await shown()).toHaveLength(6);
  expect(await shown()).toEqual(await here());
  expect((await salon.call("sync.attention", {})).map((item) => item.kind)).toEqual([
    "deletedInGoogle",
  ]);
});

test("scenario 19: one occurrence moved in Google onto free time moves that occurrence alone", async () => {
  const { salon, calendarId, master, shown, here } = await withSeries();
  salon.google.moveInstance(
    calendarId,
    master?.id ?? "",
    "2026-12-01T14:00:00.000Z",
    hourFrom("2026-12-02T09:00:00.000Z", 45),
  );
  await salon.sync();
  expect(await here()).toContain("2026-12-02T09:00:00.000Z");
  salon.google.clearRequests();
  await salon.sync();
  expect(salon.calls()).toBe(1);
  expect(await shown()).toEqual(await here());
});

test("one occurrence moved in Google onto busy time is put back", async () => {
  const { salon, desk, calendarId, master, shown, here } = await withSeries();
  await desk.book("2026-12-02T09:00:00.000Z");
  await salon.sync();
  salon.google.moveInstance(
    calendarId,
    master?.id ?? "",
    "2026-12-01T14:00:00.000Z",
    hourFrom("2026-12-02T09:00:00.000Z", 45),
  );
  await salon.sync();
  await salon.sync();
  expect(await shown()).toContain("2026-12-01T14:00:00.000Z");
  expect(await shown()).toEqual(await here());
});

test("scenario 20: “this and following” made in Google is put back, and its tail is foreign until someone decides", async () => {
  const { salon, desk, calendarId, master, booking } = await withSeries();
  salon.google.splitSeries(calendarId, master?.id ?? "", "2026-12-08T14:00:00.000Z", {
    start: { dateTime: "2026-12-08T18:00:00+01:00", timeZone: ZONE },
    end: { dateTime: "2026-12-08T18:45:00+01:00", timeZone: ZONE },
  });
  await salon.sync();
  await salon.sync();
  expect(salon.google.event(calendarId, master?.id ?? "")?.recurrence).toEqual([
    "RRULE:FREQ=WEEKLY;COUNT=6",
  ]);
  expect((await desk.find(booking.id)).status).toBe("booked");
  expect(starts(await desk.blocks("2026-12-08", "2026-12-09"))).toEqual([
    "2026-12-08T17:00:00.000Z",
  ]);
});

test("scenario 21: a weekly 15:00 across both DST changes stays 15:00 on both sides", async () => {
  const salon = await openSyncedSalon({ now: "2026-10-01T09:00:00.000Z" });
  const desk = await staffed(salon);
  await salon.connect();
  await desk.book("2026-10-13T13:00:00.000Z", { rrule: "FREQ=WEEKLY;COUNT=30" });
  await salon.sync();
  const inGoogle = salon.google.eventsBetween(
    await salon.calendarId(),
    "2026-10-01T00:00:00Z",
    "2027-06-01T00:00:00Z",
  );
  expect(inGoogle).toHaveLength(30);
  expect(new Set(inGoogle.map((event) => event.start?.dateTime?.slice(11, 16)))).toEqual(
    new Set(["15:00"]),
  );
  const months = ["2026-10-01", "2026-11-15", "2027-01-01", "2027-02-15", "2027-04-01"];
  const here = [];
  for (const [i, from] of months.entries()) {
    const to = months[i + 1] ?? "2027-05-20";
    here.push(...starts((await salon.call("schedule.get", { from, to })).bookings));
  }
  const there = inGoogle.map((event) => new Date(event.start?.dateTime ?? "").toISOString());
  expect(here.toSorted()).toEqual(there.toSorted());
});

test("scenario 29: an occurrence that changes again and again under our hand is parked after four tries, and only it waits", async () => {
  const { salon, desk, booking, moveAtDesk } = await withSeries();
  salon.google.addFault({
    kind: "events.patch",
    times: Infinity,
    effect: { kind: "error", status: 412, reason: "conditionNotMet" },
  });
  await moveAtDesk("one", "2026-12-01T14:00:00.000Z", "2026-12-02T09:00:00.000Z");
  await desk.book("2026-11-20T09:00:00.000Z");
  salon.google.clearRequests();
  await salon.sync();
  expect(salon.calls("events.patch")).toBe(4);
  expect(await salon.state()).toBe("idle");
  expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 0, parked: 1 });
  expect(await salon.live()).toHaveLength(2);
  salon.google.clearFaults();
  await salon.call("sync.settleAttention", { id: booking.id, how: "retry" });
  await salon.sync();
  expect((await salon.call("sync.status", {})).counts).toMatchObject({ waiting: 0, parked: 0 });
});
