import { describe, expect, test } from "vitest";
import { refusal } from "../../fixtures/salon.ts";
import { openSeriesDesk } from "../../fixtures/series-desk.ts";

/** Friday 20 November 2026, 10:00 in Berlin. */
const FRIDAY = "2026-11-20T09:00:00.000Z";
const SECOND = "2026-11-27T09:00:00.000Z";
const THIRD = "2026-12-04T09:00:00.000Z";

describe("a repeating booking", () => {
  test("is on the schedule at each of its times, under one id", async () => {
    const desk = await openSeriesDesk();
    const made = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=3");
    expect(made).toMatchObject({
      rrule: "FREQ=WEEKLY;COUNT=3",
      start: FRIDAY,
      occurrence: { originalStart: FRIDAY, changed: false },
    });
    const shown = await desk.schedule("2026-11-01", "2027-02-01");
    expect(shown.map((one) => one.id)).toEqual([made.id, made.id, made.id]);
    expect(shown.map((one) => desk.wall(one.start))).toEqual([
      "2026-11-20 10:00",
      "2026-11-27 10:00",
      "2026-12-04 10:00",
    ]);
    expect(shown.map((one) => one.occurrence?.originalStart)).toEqual([FRIDAY, SECOND, THIRD]);
    expect(desk.pending()).toEqual([made.id]);
  });

  test("stands between single bookings in the order of time", async () => {
    const desk = await openSeriesDesk();
    await desk.book("2026-11-27T10:00:00.000Z");
    await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    await desk.book("2026-11-27T08:00:00.000Z");
    expect(await desk.starts("2026-11-27", "2026-11-28")).toEqual([
      "2026-11-27 09:00",
      "2026-11-27 10:00",
      "2026-11-27 11:00",
    ]);
  });

  test("is the first visit once", async () => {
    const desk = await openSeriesDesk();
    const eva = await desk.customer("Eva Berg");
    await desk.repeat(FRIDAY, "FREQ=DAILY;COUNT=3", { customer: { is: "known", id: eva.id } });
    const shown = await desk.schedule("2026-11-20", "2026-11-25");
    expect(shown.map((one) => one.firstVisit)).toEqual([true, false, false]);
  });

  test.each([
    ["Europe/Berlin", "2026-10-20T13:00:00.000Z", "2026-10-20", "2026-11-05", "15:00"],
    ["Europe/Berlin", "2027-03-25T14:00:00.000Z", "2027-03-25", "2027-04-05", "15:00"],
    ["America/New_York", "2026-10-28T19:00:00.000Z", "2026-10-28", "2026-11-05", "15:00"],
    ["Australia/Lord_Howe", "2026-10-01T04:30:00.000Z", "2026-10-01", "2026-10-10", "15:00"],
    ["Pacific/Auckland", "2027-04-01T02:00:00.000Z", "2027-04-01", "2027-04-08", "15:00"],
  ])(
    "keeps its time on the wall in %s when the clocks change",
    async (zone, start, from, to, time) => {
      const desk = await openSeriesDesk({ zone });
      await desk.repeat(start, "FREQ=DAILY");
      const times = new Set((await desk.starts(from, to)).map((at) => at.slice(11)));
      expect([...times]).toEqual([time]);
    },
  );

  test("ends where its UNTIL says, and an endless one never", async () => {
    const desk = await openSeriesDesk();
    await desk.repeat(FRIDAY, "FREQ=WEEKLY;UNTIL=20261127T090000Z");
    expect(await desk.starts("2026-11-01", "2027-03-01")).toHaveLength(2);
    await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    expect(await desk.starts("2199-01-01", "2199-02-01")).toHaveLength(4);
  });

  test.each([
    ["FREQ=WEEKLY;BYDAY=MO", "begins on 2026-11-23"],
    ["FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=2MO", "never happens"],
    ["FREQ=DAILY;UNTIL=20201231", "never happens"],
    ["every week", "not a repetition"],
    ["FREQ=HOURLY", "doesn't offer"],
    ["FREQ=DAILY;COUNT=731", "730 times"],
    ["FREQ=DAILY;INTERVAL=100", "99 days"],
    ["FREQ=DAILY;COUNT=3;UNTIL=20270101", "not both"],
  ])("is refused by its field for the rule %s", async (rrule, message) => {
    const desk = await openSeriesDesk();
    const error = await refusal(desk.repeat(FRIDAY, rrule));
    expect(error.code).toBe("BAD_INPUT");
    expect(error.fields?.["booking.rrule"]).toContain(message);
    expect(desk.pending()).toEqual([]);
  });

  test("has to be free for its next times, not only for the first", async () => {
    const desk = await openSeriesDesk();
    await desk.book("2026-12-04T09:30:00.000Z");
    const error = await refusal(desk.repeat(FRIDAY, "FREQ=WEEKLY", {}, false));
    expect(error).toMatchObject({ code: "CONFLICT" });
    expect(error.message).toContain("On 2026-12-04");
    expect((await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=2", {}, false)).rrule).not.toBeNull();
  });

  test("is in the way of others at each of its times", async () => {
    const desk = await openSeriesDesk();
    const series = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    const error = await refusal(desk.book("2027-03-05T09:15:00.000Z"));
    expect(error.code).toBe("CONFLICT");
    const { conflicts } = await desk.call("booking.check", {
      staffId: desk.anna.id,
      start: SECOND,
      durationMinutes: 30,
      ignoreBookingId: null,
    });
    expect(conflicts).toMatchObject([{ kind: "booking", bookingId: series.id, start: SECOND }]);
  });

  test("is not in its own way, but another of its times is", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    await desk.change(id, "one", THIRD, { start: "2026-11-27T10:00:00.000Z" });
    const moveTo = (start: string) => desk.change(id, "one", SECOND, { start }, false);
    expect((await moveTo("2026-11-27T09:10:00.000Z")).start).toBe("2026-11-27T09:10:00.000Z");
    expect((await refusal(moveTo("2026-11-27T09:30:00.000Z"))).code).toBe("CONFLICT");
  });

  test("can be read by one of its times, and by a time that it doesn't have not", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=3");
    const detail = await desk.call("booking.get", { id, originalStart: SECOND });
    expect(detail.booking.start).toBe(SECOND);
    expect(detail.conflicts).toEqual([]);
    for (const originalStart of ["2026-12-11T09:00:00.000Z", "2026-11-27T09:05:00.000Z"])
      expect((await refusal(desk.call("booking.get", { id, originalStart }))).code).toBe(
        "NOT_FOUND",
      );
  });

  test("is not changed by who doesn't say which of it is meant", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    const update = desk.call("booking.update", {
      id,
      revision: 1,
      changes: { deskNotes: "x" },
      anyway: false,
    });
    expect(Object.keys((await refusal(update)).fields ?? {})).toEqual(["scope"]);
    const cancel = desk.call("booking.setStatus", {
      id,
      revision: 1,
      status: "cancelled",
      reason: "",
    });
    expect((await refusal(cancel)).code).toBe("BAD_INPUT");
  });
});

describe("one occurrence", () => {
  test("is moved alone, and back again leaves no trace of it", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=3");
    desk.settlePending();
    const moved = await desk.change(id, "one", SECOND, { start: "2026-11-28T12:00:00.000Z" });
    expect(moved).toMatchObject({
      start: "2026-11-28T12:00:00.000Z",
      end: "2026-11-28T12:45:00.000Z",
      revision: 2,
      occurrence: { originalStart: SECOND, changed: true },
    });
    expect(await desk.starts("2026-11-01", "2027-01-01")).toEqual([
      "2026-11-20 10:00",
      "2026-11-28 13:00",
      "2026-12-04 10:00",
    ]);
    expect(desk.pending()).toEqual([id]);
    await desk.change(id, "one", SECOND, { start: SECOND });
    expect(desk.stores.overrides.ofBooking(id)).toEqual([]);
    const { log } = await desk.call("booking.get", { id });
    expect(log[0]).toMatchObject({
      action: "moved",
      details: { occurrence: SECOND, scope: "one" },
    });
  });

  test("is found where it was moved to, far before and far behind its series", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=3");
    await desk.change(id, "one", SECOND, { start: "2027-06-01T09:00:00.000Z" });
    await desk.change(id, "one", THIRD, { start: "2026-03-02T09:00:00.000Z" });
    expect(await desk.starts("2027-06-01", "2027-06-02")).toEqual(["2027-06-01 11:00"]);
    expect(await desk.starts("2026-03-02", "2026-03-03")).toEqual(["2026-03-02 10:00"]);
    expect(await desk.starts("2026-11-01", "2027-01-01")).toEqual(["2026-11-20 10:00"]);
    expect((await refusal(desk.book("2027-06-01T09:15:00.000Z"))).code).toBe("CONFLICT");
  });

  test("goes to somebody else, with another service and other notes", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    const changed = await desk.change(id, "one", SECOND, {
      staffId: desk.ben.id,
      serviceId: desk.colour.id,
      deskNotes: "Allergic to ammonia",
    });
    expect(changed).toMatchObject({ serviceName: "Colour", deskNotes: "Allergic to ammonia" });
    const taken = (staffId: string) =>
      desk.stores.bookings.taken(staffId, SECOND, "2026-11-27T10:00:00.000Z");
    expect(taken(desk.anna.id)).toEqual([]);
    expect(taken(desk.ben.id)).toMatchObject([{ bookingId: id, originalStart: SECOND }]);
    const [, , third] = await desk.schedule("2026-11-20", "2026-12-05");
    expect(third).toMatchObject({ serviceName: "Cut", deskNotes: "", staffId: desk.anna.id });
  });

  test("is cancelled, frees its time, and comes back where it was", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=3");
    await desk.change(id, "one", SECOND, { start: "2026-11-27T13:00:00.000Z" });
    desk.settlePending();
    const cancelled = await desk.setStatus(id, "one", SECOND, "cancelled", "Ill");
    expect(cancelled).toMatchObject({ status: "cancelled", cancelReason: "Ill" });
    expect(desk.pending()).toEqual([id]);
    expect(await desk.starts("2026-11-01", "2027-01-01")).toHaveLength(2);
    expect(
      desk.stores.bookings.taken(
        desk.anna.id,
        "2026-11-27T00:00:00.000Z",
        "2026-11-28T00:00:00.000Z",
      ),
    ).toEqual([]);
    expect(desk.stores.bookings.occurrenceForCalendar(id, SECOND)).toBeNull();
    const back = await desk.setStatus(id, "one", SECOND, "booked");
    expect(back).toMatchObject({
      status: "booked",
      cancelReason: "",
      start: "2026-11-27T13:00:00.000Z",
    });
  });

  test("has a status of its own, which the calendar needn't know", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    desk.settlePending();
    await desk.setStatus(id, "one", FRIDAY, "arrived");
    await desk.setStatus(id, "one", FRIDAY, "done");
    await desk.setStatus(id, "one", SECOND, "noShow");
    const shown = await desk.schedule("2026-11-20", "2026-12-05");
    expect(shown.map((one) => one.status)).toEqual(["done", "noShow", "booked"]);
    expect(desk.pending()).toEqual([]);
    expect((await desk.book(SECOND, {}, false)).start).toBe(SECOND);
  });

  test.each([
    [
      "customer",
      {
        customer: {
          is: "new" as const,
          fields: { name: "Ida", phone: "", email: "", notes: "", alert: "" },
        },
      },
    ],
    ["walkIn", { walkIn: true }],
    ["rrule", { rrule: "FREQ=DAILY" }],
    ["rrule", { rrule: null }],
  ])("can't have a %s of its own", async (field, changes) => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    const error = await refusal(desk.change(id, "one", SECOND, changes));
    expect(Object.keys(error.fields ?? {})).toEqual([`changes.${field}`]);
    expect(desk.revisionOf(id)).toBe(1);
  });

  test("in the hour that the clocks skip begins as late as calendars show it, and is known by its name", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat("2027-03-27T01:30:00.000Z", "FREQ=DAILY;COUNT=3");
    const shown = await desk.schedule("2027-03-27", "2027-03-30");
    expect(shown.map((one) => desk.wall(one.start))).toEqual([
      "2027-03-27 02:30",
      "2027-03-28 03:30",
      "2027-03-29 02:30",
    ]);
    const name = shown[1]?.occurrence?.originalStart ?? "";
    await desk.setStatus(id, "one", name, "cancelled");
    expect(await desk.starts("2027-03-28", "2027-03-29")).toEqual([]);
    expect(desk.stores.bookings.overridesForCalendar(id)).toEqual([name]);
  });

  test("that was seen in an older version is not changed", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    await desk.setStatus(id, "one", FRIDAY, "confirmed");
    const late = desk.call("booking.update", {
      id,
      revision: 1,
      changes: { deskNotes: "late" },
      anyway: false,
      scope: { is: "one", originalStart: SECOND },
    });
    expect((await refusal(late)).code).toBe("STALE");
  });
});
