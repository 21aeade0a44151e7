import { describe, expect, test } from "vitest";
import { refusal } from "../../fixtures/salon.ts";
import { openSeriesDesk } from "../../fixtures/series-desk.ts";

/** Friday 20 November 2026, 10:00 in Berlin. */
const FRIDAY = "2026-11-20T09:00:00.000Z";
const SECOND = "2026-11-27T09:00:00.000Z";
const THIRD = "2026-12-04T09:00:00.000Z";
const WINTER = ["2026-11-01", "2027-02-01"] as const;

describe("a change of all occurrences", () => {
  test("moves each by as much on the wall's clock, with the weekdays of the rule", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;BYDAY=TU,FR;COUNT=4");
    const moved = await desk.change(id, "all", "2026-11-24T09:00:00.000Z", {
      start: "2026-11-25T13:30:00.000Z",
    });
    expect(moved).toMatchObject({
      start: "2026-11-25T13:30:00.000Z",
      rrule: "FREQ=WEEKLY;BYDAY=WE,SA;COUNT=4",
      occurrence: { originalStart: "2026-11-25T13:30:00.000Z", changed: false },
    });
    expect(await desk.starts(...WINTER)).toEqual([
      "2026-11-21 14:30",
      "2026-11-25 14:30",
      "2026-11-28 14:30",
      "2026-12-02 14:30",
    ]);
  });

  test("keeps as many as there were up to an UNTIL, over a change of the clocks too", async () => {
    const desk = await openSeriesDesk();
    const start = "2026-10-09T08:00:00.000Z";
    const { id } = await desk.repeat(start, "FREQ=WEEKLY;UNTIL=20261106T090000Z");
    const before = await desk.starts("2026-10-01", "2026-12-01");
    await desk.change(id, "all", start, { start: "2026-10-09T15:00:00.000Z" });
    expect(await desk.starts("2026-10-01", "2026-12-01")).toEqual(
      before.map((at) => at.replace("10:00", "17:00")),
    );
    expect(before).toHaveLength(5);
  });

  test.each([
    ["FREQ=MONTHLY;BYDAY=3FR", "2026-11-21T09:00:00.000Z", "FREQ=MONTHLY;BYDAY=3SA"],
    ["FREQ=MONTHLY;BYMONTHDAY=20", "2026-11-23T09:00:00.000Z", "FREQ=MONTHLY;BYMONTHDAY=23"],
    ["FREQ=MONTHLY;BYMONTHDAY=-11", "2026-11-21T09:00:00.000Z", "FREQ=MONTHLY;BYMONTHDAY=-10"],
    ["FREQ=MONTHLY", "2026-11-21T09:00:00.000Z", "FREQ=MONTHLY"],
    ["FREQ=YEARLY", "2026-12-24T09:00:00.000Z", "FREQ=YEARLY"],
    ["FREQ=DAILY;INTERVAL=3", "2026-11-21T09:00:00.000Z", "FREQ=DAILY;INTERVAL=3"],
  ])("takes the rule %s along to %s", async (rule, start, moved) => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, rule);
    expect(await desk.change(id, "all", FRIDAY, { start })).toMatchObject({ start, rrule: moved });
  });

  test("seen from a later month moves a monthly rule to that day", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=MONTHLY;BYDAY=3FR;COUNT=3");
    await desk.change(id, "all", "2027-01-15T09:00:00.000Z", { start: "2027-01-20T09:00:00.000Z" });
    expect(await desk.starts("2026-11-01", "2027-03-01")).toEqual([
      "2026-11-18 10:00",
      "2026-12-16 10:00",
      "2027-01-20 10:00",
    ]);
  });

  test("to a day that the rule can't follow to is refused by its field", async () => {
    const desk = await openSeriesDesk();
    const start = "2026-11-30T09:00:00.000Z";
    const { id } = await desk.repeat(start, "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
    const error = await refusal(
      desk.change(id, "all", start, { start: "2026-11-26T09:00:00.000Z" }),
    );
    expect(Object.keys(error.fields ?? {})).toEqual(["changes.start"]);
    const fortnight = await desk.repeat(FRIDAY, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR");
    const across = desk.change(fortnight.id, "all", FRIDAY, { start: "2026-11-23T09:00:00.000Z" });
    expect((await refusal(across)).code).toBe("BAD_INPUT");
  });

  test("leaves exceptions what they are: cancelled, moved by hand, changed", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=5");
    await desk.setStatus(id, "one", SECOND, "cancelled");
    await desk.change(id, "one", THIRD, { start: "2026-12-05T11:00:00.000Z" });
    await desk.change(id, "one", "2026-12-11T09:00:00.000Z", { deskNotes: "Bring the photo" });
    await desk.change(id, "all", FRIDAY, { start: "2026-11-19T14:00:00.000Z" });
    const shown = await desk.schedule(...WINTER);
    expect(shown.map((one) => [desk.wall(one.start), one.deskNotes])).toEqual([
      ["2026-11-19 15:00", ""],
      ["2026-12-05 12:00", ""],
      ["2026-12-10 15:00", "Bring the photo"],
      ["2026-12-17 15:00", ""],
    ]);
    expect(desk.stores.bookings.overridesForCalendar(id)).toEqual([
      "2026-11-26T14:00:00.000Z",
      "2026-12-03T14:00:00.000Z",
      "2026-12-10T14:00:00.000Z",
    ]);
    const back = await desk.setStatus(id, "one", "2026-11-26T14:00:00.000Z", "booked");
    expect(desk.wall(back.start)).toBe("2026-11-26 15:00");
  });

  test("an occurrence that only lasts longer moves along and stays longer", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=3");
    await desk.change(id, "one", SECOND, { durationMinutes: 90 });
    await desk.change(id, "all", FRIDAY, { start: "2026-11-20T12:00:00.000Z" });
    const shown = await desk.schedule(...WINTER);
    expect(shown.map((one) => `${one.start.slice(11, 16)}-${one.end.slice(11, 16)}`)).toEqual([
      "12:00-12:45",
      "12:00-13:30",
      "12:00-12:45",
    ]);
  });

  test("is what the occurrence at hand shows, even where it was an exception", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=3");
    await desk.change(id, "one", SECOND, { start: "2026-11-27T10:00:00.000Z", deskNotes: "Late" });
    const changed = await desk.change(id, "all", SECOND, {
      start: "2026-11-27T11:00:00.000Z",
      staffId: desk.ben.id,
    });
    expect(changed).toMatchObject({ start: "2026-11-27T11:00:00.000Z", deskNotes: "Late" });
    const shown = await desk.schedule(...WINTER);
    expect(shown.map((one) => one.start.slice(11, 16))).toEqual(["11:00", "11:00", "11:00"]);
    expect(new Set(shown.map((one) => one.staffId))).toEqual(new Set([desk.ben.id]));
    expect(shown.map((one) => one.deskNotes)).toEqual(["", "Late", ""]);
  });

  test("exceptions that agree with the series by now are none any more", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=3");
    await desk.change(id, "one", SECOND, { deskNotes: "Quiet" });
    await desk.change(id, "all", FRIDAY, { deskNotes: "Quiet" });
    expect(desk.stores.overrides.ofBooking(id)).toEqual([]);
  });

  test("with another rule drops exceptions that have no occurrence any more, and says so", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=6");
    await desk.change(id, "one", SECOND, { deskNotes: "odd" });
    await desk.change(id, "one", THIRD, { deskNotes: "even" });
    await desk.change(id, "all", FRIDAY, { rrule: "COUNT=3;INTERVAL=2;FREQ=WEEKLY" });
    const shown = await desk.schedule(...WINTER);
    expect(shown.map((one) => one.deskNotes)).toEqual(["", "even", ""]);
    expect(shown[0]?.rrule).toBe("FREQ=WEEKLY;INTERVAL=2;COUNT=3");
    const { log } = await desk.call("booking.get", { id });
    expect(log.slice(0, 2).map((entry) => [entry.action, entry.details["count"] ?? ""])).toEqual(
      expect.arrayContaining([
        ["repeat", ""],
        ["exceptionsDropped", "1"],
      ]),
    );
  });

  test("with another rule and another time moves the exceptions that fit", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    await desk.change(id, "one", THIRD, { deskNotes: "third" });
    await desk.change(id, "all", FRIDAY, {
      start: "2026-11-20T15:00:00.000Z",
      rrule: "FREQ=WEEKLY;INTERVAL=2",
    });
    expect(desk.stores.bookings.overridesForCalendar(id)).toEqual(["2026-12-04T15:00:00.000Z"]);
  });

  test("has to be free wherever it goes, but not from itself", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=4");
    await desk.book("2026-12-04T10:00:00.000Z");
    const move = (start: string) => desk.change(id, "all", FRIDAY, { start }, false);
    expect((await refusal(move("2026-11-20T09:30:00.000Z"))).message).toContain("2026-12-04");
    expect((await move("2026-11-20T08:30:00.000Z")).revision).toBe(2);
  });

  test("that changes nothing writes nothing", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    const before = desk.db.totalChanges();
    for (const is of ["one", "following", "all"] as const)
      await desk.change(id, is, SECOND, { start: SECOND, rrule: "FREQ=WEEKLY", deskNotes: "" });
    expect(desk.db.totalChanges()).toBe(before);
  });

  test("of the price alone is not sent to the calendar", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    desk.settlePending();
    await desk.change(id, "all", SECOND, { priceMinor: 1_000 });
    expect(desk.pending()).toEqual([]);
    await desk.change(id, "all", SECOND, { customerNotes: "Short" });
    expect(desk.pending()).toEqual([id]);
  });
});

describe("repeating and not repeating", () => {
  test("a booking that came about stays so as the first of its series", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.book(FRIDAY);
    await desk.call("booking.setStatus", { id, revision: 1, status: "confirmed", reason: "" });
    const repeated = await desk.call("booking.update", {
      id,
      revision: 2,
      changes: { rrule: "FREQ=WEEKLY;COUNT=3" },
      anyway: false,
    });
    expect(repeated).toMatchObject({ status: "confirmed", rrule: "FREQ=WEEKLY;COUNT=3" });
    const shown = await desk.schedule(...WINTER);
    expect(shown.map((one) => one.status)).toEqual(["confirmed", "booked", "booked"]);
    expect(await desk.actions(id)).toContain("repeat");
  });

  test("a series that stops repeating leaves the occurrence at hand as it was shown", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    await desk.change(id, "one", SECOND, { start: "2026-11-27T12:00:00.000Z" });
    const left = await desk.change(id, "all", SECOND, { rrule: null, deskNotes: "Last one" });
    expect(left).toMatchObject({ id, rrule: null, occurrence: null, deskNotes: "Last one" });
    expect(await desk.starts(...WINTER)).toEqual(["2026-11-27 13:00"]);
    expect(desk.stores.overrides.ofBooking(id)).toEqual([]);
    expect(desk.pending()).toEqual([id]);
  });

  test("from an occurrence on leaves those before, and it as a booking of its own", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    const left = await desk.change(id, "following", THIRD, { rrule: null });
    expect(left.id).not.toBe(id);
    expect(left.occurrence).toBeNull();
    expect(await desk.starts(...WINTER)).toHaveLength(3);
  });
});

describe("the status of a whole series", () => {
  test("cancels all of it and brings all of it back, with its exceptions", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=4");
    await desk.setStatus(id, "one", SECOND, "cancelled");
    await desk.setStatus(id, "one", FRIDAY, "done");
    const before = await desk.schedule(...WINTER);
    await desk.setStatus(id, "all", THIRD, "cancelled", "Moved away");
    expect(await desk.schedule(...WINTER)).toEqual([]);
    expect(desk.stores.bookings.taken(desk.anna.id, FRIDAY, THIRD)).toEqual([]);
    expect(desk.stores.bookings.occurrenceForCalendar(id, THIRD)).toBeNull();
    const alone = desk.setStatus(id, "one", THIRD, "booked");
    expect(Object.keys((await refusal(alone)).fields ?? {})).toEqual(["scope"]);
    await desk.setStatus(id, "all", THIRD, "booked");
    const statusOf = (shown: typeof before) => shown.map((one) => [one.start, one.status]);
    expect(statusOf(await desk.schedule(...WINTER))).toEqual(statusOf(before));
  });

  test("seen from a cancelled occurrence brings that one back too", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=2");
    await desk.setStatus(id, "one", SECOND, "cancelled");
    await desk.setStatus(id, "all", SECOND, "confirmed");
    const shown = await desk.schedule(...WINTER);
    expect(shown.map((one) => one.status)).toEqual(["confirmed", "confirmed"]);
  });

  test("cancelled from an occurrence on ends the series, and its old rule brings it back", async () => {
    const desk = await openSeriesDesk();
    const { id, rrule } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=5");
    await desk.change(id, "one", "2026-12-11T09:00:00.000Z", { start: "2026-12-12T09:00:00.000Z" });
    const before = await desk.starts(...WINTER);
    const answer = await desk.setStatus(id, "following", THIRD, "cancelled", "Abroad");
    expect(answer).toMatchObject({ id, start: THIRD, status: "cancelled", cancelReason: "Abroad" });
    expect(await desk.starts(...WINTER)).toEqual(before.slice(0, 2));
    expect(desk.stores.bookings.overridesForCalendar(id)).toEqual([]);
    expect(await desk.actions(id)).toEqual(expect.arrayContaining(["ended", "status"]));
    await desk.change(id, "all", FRIDAY, { rrule });
    expect(await desk.starts(...WINTER)).toEqual(before);
  });

  test("cancelled from the first on is cancelled as a whole", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    await desk.setStatus(id, "following", FRIDAY, "cancelled");
    expect(desk.stores.bookings.find(id)?.status).toBe("cancelled");
  });

  test("confirmed from an occurrence on makes the rest a series of its own", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=4");
    const tail = await desk.setStatus(id, "following", THIRD, "confirmed");
    expect(tail.id).not.toBe(id);
    const shown = await desk.schedule(...WINTER);
    expect(shown.map((one) => one.status)).toEqual(["booked", "booked", "confirmed", "confirmed"]);
  });
});
