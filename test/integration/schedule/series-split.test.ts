import { describe, expect, test } from "vitest";
import { refusal } from "../../fixtures/salon.ts";
import { openSeriesDesk } from "../../fixtures/series-desk.ts";

/** Friday 20 November 2026, 10:00 in Berlin. */
const FRIDAY = "2026-11-20T09:00:00.000Z";
const SECOND = "2026-11-27T09:00:00.000Z";
const THIRD = "2026-12-04T09:00:00.000Z";
const FOURTH = "2026-12-11T09:00:00.000Z";
const WINTER = ["2026-11-01", "2027-02-01"] as const;

describe("this and following", () => {
  test("ends the series before, and goes on as a new booking with the change", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=5");
    desk.settlePending();
    const tail = await desk.change(id, "following", THIRD, { start: "2026-12-05T13:00:00.000Z" });
    expect(tail).toMatchObject({
      revision: 1,
      start: "2026-12-05T13:00:00.000Z",
      rrule: "FREQ=WEEKLY;COUNT=3",
      occurrence: { originalStart: "2026-12-05T13:00:00.000Z", changed: false },
    });
    expect(tail.id > id).toBe(true);
    expect(await desk.starts(...WINTER)).toEqual([
      "2026-11-20 10:00",
      "2026-11-27 10:00",
      "2026-12-05 14:00",
      "2026-12-12 14:00",
      "2026-12-19 14:00",
    ]);
    expect(desk.pending().toSorted()).toEqual([id, tail.id]);
    const [ended] = desk.stores.bookingLog.list(id);
    expect(ended).toMatchObject({ action: "ended", details: { occurrence: THIRD, to: tail.id } });
    expect(await desk.actions(tail.id)).toEqual(expect.arrayContaining(["created", "moved"]));
  });

  test("keeps the UNTIL, and an endless series endless", async () => {
    const desk = await openSeriesDesk();
    const until = await desk.repeat(FRIDAY, "FREQ=WEEKLY;UNTIL=20261211T090000Z");
    const tail = await desk.change(until.id, "following", THIRD, { deskNotes: "x" });
    expect(tail.rrule).toBe("FREQ=WEEKLY;UNTIL=20261211T090000Z");
    const endless = await desk.repeat(FRIDAY, "FREQ=DAILY");
    expect((await desk.change(endless.id, "following", THIRD, { deskNotes: "x" })).rrule).toBe(
      "FREQ=DAILY",
    );
  });

  test("takes the exceptions from the cut on along, that of the day itself too", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=5");
    await desk.setStatus(id, "one", SECOND, "cancelled");
    await desk.change(id, "one", THIRD, { deskNotes: "on the day" });
    await desk.setStatus(id, "one", FOURTH, "cancelled");
    const tail = await desk.change(id, "following", THIRD, { start: "2026-12-04T10:00:00.000Z" });
    expect(tail).toMatchObject({ deskNotes: "on the day", occurrence: { changed: true } });
    expect(desk.stores.bookings.overridesForCalendar(id)).toEqual([SECOND]);
    expect(desk.stores.bookings.overridesForCalendar(tail.id)).toEqual([
      "2026-12-04T10:00:00.000Z",
      "2026-12-11T10:00:00.000Z",
    ]);
    expect(await desk.starts(...WINTER)).toEqual([
      "2026-11-20 10:00",
      "2026-12-04 11:00",
      "2026-12-18 11:00",
    ]);
  });

  test("from the first on is all", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    const changed = await desk.change(id, "following", FRIDAY, { deskNotes: "All" });
    expect(changed).toMatchObject({ id, revision: 2 });
  });

  test("can be done again with the rest", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=5");
    const tail = await desk.change(id, "following", SECOND, { staffId: desk.ben.id });
    const again = await desk.change(tail.id, "following", FOURTH, { deskNotes: "Third part" });
    const shown = await desk.schedule(...WINTER);
    expect(shown.map((one) => one.id)).toEqual([id, tail.id, tail.id, again.id, again.id]);
    expect(shown.map((one) => one.staffId === desk.ben.id)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test("with a new rule goes on by that", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    await desk.change(id, "following", THIRD, { rrule: "FREQ=MONTHLY;BYDAY=1FR;COUNT=2" });
    expect(await desk.starts("2026-11-01", "2027-06-01")).toEqual([
      "2026-11-20 10:00",
      "2026-11-27 10:00",
      "2026-12-04 10:00",
      "2027-01-01 10:00",
    ]);
  });

  test("is written as a whole or not at all", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=5");
    await desk.change(id, "one", FOURTH, { deskNotes: "kept" });
    await desk.book("2026-12-11T13:00:00.000Z");
    const before = await desk.schedule(...WINTER);
    const refused = desk.change(
      id,
      "following",
      THIRD,
      { start: "2026-12-04T13:00:00.000Z" },
      false,
    );
    expect((await refusal(refused)).code).toBe("CONFLICT");
    expect(await desk.schedule(...WINTER)).toEqual(before);
    desk.db
      .statement(
        "test.break",
        "CREATE TRIGGER broken BEFORE INSERT ON booking BEGIN SELECT raise(ABORT, 'cut'); END",
      )
      .run();
    await expect(desk.change(id, "following", THIRD, { deskNotes: "x" })).rejects.toThrow("cut");
    expect(await desk.schedule(...WINTER)).toEqual(before);
  });

  test("is not in the way of the part before it", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    const later = { start: "2026-12-04T09:15:00.000Z" };
    expect((await desk.change(id, "following", THIRD, later, false)).start).toBe(later.start);
  });

  test("on the days when the clocks change leaves the time on the wall", async () => {
    const desk = await openSeriesDesk();
    const start = "2026-10-23T08:00:00.000Z";
    const { id } = await desk.repeat(start, "FREQ=DAILY;COUNT=6");
    const before = await desk.starts("2026-10-20", "2026-11-01");
    await desk.change(id, "following", "2026-10-25T09:00:00.000Z", { deskNotes: "Winter" });
    expect(await desk.starts("2026-10-20", "2026-11-01")).toEqual(before);
  });
});
