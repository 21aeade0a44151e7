import { describe, expect, test } from "vitest";
import { openSalon, type Salon, THURSDAY } from "../../fixtures/salon.ts";

async function listed(salon: Salon, days = 31) {
  const { conflicts } = await salon.call("schedule.conflicts", { days });
  return conflicts.map(({ booking, conflicts: found }) => ({
    start: booking.start,
    id: booking.id,
    kinds: found.map((one) => one.kind),
  }));
}

describe("the list of conflicts", () => {
  test("tells two that overlap once, at the later one, until one of them is moved or cancelled", async () => {
    const salon = await openSalon();
    await salon.book("2026-11-20T10:00:00.000Z");
    const late = await salon.book("2026-11-20T10:30:00.000Z", {}, true);
    expect(await listed(salon)).toEqual([{ start: late.start, id: late.id, kinds: ["booking"] }]);
    await salon.setStatus(late.id, late.revision, "cancelled");
    expect(await listed(salon)).toEqual([]);
  });

  test("is counted without being listed, and what is done counts no more", async () => {
    const salon = await openSalon();
    await salon.book("2026-11-20T10:00:00.000Z");
    const late = await salon.book("2026-11-20T10:30:00.000Z", {}, true);
    const count = () => salon.call("schedule.conflicts", { days: 31, most: 0 });
    expect(await count()).toEqual({ conflicts: [], more: 1 });
    await salon.setStatus(late.id, late.revision, "done");
    expect(await count()).toEqual({ conflicts: [], more: 0 });
    expect(await listed(salon)).toEqual([]);
  });

  test("tells what was booked outside hours, on a closed day, over a block", async () => {
    const salon = await openSalon();
    const early = await salon.book("2026-11-20T05:00:00.000Z", {}, true);
    const blocked = await salon.book("2026-11-23T10:00:00.000Z");
    const closed = await salon.book("2026-11-24T10:00:00.000Z");
    await salon.call("block.create", {
      id: salon.ids.next(),
      staffIds: [salon.anna.id],
      start: "2026-11-23T10:30:00.000Z",
      end: "2026-11-23T11:00:00.000Z",
      title: "Dentist",
    });
    const business = await salon.call("business.get", {});
    await salon.call("business.update", {
      revision: business.revision,
      fields: {
        closures: [{ from: "2025-11-24", to: "2025-11-25", name: "Strike", yearly: true }],
      },
    });
    expect(await listed(salon)).toEqual([
      { start: early.start, id: early.id, kinds: ["outsideHours"] },
      { start: blocked.start, id: blocked.id, kinds: ["block"] },
      { start: closed.start, id: closed.id, kinds: ["closed"] },
    ]);
  });

  test("tells each occurrence of a series that has something in its way, and no other", async () => {
    const salon = await openSalon();
    const single = await salon.book("2026-11-24T09:00:00.000Z", { durationMinutes: 480 });
    const daily = { rrule: "FREQ=DAILY;COUNT=5" };
    const series = await salon.book("2026-11-23T09:00:00.000Z", daily, true);
    expect(await listed(salon)).toMatchObject([
      { start: single.start, id: series.id > single.id ? series.id : single.id },
    ]);
  });

  test("leaves out what is over, did not come, or lies further ahead than was asked", async () => {
    const salon = await openSalon();
    await salon.book("2026-11-18T05:00:00.000Z", {}, true);
    const missed = await salon.book("2026-11-20T05:00:00.000Z", {}, true);
    await salon.setStatus(missed.id, missed.revision, "noShow");
    await salon.book("2026-12-15T05:00:00.000Z", {}, true);
    expect(await listed(salon, 14)).toEqual([]);
    expect(await listed(salon)).toHaveLength(1);
  });

  test("sees a clash across midnight, and one that Google made busy for everyone", async () => {
    const salon = await openSalon();
    const night = { durationMinutes: 600 };
    await salon.book("2026-11-20T18:00:00.000Z", night, true);
    const next = await salon.book("2026-11-21T03:00:00.000Z", {}, true);
    salon.stores.blocks.putOfGoogle({
      calendarKey: "google/a/c",
      remoteEventId: "busy",
      seriesId: null,
      start: "2026-11-21T03:00:00.000Z",
      end: "2026-11-24T03:00:00.000Z",
      allDay: null,
      title: "",
    });
    const found = await listed(salon);
    expect(found.find((one) => one.id === next.id)?.kinds).toEqual([
      "booking",
      "googleBusy",
      "outsideHours",
    ]);
    expect(THURSDAY < next.start).toBe(true);
  });
});
