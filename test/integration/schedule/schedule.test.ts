import { describe, expect, test } from "vitest";
import { openSalon, refusal } from "../../fixtures/salon.ts";

describe("the days of the business", () => {
  test.each([
    ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
    ["Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"],
    ["America/New_York", "2026-11-01", "2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
    ["Asia/Kolkata", "2026-11-19", "2026-11-18T18:30:00.000Z", "2026-11-19T18:30:00.000Z"],
    ["Pacific/Auckland", "2026-09-27", "2026-09-26T12:00:00.000Z", "2026-09-27T11:00:00.000Z"],
    ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z", "2026-09-07T03:00:00.000Z"],
  ])("in %s on %s reach from %s until before %s", async (zone, date, start, end) => {
    const salon = await openSalon({ zone });
    const at = (ms: number) => new Date(ms).toISOString();
    const [from, to] = [Date.parse(start), Date.parse(end)];
    const starts = [from - 5 * 60_000, from, to - 5 * 60_000, to].map(at);
    for (const instant of starts) await salon.book(instant, { durationMinutes: 5 }, true);
    const next = new Date(Date.parse(`${date}T00:00:00.000Z`) + 86_400_000);
    const day = await salon.call("schedule.get", {
      from: date,
      to: next.toISOString().slice(0, 10),
    });
    expect(day.bookings.map((b) => b.start)).toEqual(starts.slice(1, 3));
  });

  test("show what reaches into them from the day before", async () => {
    const salon = await openSalon();
    await salon.book("2026-11-19T22:30:00.000Z", {}, true);
    const day = await salon.call("schedule.get", { from: "2026-11-20", to: "2026-11-21" });
    expect(day.bookings).toHaveLength(1);
  });

  test("leave cancelled bookings out, and keep those nobody came to", async () => {
    const salon = await openSalon();
    for (const status of ["cancelled", "noShow"] as const) {
      const { id } = await salon.book("2026-11-20T09:00:00.000Z");
      await salon.call("booking.setStatus", { id, revision: 1, status, reason: "" });
    }
    const day = await salon.call("schedule.get", { from: "2026-11-20", to: "2026-11-21" });
    expect(day.bookings.map((b) => b.status)).toEqual(["noShow"]);
  });

  test("show what was cancelled where it is asked for, of a series too", async () => {
    const salon = await openSalon();
    const days = { from: "2026-11-20", to: "2026-12-12" };
    const shown = async (withCancelled: boolean) =>
      (await salon.call("schedule.get", { ...days, withCancelled })).bookings.map(
        ({ start, status }) => [start.slice(0, 10), status],
      );
    const { id } = await salon.book("2026-11-20T09:00:00.000Z");
    const cancel = { status: "cancelled", reason: "" } as const;
    await salon.call("booking.setStatus", { id, revision: 1, ...cancel });
    const series = await salon.book("2026-11-27T09:00:00.000Z", { rrule: "FREQ=WEEKLY;COUNT=2" });
    const scope = { is: "one", originalStart: "2026-12-04T09:00:00.000Z" } as const;
    await salon.call("booking.setStatus", { id: series.id, revision: 1, ...cancel, scope });
    expect(await shown(false)).toEqual([["2026-11-27", "booked"]]);
    expect(await shown(true)).toEqual([
      ["2026-11-20", "cancelled"],
      ["2026-11-27", "booked"],
      ["2026-12-04", "cancelled"],
    ]);
  });

  test("can hold a series without breaking", async () => {
    const salon = await openSalon();
    const booking = await salon.book("2026-11-20T09:00:00.000Z");
    salon.db
      .statement("test.series", "UPDATE booking SET rrule = 'FREQ=WEEKLY' WHERE id = :id")
      .run({ id: booking.id });
    const day = await salon.call("schedule.get", { from: "2026-11-20", to: "2026-11-21" });
    expect(day.bookings.map((b) => b.rrule)).toEqual(["FREQ=WEEKLY"]);
  });

  test.each([
    ["2026-11-20", "2026-11-20"],
    ["2026-11-20", "2026-11-19"],
    ["2026-11-01", "2027-01-03"],
  ])("from %s to %s are refused by the field", async (from, to) => {
    const salon = await openSalon();
    const error = await refusal(salon.call("schedule.get", { from, to }));
    expect(error.code).toBe("BAD_INPUT");
    expect(Object.keys(error.fields ?? {})).toEqual(["to"]);
  });

  test("can be asked for 62 at a time", async () => {
    const salon = await openSalon();
    const days = await salon.call("schedule.get", { from: "2026-11-01", to: "2027-01-02" });
    expect(days.bookings).toEqual([]);
  });
});

describe("the mark of a booking against the calendar", () => {
  async function markAfter(...changes: readonly string[]): Promise<string | undefined> {
    const salon = await openSalon();
    const { id } = await salon.book("2026-11-20T09:00:00.000Z");
    salon.connect();
    for (const sql of changes)
      salon.db.statement("test.change", sql).run(sql.includes(":id") ? { id } : {});
    return (await salon.call("booking.get", { id })).booking.calendarMark;
  }
  const SENT = "DELETE FROM pending_change";
  const LINK = "INSERT INTO link VALUES ('google/a/c', :id, 'e', 0, 'etag', '{}', 0, 0)";
  const ASK =
    "INSERT INTO attention (id, kind, booking_id, since, reason) VALUES ('a', 'deletedInGoogle', :id, '2026-11-19T09:00:00.000Z', '')";

  test.each([
    ["none", ["DELETE FROM connection"]],
    ["waiting", []],
    ["failed", ["UPDATE pending_change SET parked_code = 'REFUSED'"]],
    ["sent", [SENT, LINK]],
    ["attention", [SENT, LINK, ASK]],
    ["none", [SENT]],
  ])("is %s after %o", async (mark, changes) => {
    expect(await markAfter(...changes)).toBe(mark);
  });
});

test("the first visit is the earliest booking that was not cancelled", async () => {
  const salon = await openSalon();
  const eva = await salon.customer("Eva Berg");
  const customer = { is: "known" as const, id: eva.id };
  const earlier = await salon.book("2026-11-20T09:00:00.000Z", { customer });
  const later = await salon.book("2026-11-20T12:00:00.000Z", { customer });
  expect([earlier.firstVisit, later.firstVisit]).toEqual([true, false]);
  await salon.setStatus(earlier.id, 1, "cancelled");
  expect((await salon.call("booking.get", { id: later.id })).booking.firstVisit).toBe(true);
});
