import { describe, expect, test } from "vitest";
import type { Closure } from "../../../src-shared/domain/business.ts";
import { openSalon, refusal } from "../../fixtures/salon.ts";
import type { Salon } from "../../fixtures/salon.ts";

/** Friday 25 December 2026, 10:00 in Berlin, and the same day a year later, a Saturday turned into a working day. */
const CHRISTMAS = "2026-12-25T09:00:00.000Z";
const MAY_DAY: Closure = { from: "2020-05-01", to: "2020-05-02", name: "Labour Day", yearly: true };

async function close(salon: Salon, ...closures: Closure[]): Promise<void> {
  const { revision } = await salon.call("business.get", {});
  await salon.call("business.update", { revision, fields: { closures } });
}

async function dayOff(salon: Salon, from: string, to: string, title = "Holiday") {
  const [start, end] = [`${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`];
  const id = salon.ids.next();
  const fields = { staffIds: [salon.anna.id], start, end, title, allDay: { from, to } };
  return salon.call("block.create", { id, ...fields });
}

describe("a day on which the business is closed", () => {
  const christmas = { from: "2025-12-25", to: "2025-12-27", name: "Christmas", yearly: true };

  test("comes again every year: a booking is warned with the reason, and made anyway", async () => {
    const salon = await openSalon();
    await close(salon, christmas);
    const error = await refusal(salon.book(CHRISTMAS));
    expect(error).toMatchObject({
      code: "CONFLICT",
      message: "The business is closed on that day (Christmas).",
    });
    expect((await salon.book(CHRISTMAS, {}, true)).start).toBe(CHRISTMAS);
    expect((await salon.book("2026-12-28T09:00:00.000Z")).revision).toBe(1);
  });

  test("is no free time in any year, for a search and for a walk-in", async () => {
    const salon = await openSalon({ now: "2027-04-30T15:00:00.000Z" });
    await close(salon, { ...MAY_DAY, from: "2020-04-30" });
    const found = await salon.call("slot.find", {
      serviceId: salon.cut.id,
      staffId: null,
      from: "2027-04-30",
      days: 14,
      limit: 1,
    });
    // Friday and Saturday are closed, Sunday is off.
    expect(found.slots[0]?.start).toBe("2027-05-03T07:00:00.000Z");
    const walkIn = refusal(
      salon.call("booking.walkIn", {
        id: salon.ids.next(),
        serviceId: salon.cut.id,
        staffId: null,
        customer: { is: "unnamed" },
      }),
    );
    expect((await walkIn).code).toBe("CONFLICT");
  });

  test("lasts from midnight to midnight on the day the clocks change too", async () => {
    const salon = await openSalon({ now: "2027-03-26T09:00:00.000Z" });
    await close(salon, { from: "2026-03-28", to: "2026-03-29", name: "Clocks", yearly: true });
    const closed = async (start: string) =>
      (
        await salon.call("booking.check", {
          staffId: salon.anna.id,
          start,
          durationMinutes: 15,
          ignoreBookingId: null,
        })
      ).conflicts.some(({ kind }) => kind === "closed");
    // 28 March 2027 has 23 hours: 23:00Z the day before to 22:00Z.
    expect(await closed("2027-03-27T22:45:00.000Z")).toBe(false);
    expect(await closed("2027-03-27T23:00:00.000Z")).toBe(true);
    expect(await closed("2027-03-28T21:45:00.000Z")).toBe(true);
    expect(await closed("2027-03-28T22:00:00.000Z")).toBe(false);
  });

  test("can be removed, and the day is free again", async () => {
    const salon = await openSalon();
    await close(salon, christmas);
    await close(salon);
    expect((await salon.book(CHRISTMAS)).revision).toBe(1);
  });

  test("is refused where it ends before it begins, or lasts a whole year every year", async () => {
    const salon = await openSalon();
    const wrong = (closure: Closure) => expect(close(salon, closure)).rejects.toThrow();
    await wrong({ ...christmas, to: "2025-12-25" });
    await wrong({ ...christmas, from: "2025-02-30" });
    await wrong({ ...christmas, from: "2024-12-26" });
    expect((await salon.call("business.get", {})).closures).toEqual([]);
  });
});

describe("days off of one person", () => {
  test("are listed until they are over, by their first day, and nothing else is", async () => {
    const salon = await openSalon();
    const block = { staffIds: [salon.anna.id], title: "Lunch" };
    const noon = { start: "2026-11-23T11:00:00.000Z", end: "2026-11-23T12:00:00.000Z" };
    await salon.call("block.create", { id: salon.ids.next(), ...block, ...noon });
    await dayOff(salon, "2026-11-16", "2026-11-19", "Over");
    await dayOff(salon, "2026-12-01", "2026-12-05", "Later");
    await dayOff(salon, "2026-11-17", "2026-11-20", "Now");
    salon.stores.blocks.putOfGoogle({
      calendarKey: "google/a/c",
      remoteEventId: "busy",
      seriesId: null,
      start: "2026-11-23T23:00:00.000Z",
      end: "2026-11-24T23:00:00.000Z",
      allDay: { from: "2026-11-24", to: "2026-11-25" },
      title: "Google's",
    });
    const titles = (await salon.call("block.daysOff", {})).map(({ title }) => title);
    expect(titles).toEqual(["Now", "Later"]);
  });

  test("are in the way of that person alone, in the search for free time too", async () => {
    const salon = await openSalon();
    await dayOff(salon, "2026-11-19", "2026-11-21");
    const friday = "2026-11-20T09:00:00.000Z";
    expect((await refusal(salon.book(friday))).message).toContain("(Holiday)");
    expect((await salon.book(friday, { staffId: salon.ben.id })).revision).toBe(1);
    const search = { serviceId: salon.cut.id, from: "2026-11-19", days: 14, limit: 1 };
    const first = async (staffId: string) =>
      (await salon.call("slot.find", { ...search, staffId })).slots[0]?.start;
    expect(await first(salon.anna.id)).toBe("2026-11-23T08:00:00.000Z");
    expect(await first(salon.ben.id)).toBe("2026-11-19T09:00:00.000Z");
  });

  test("tell of the bookings that are already there, and of none once they are removed", async () => {
    const salon = await openSalon();
    const booked = await salon.book("2026-11-20T09:00:00.000Z");
    const { block } = await dayOff(salon, "2026-11-20", "2026-11-21");
    const listed = async () => (await salon.call("schedule.conflicts", { days: 7 })).conflicts;
    expect((await listed()).map(({ booking }) => booking.id)).toEqual([booked.id]);
    const { id, revision } = block;
    const { change } = await salon.call("block.remove", { id, revision });
    expect(await listed()).toEqual([]);
    await salon.call("block.takeBack", { change });
    expect(await listed()).toHaveLength(1);
  });

  test("go to other days, but not over what somebody else made of them meanwhile", async () => {
    const salon = await openSalon();
    const { block } = await dayOff(salon, "2026-11-23", "2026-11-24");
    const { id, revision } = block;
    const to = { from: "2026-11-23", to: "2026-11-26" };
    const { staffIds, start, end, title } = block;
    const fields = { staffIds, start, end, title, rrule: null, allDay: to };
    await salon.call("block.update", { id, revision, fields });
    expect((await salon.call("block.daysOff", {}))[0]).toMatchObject({
      allDay: to,
      end: "2026-11-25T23:00:00.000Z",
    });
    const late = salon.call("block.update", { id, revision, fields });
    expect((await refusal(late)).code).toBe("STALE");
  });
});
