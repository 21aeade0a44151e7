import { expect, it } from "vitest";
import { changeRequest } from "../../../fixtures/companion/customers.ts";
import {
  openPairedSalon,
  toldAtOnce,
  workingHour,
} from "../../../fixtures/companion/paired-salon.ts";
import { until } from "../../../fixtures/until.ts";

const HOUR = 3_600_000;
const at = (ms: number): string => new Date(ms).toISOString();

it("a request becomes a booking like every other, and goes to Google", async () => {
  const salon = await openPairedSalon();
  const calendarId = await salon.connectGoogle();
  const start = workingHour(10);
  const id = await salon.ask({ start });
  await salon.answered(id, "confirmed");
  const [booking, ...others] = await salon.bookings();
  expect(others).toEqual([]);
  expect(booking).toMatchObject({
    start: at(start),
    end: at(start + 0.75 * HOUR),
    staffId: salon.anna.id,
    serviceId: salon.cut.id,
    customerName: "Mara Lindqvist",
    customerNotes: "Left side longer",
    source: "customer",
    status: "booked",
    priceMinor: 4_500,
  });
  expect(await salon.requestOf(id)).toMatchObject({ desk_booking_id: booking?.id, sequence: 1 });
  await until("the event is in Google", () =>
    salon.google.control.events(calendarId).some(({ summary }) => summary === "Mara Lindqvist"),
  );
  const { log } = await salon.call("booking.get", { id: booking?.id ?? "" });
  expect(log).toMatchObject([{ actor: "customer", action: "created" }]);
  const card = await salon.call("customer.get", { id: booking?.customerId ?? "" });
  expect(card).toMatchObject({ customer: { email: "mara@mail.example" }, signIn: ["google"] });
});

it("a customer is matched by the verified address alone, and nothing of a known one is changed", async () => {
  const salon = await openPairedSalon();
  const fields = { name: "M. Lindqvist", phone: "1", notes: "n", alert: "Allergic" };
  const known = await salon.call("customer.save", {
    existing: null,
    fields: { ...fields, email: "Mara@Mail.example" },
  });
  await salon.call("customer.save", {
    existing: null,
    fields: { ...fields, name: "Mara Lindqvist", email: "" },
  });
  await salon.answered(await salon.ask({ start: workingHour(10) }), "confirmed");
  const [booking] = await salon.bookings();
  expect(booking?.customerId).toBe(known.id);
  const { customer } = await salon.call("customer.get", { id: known.id });
  expect(customer).toEqual(known);
});

it("a time that is taken at the desk is declined, without a word by whom", async () => {
  const salon = await openPairedSalon();
  const start = workingHour(10);
  await salon.call("booking.create", {
    id: "01990000-0000-7000-8000-000000000001",
    booking: {
      staffId: salon.anna.id,
      serviceId: salon.cut.id,
      customer: { is: "new", fields: { name: "Esra", phone: "", email: "", notes: "", alert: "" } },
      walkIn: false,
      start: at(start),
      durationMinutes: 45,
      customerNotes: "",
      deskNotes: "",
      priceMinor: null,
    },
    anyway: false,
  });
  const taken = await salon.ask({ start: start + HOUR / 2 });
  const closed = await salon.ask({ start: workingHour(20) });
  const any = await salon.ask({
    start: start + 0.75 * HOUR,
    staffId: salon.ben.id,
    anyStaff: true,
  });
  await salon.answered(taken, "declined");
  await salon.answered(closed, "declined");
  await salon.answered(any, "confirmed");
  expect(await salon.requestOf(taken)).toMatchObject({ reason: "taken" });
  expect(await salon.requestOf(closed)).toMatchObject({ reason: "closed" });
  expect(await salon.bookings()).toHaveLength(2);
});

it("who asked for anyone gets whoever is free", async () => {
  const salon = await openPairedSalon();
  const start = workingHour(10);
  await salon.call("block.create", {
    id: "01990000-0000-7000-8000-000000000002",
    staffIds: [salon.anna.id],
    start: at(start - HOUR),
    end: at(start + HOUR),
    title: "Dentist",
  });
  const id = await salon.ask({ start, anyStaff: true });
  await salon.answered(id, "confirmed");
  expect(await salon.requestOf(id)).toMatchObject({ staff_id: salon.ben.id, staff_name: "Ben" });
  expect(await salon.bookings()).toMatchObject([{ staffId: salon.ben.id }]);
});

it("what the customer moves and cancels moves and is cancelled at the desk", async () => {
  const salon = await openPairedSalon();
  const id = await salon.ask({ start: workingHour(10) });
  await salon.answered(id, "confirmed");
  await changeRequest(salon.site.companion(), id, { is: "move", start: workingHour(14) });
  await salon.answered(id, "confirmed");
  expect(await salon.bookings()).toMatchObject([{ start: at(workingHour(14)) }]);
  // Half an hour later is in part the booking's own time: no conflict with itself.
  const later = workingHour(14) + 30 * 60_000;
  await changeRequest(salon.site.companion(), id, { is: "move", start: later });
  await salon.answered(id, "confirmed");
  expect(await salon.bookings()).toMatchObject([{ start: at(later) }]);
  await changeRequest(salon.site.companion(), id, { is: "cancel" });
  await until("the booking is cancelled", async () => (await salon.bookings()).length === 0);
  const [row] = salon.rows("SELECT status, source FROM booking");
  expect(row).toEqual({ status: "cancelled", source: "customer" });
});

it("a customer who wants to move onto a taken time keeps the old one, and is told so", async () => {
  const salon = await openPairedSalon();
  const mine = await salon.ask({ start: workingHour(10) });
  await salon.answered(mine, "confirmed");
  await salon.call("block.create", {
    id: "01990000-0000-7000-8000-000000000003",
    staffIds: [],
    start: at(workingHour(14)),
    end: at(workingHour(15)),
    title: "Staff meeting",
  });
  await changeRequest(salon.site.companion(), mine, { is: "move", start: workingHour(14) });
  await salon.answered(mine, "confirmed");
  expect(await salon.requestOf(mine)).toMatchObject({ start_at: workingHour(10), sequence: 3 });
  expect(await salon.bookings()).toMatchObject([{ start: at(workingHour(10)) }]);
});

it("what the desk moves, cancels and brings back reaches the customer's booking", async () => {
  const salon = await openPairedSalon();
  const id = await salon.ask({ start: workingHour(10) });
  await salon.answered(id, "confirmed");
  const [booking] = await salon.bookings();
  if (booking === undefined) throw new Error("No booking.");
  const moved = await salon.call("booking.update", {
    id: booking.id,
    revision: booking.revision,
    changes: { start: at(workingHour(12)), staffId: salon.ben.id },
    anyway: false,
  });
  await toldAtOnce(salon, moved);
  const startOf = async () => (await salon.requestOf(id)).start_at;
  await until("the customer's booking moved", async () => (await startOf()) === workingHour(12));
  expect(await salon.requestOf(id)).toMatchObject({ staff_name: "Ben", status: "confirmed" });
  const cancelled = await salon.call("booking.setStatus", {
    id: booking.id,
    revision: moved.revision,
    status: "cancelled",
    reason: "ill",
  });
  await toldAtOnce(salon, cancelled);
  await salon.answered(id, "cancelled");
  expect(await salon.requestOf(id)).toMatchObject({ reason: "desk" });
  const back = await salon.call("booking.setStatus", {
    id: booking.id,
    revision: cancelled.revision,
    status: "booked",
    reason: "",
  });
  await toldAtOnce(salon, back);
  await salon.answered(id, "confirmed");
});

it("by hand, a person confirms or declines, and may overrule what is in the way", async () => {
  const salon = await openPairedSalon();
  await salon.call("companion.setOffer", { confirming: "hand" });
  const start = workingHour(10);
  const first = await salon.ask({ start });
  const second = await salon.ask({ start: start + HOUR });
  await until("both wait", async () => (await salon.status()).waiting === 2);
  expect(await salon.bookings()).toEqual([]);
  await salon.call("block.create", {
    id: "01990000-0000-7000-8000-000000000004",
    staffIds: [],
    start: at(start),
    end: at(start + HOUR),
    title: "Staff meeting",
  });
  const waiting = await salon.call("companion.requests", {});
  expect(waiting).toMatchObject([
    { id: first, customerName: "Mara Lindqvist", conflicts: [{ kind: "block" }], moves: null },
    { id: second, conflicts: [] },
  ]);
  const confirm = (id: string, anyway: boolean) =>
    salon.call("companion.decide", { id, decision: { is: "confirm", anyway } });
  await expect(confirm(first, false)).rejects.toMatchObject({ code: "CONFLICT" });
  await confirm(first, true);
  await salon.call("companion.decide", {
    id: second,
    decision: { is: "decline", reason: "unavailable" },
  });
  await salon.answered(first, "confirmed");
  await salon.answered(second, "declined");
  await expect(confirm(second, true)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await salon.bookings()).toHaveLength(1);
});

it("a request that comes for a time that is past is declined as late", async () => {
  const salon = await openPairedSalon();
  const past = Math.floor((Date.now() - HOUR) / 300_000) * 300_000;
  const id = await salon.ask({ start: past });
  await salon.answered(id, "declined");
  expect(await salon.requestOf(id)).toMatchObject({ reason: "late" });
});
