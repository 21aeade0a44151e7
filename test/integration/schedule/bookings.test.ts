import { describe, expect, test } from "vitest";
import { BOOKING_STATUSES } from "../../../src-shared/domain/booking.ts";
import { openSalon, refusal } from "../../fixtures/salon.ts";

const TEN = "2026-11-20T09:00:00.000Z";
const HALF_PAST_TEN = "2026-11-20T09:30:00.000Z";
const NOON = "2026-11-20T11:00:00.000Z";

describe("booking", () => {
  test("takes the service's price and the business's zone, and waits for the calendar", async () => {
    const salon = await openSalon();
    const booking = await salon.book(TEN);
    expect(booking).toMatchObject({
      start: TEN,
      end: "2026-11-20T09:45:00.000Z",
      zone: "Europe/Berlin",
      priceMinor: 4_500,
      status: "booked",
      source: "desk",
      revision: 1,
      serviceName: "Cut",
      tint: "sage",
    });
    expect(salon.pending()).toEqual([booking.id]);
    const { log } = await salon.call("booking.get", { id: booking.id });
    expect(log).toMatchObject([{ action: "created", actor: "desk", details: { staff: "Anna" } }]);
  });

  test("twice with one id makes one booking", async () => {
    const salon = await openSalon();
    const id = salon.ids.next();
    const input = { id, booking: salon.draft(TEN), anyway: false };
    const first = await salon.call("booking.create", input);
    const before = salon.db.totalChanges();
    expect(await salon.call("booking.create", input)).toEqual(first);
    expect(salon.db.totalChanges()).toBe(before);
  });

  test("makes a new customer with it, or neither", async () => {
    const salon = await openSalon();
    await salon.book(TEN);
    const fields = { name: "Eva Berg", phone: "", email: "", notes: "", alert: "Latex" };
    const customer = { is: "new" as const, fields };
    expect((await refusal(salon.book(TEN, { customer }))).code).toBe("CONFLICT");
    expect(await salon.call("customer.search", { query: "eva", limit: 5 })).toEqual([]);
    const booked = await salon.book(NOON, { customer });
    expect(booked).toMatchObject({
      customerName: "Eva Berg",
      customerAlert: "Latex",
      firstVisit: true,
    });
  });

  test("is one transaction with its log and its pending change", async () => {
    const salon = await openSalon();
    salon.db.statement("test.break", "DROP TABLE pending_change").run();
    await expect(salon.book(TEN)).rejects.toThrow("pending_change");
    const left = salon.db
      .statement<{ n: number }>(
        "test.left",
        "SELECT (SELECT count(*) FROM booking) + (SELECT count(*) FROM booking_log) AS n",
      )
      .get();
    expect(left?.n).toBe(0);
  });

  test("keeps hostile text as it is", async () => {
    const salon = await openSalon();
    const nasty = "'); DROP TABLE booking; -- \u202Eevil\u0000 <b>🦄</b>".padEnd(10_000, "é");
    const booking = await salon.book(TEN, { deskNotes: nasty, customerNotes: "שלום" });
    const { booking: read } = await salon.call("booking.get", { id: booking.id });
    expect(read.deskNotes).toBe(nasty);
    expect(read.customerNotes).toBe("שלום");
  });

  test.each(["1999-12-31T23:00:00.000Z", "2200-01-01T00:00:00.000Z", "9999-12-31T23:00:00.000Z"])(
    "in another age (%s) is refused by its field",
    async (start) => {
      const salon = await openSalon();
      const error = await refusal(salon.book(start, {}, true));
      expect(error.code).toBe("BAD_INPUT");
      expect(Object.keys(error.fields ?? {})).toEqual(["booking.start"]);
    },
  );
});

describe("what is in the way", () => {
  test("refuses with the reason, unless staff book anyway", async () => {
    const salon = await openSalon();
    const eva = await salon.customer("Eva Berg");
    await salon.book(TEN, { customer: { is: "known", id: eva.id } });
    const error = await refusal(salon.book(HALF_PAST_TEN));
    expect(error).toMatchObject({ code: "CONFLICT", retryable: false });
    expect(error.message).toContain("10:00–10:45 (Eva Berg)");
    const booked = await salon.book(HALF_PAST_TEN, {}, true);
    const { conflicts } = await salon.call("booking.get", { id: booked.id });
    expect(conflicts.map((c) => c.kind)).toEqual(["booking"]);
  });

  test("is not what other staff do, what was cancelled, or what nobody came to", async () => {
    const salon = await openSalon();
    const cancelled = await salon.book(TEN);
    await salon.setStatus(cancelled.id, 1, "cancelled");
    const missed = await salon.book(TEN);
    await salon.setStatus(missed.id, 1, "noShow");
    await salon.book(TEN, { staffId: salon.ben.id });
    expect((await salon.book(TEN)).status).toBe("booked");
  });

  test("is the booking that lasts longest, begun the day before", async () => {
    const salon = await openSalon();
    await salon.book("2026-11-19T09:30:00.000Z", { durationMinutes: 1_440 }, true);
    expect((await refusal(salon.book("2026-11-20T09:15:00.000Z"))).message).toContain(
      "another booking",
    );
    expect((await salon.book("2026-11-20T09:30:00.000Z")).revision).toBe(1);
  });

  test("can be asked for before, with how long the time stays free", async () => {
    const salon = await openSalon();
    const later = await salon.book(NOON);
    const check = (ignoreBookingId: string | null) =>
      salon.call("booking.check", {
        staffId: salon.anna.id,
        start: TEN,
        durationMinutes: 45,
        ignoreBookingId,
      });
    expect(await check(null)).toEqual({ conflicts: [], freeUntil: NOON });
    expect(await check(later.id)).toEqual({ conflicts: [], freeUntil: null });
  });

  test("for archived staff is that they are archived", async () => {
    const salon = await openSalon();
    const { id, revision, ...fields } = salon.anna;
    const old = await salon.book(TEN);
    await salon.call("staff.save", {
      existing: { id, revision },
      fields: { ...fields, active: false },
    });
    expect((await refusal(salon.book(NOON))).code).toBe("NOT_ALLOWED");
    const kept = await salon.call("booking.update", {
      id: old.id,
      revision: 1,
      changes: { deskNotes: "still hers" },
      anyway: false,
    });
    expect(kept.staffId).toBe(id);
  });
});

describe("changing", () => {
  test("logs each subject once and queues the booking once", async () => {
    const salon = await openSalon();
    const booking = await salon.book(TEN);
    const changed = await salon.call("booking.update", {
      id: booking.id,
      revision: 1,
      changes: { start: NOON, staffId: salon.ben.id, serviceId: salon.colour.id, deskNotes: "!" },
      anyway: false,
    });
    expect(changed).toMatchObject({ revision: 2, end: "2026-11-20T11:45:00.000Z" });
    const { log } = await salon.call("booking.get", { id: booking.id });
    expect(log.map((entry) => entry.action)).toEqual([
      "notes",
      "service",
      "staff",
      "moved",
      "created",
    ]);
    expect(log[2]?.details).toEqual({ from: "Anna", to: "Ben" });
    expect(salon.pending()).toEqual([booking.id]);
  });

  test("nothing writes nothing", async () => {
    const salon = await openSalon();
    const booking = await salon.book(TEN);
    const before = salon.db.totalChanges();
    const same = await salon.call("booking.update", {
      id: booking.id,
      revision: 1,
      changes: { start: TEN },
      anyway: false,
    });
    expect(same).toEqual(booking);
    expect(salon.db.totalChanges()).toBe(before);
  });

  test("an old revision is stale and changes nothing", async () => {
    const salon = await openSalon();
    const { id } = await salon.book(TEN);
    const move = (start: string) =>
      salon.call("booking.update", { id, revision: 1, changes: { start }, anyway: false });
    await move(NOON);
    expect((await refusal(move(TEN))).code).toBe("STALE");
    expect((await salon.call("booking.get", { id })).booking.start).toBe(NOON);
  });

  test("the notes of overlapping bookings needs no overruling, moving one does", async () => {
    const salon = await openSalon();
    await salon.book(TEN);
    const { id } = await salon.book(HALF_PAST_TEN, {}, true);
    const update = (revision: number, changes: { deskNotes?: string; durationMinutes?: number }) =>
      salon.call("booking.update", { id, revision, changes, anyway: false });
    await update(1, { deskNotes: "squeezed in" });
    expect((await refusal(update(2, { durationMinutes: 60 }))).code).toBe("CONFLICT");
  });

  test("the service takes its price along, unless another was agreed", async () => {
    const salon = await openSalon();
    const { id: _id, revision: _revision, ...fields } = salon.cut;
    const dear = await salon.call("service.save", {
      existing: null,
      fields: { ...fields, name: "Big cut", priceMinor: 9_900 },
    });
    const change = async (priceMinor: number | null, start: string) => {
      const { id } = await salon.book(start, { priceMinor });
      const changes = { serviceId: dear.id };
      return salon.call("booking.update", { id, revision: 1, changes, anyway: false });
    };
    expect((await change(null, TEN)).priceMinor).toBe(9_900);
    expect((await change(3_000, NOON)).priceMinor).toBe(3_000);
  });
});

describe("the status", () => {
  test("can be taken from each to each", async () => {
    const salon = await openSalon();
    const { id } = await salon.book(TEN);
    let revision = 1;
    for (const from of BOOKING_STATUSES)
      for (const status of BOOKING_STATUSES) {
        for (const next of [from, status]) {
          const set = { id, revision, status: next, reason: "r" };
          revision = (await salon.call("booking.setStatus", set)).revision;
        }
      }
    const { booking, log } = await salon.call("booking.get", { id });
    expect(booking.status).toBe("cancelled");
    expect(log).toHaveLength(revision);
  });

  test("reaches the calendar only where an event comes or goes", async () => {
    const salon = await openSalon();
    const { id } = await salon.book(TEN);
    salon.settlePending();
    const set = (revision: number, status: "arrived" | "cancelled" | "booked") =>
      salon.call("booking.setStatus", { id, revision, status, reason: "ill" });
    await set(1, "arrived");
    expect(salon.pending()).toEqual([]);
    expect((await set(2, "cancelled")).cancelReason).toBe("ill");
    expect(salon.pending()).toEqual([id]);
    salon.settlePending();
    expect((await set(3, "booked")).cancelReason).toBe("");
    expect(salon.pending()).toEqual([id]);
  });
});

test("a move in Google is logged as Google's and is not sent back", async () => {
  const salon = await openSalon();
  const { id } = await salon.book(TEN);
  salon.settlePending();
  salon.stores.bookings.moveByGoogle(id, NOON, "2026-11-20T12:00:00.000Z", salon.stores.now());
  const { booking, log } = await salon.call("booking.get", { id });
  expect(booking).toMatchObject({ start: NOON, end: "2026-11-20T12:00:00.000Z", revision: 2 });
  expect(log[0]).toMatchObject({ actor: "google", action: "moved" });
  expect(salon.pending()).toEqual([]);
});

test("a booking that was never made is not found", async () => {
  const salon = await openSalon();
  const id = salon.ids.next();
  expect((await refusal(salon.call("booking.get", { id }))).code).toBe("NOT_FOUND");
  const set = { id, revision: 1, status: "done" as const, reason: "" };
  expect((await refusal(salon.call("booking.setStatus", set))).code).toBe("NOT_FOUND");
});
