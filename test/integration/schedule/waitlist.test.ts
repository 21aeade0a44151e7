import { describe, expect, test } from "vitest";
import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import { openSalon, refusal, THURSDAY, type Salon } from "../../fixtures/salon.ts";

type Fields = BridgeInput<"waitlist.save">["fields"];

const ANY = { weekdays: [], between: { from: 0, to: 1_440 } };

async function waiting(salon: Salon, name: string, more: Partial<Fields> = {}) {
  const { id: customerId } = await salon.customer(name);
  const fields: Fields = {
    customerId,
    serviceId: salon.cut.id,
    staffId: null,
    from: "2026-11-19",
    to: "2026-11-27",
    wish: ANY,
    note: "",
    ...more,
  };
  return salon.call("waitlist.save", { id: salon.ids.next(), revision: null, fields });
}

async function names(salon: Salon, staffId: string, start: string, end: string) {
  const found = await salon.call("waitlist.fitting", { staffId, start, end });
  return found.waiting.map((one) => one.customerName);
}

describe("the next free times", () => {
  const asked = { staffId: null, from: "2026-11-19", days: 14, limit: 4 };

  test("are the soonest of anybody who does the service, and never in the past", async () => {
    const salon = await openSalon();
    await salon.book(THURSDAY);
    const { slots } = await salon.call("slot.find", { ...asked, serviceId: salon.cut.id });
    const [anna, ben] = [salon.anna.id, salon.ben.id];
    expect(slots).toEqual([
      { staffId: ben, start: THURSDAY },
      { staffId: anna, start: "2026-11-19T09:45:00.000Z" },
      { staffId: ben, start: "2026-11-19T09:45:00.000Z" },
      { staffId: anna, start: "2026-11-19T10:30:00.000Z" },
    ]);
  });

  test("of one person keep clear of series, blocks, closed days and days off", async () => {
    const salon = await openSalon();
    const business = await salon.call("business.get", {});
    await salon.call("business.update", {
      revision: business.revision,
      fields: {
        closures: [{ from: "2026-11-19", to: "2026-11-20", name: "Moving", yearly: false }],
      },
    });
    await salon.book(
      "2026-11-20T08:00:00.000Z",
      {
        rrule: "FREQ=DAILY;COUNT=10",
        durationMinutes: 480,
        staffId: salon.ben.id,
      },
      true,
    );
    await salon.call("block.create", {
      id: salon.ids.next(),
      staffIds: [],
      start: "2026-11-20T15:00:00.000Z",
      end: "2026-11-20T17:00:00.000Z",
      title: "",
    });
    const { slots } = await salon.call("slot.find", {
      ...asked,
      serviceId: salon.cut.id,
      staffId: salon.ben.id,
      limit: 1,
    });
    // Friday is blocked, the weekend is off: Monday after the series' eight hours.
    expect(slots).toEqual([{ staffId: salon.ben.id, start: "2026-11-23T16:00:00.000Z" }]);
  });

  test("suit a wish for weekdays and a part of the day, all of the visit within it", async () => {
    const salon = await openSalon();
    const wish = { weekdays: [2], between: { from: 14 * 60, to: 15 * 60 } };
    const { slots } = await salon.call("slot.find", { ...asked, serviceId: salon.cut.id, wish });
    expect(slots.map((slot) => slot.start)).toEqual([
      "2026-11-24T13:00:00.000Z",
      "2026-11-24T13:00:00.000Z",
      "2026-12-01T13:00:00.000Z",
      "2026-12-01T13:00:00.000Z",
    ]);
  });
});

describe("the waitlist", () => {
  test("lists who has waited longest first, with the next time that would suit", async () => {
    const salon = await openSalon();
    await waiting(salon, "Tilda Frank", { staffId: salon.ben.id, from: "2026-11-23" });
    await waiting(salon, "Mette Rasmussen", { from: "2026-11-21", to: "2026-11-22" });
    const list = (await salon.call("waitlist.list", {})).waiting;
    expect(list).toMatchObject([
      {
        customerName: "Tilda Frank",
        next: { staffId: salon.ben.id, start: "2026-11-23T08:00:00.000Z" },
      },
      { customerName: "Mette Rasmussen", next: null },
    ]);
  });

  test("offers a freed time to those whom it fits, and to nobody else", async () => {
    const salon = await openSalon();
    const { id, revision } = await salon.book(THURSDAY);
    await waiting(salon, "Any time");
    await waiting(salon, "Only Ben", { staffId: salon.ben.id });
    await waiting(salon, "Tuesdays", { wish: { ...ANY, weekdays: [2] } });
    await waiting(salon, "Afternoons", { wish: { ...ANY, between: { from: 720, to: 1_440 } } });
    await waiting(salon, "From tomorrow", { from: "2026-11-20" });
    await waiting(salon, "Anna does no colour", { serviceId: salon.colour.id });
    const freed = [salon.anna.id, THURSDAY, "2026-11-19T09:45:00.000Z"] as const;
    // While it is booked it is nobody's.
    expect(await names(salon, ...freed)).toEqual([]);
    await salon.setStatus(id, revision, "cancelled");
    expect(await names(salon, ...freed)).toEqual(["Any time"]);
  });

  test("to book who waited takes the entry off in the same step; it can come back as it was", async () => {
    const salon = await openSalon();
    const entry = await waiting(salon, "Tilda Frank");
    const booking = salon.draft(THURSDAY, { customer: { is: "known", id: entry.customerId } });
    const create = (anyway: boolean) =>
      salon.call("booking.create", {
        id: salon.ids.next(),
        booking,
        anyway,
        waitingId: entry.id,
      });
    await salon.book(THURSDAY);
    expect((await refusal(create(false))).code).toBe("CONFLICT");
    expect((await salon.call("waitlist.list", {})).waiting).toHaveLength(1);
    await create(true);
    expect((await salon.call("waitlist.list", {})).waiting).toEqual([]);
    const { id, revision: _revision, createdAt: _createdAt, ...fields } = entry;
    await salon.call("waitlist.save", { id, revision: null, fields });
    expect((await salon.call("waitlist.list", {})).waiting).toMatchObject([{ id, ...fields }]);
  });

  test("refuses days the wrong way round, strangers, and an entry that was changed meanwhile", async () => {
    const salon = await openSalon();
    const bad = await refusal(waiting(salon, "Tilda Frank", { to: "2026-11-18" }));
    expect(bad).toMatchObject({ code: "BAD_INPUT", fields: { "fields.to": expect.any(String) } });
    const stranger = waiting(salon, "Nobody", { customerId: salon.ids.next() });
    expect((await refusal(stranger)).code).toBe("NOT_FOUND");
    const { id, revision } = await waiting(salon, "Mette Rasmussen");
    const gone = salon.call("waitlist.remove", { id, revision: revision + 1 });
    expect((await refusal(gone)).code).toBe("STALE");
    await salon.call("waitlist.remove", { id, revision });
    expect((await salon.call("waitlist.list", {})).waiting).toEqual([]);
  });

  test("leaves out who waited until a day that is over", async () => {
    const salon = await openSalon();
    await waiting(salon, "Tilda Frank", { to: "2026-11-20" });
    salon.clock.set("2026-11-21T09:00:00.000Z");
    expect((await salon.call("waitlist.list", {})).waiting).toEqual([]);
  });
});
