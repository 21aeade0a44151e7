import type { RequestCustomer, RequestSnapshot } from "../../../src-shared/companion/wire.ts";
import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Customer } from "../../../src-shared/domain/customer.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { createdEvent, eventsBetween } from "../schedule/booking-events.ts";
import { addCustomer } from "../schedule/choices.ts";
import { saveBooking } from "../schedule/save-booking.ts";
import { mustExist } from "../store/revision.ts";
import type { CompanionMemory } from "./memory.ts";

/** Where a request goes: chosen by the rules, or by a person over them. */
export interface Chosen {
  readonly staff: Staff;
  readonly service: Service;
}

const LONGEST_NAME = 200;

function nameOf({ firstName, lastName, email }: RequestCustomer): string {
  const name = `${firstName.trim()} ${lastName.trim()}`.trim().slice(0, LONGEST_NAME);
  return name === "" ? (email.split("@")[0] ?? email) : name;
}

/** The customer of the verified address, or a new one. Nothing else is matched, and nothing of a known one is changed. */
function customerOf(memory: CompanionMemory, asked: RequestCustomer): Customer {
  const known = memory.onlineCustomers.byEmail(asked.email);
  const customer =
    known === undefined
      ? addCustomer(memory, {
          name: nameOf(asked),
          phone: "",
          email: asked.email,
          notes: "",
          alert: "",
        })
      : mustExist(memory.customers.find(known), "customer");
  memory.onlineCustomers.setMethods(customer.id, asked.methods);
  return customer;
}

/** Makes the booking of a request: one like every other, that goes to the calendar. Belongs into a transaction. */
export function bookRequest(
  memory: CompanionMemory,
  asked: RequestSnapshot,
  { staff, service }: Chosen,
): Id {
  const customer = asked.customer === null ? null : customerOf(memory, asked.customer);
  const now = memory.now();
  const booking: Booking = {
    id: memory.ids.next(),
    revision: 1,
    staffId: staff.id,
    serviceId: service.id,
    customerId: customer?.id ?? null,
    walkIn: false,
    start: asked.start,
    end: asked.end,
    zone: memory.theBusiness().zone,
    rrule: null,
    status: "booked",
    cancelReason: "",
    customerNotes: asked.notes,
    deskNotes: "",
    priceMinor: service.priceMinor,
    source: "customer",
    createdAt: now,
    updatedAt: now,
  };
  const names = { staff: staff.name, service: service.name, customer: customer?.name ?? "" };
  saveBooking(memory, booking, [createdEvent({ booking, ...names })], "queue", "customer");
  return booking.id;
}

/** Moves the booking of a request to where the customer wants it now. Belongs into a transaction. */
export function moveBooking(
  memory: CompanionMemory,
  bookingId: Id,
  asked: RequestSnapshot,
  { staff, service }: Chosen,
): void {
  const before = mustExist(memory.bookings.find(bookingId), "booking");
  const booking: Booking = {
    ...before,
    staffId: staff.id,
    serviceId: service.id,
    start: asked.start,
    end: asked.end,
    priceMinor: before.serviceId === service.id ? before.priceMinor : service.priceMinor,
    customerNotes: asked.notes,
    revision: before.revision + 1,
    updatedAt: memory.now(),
  };
  const named = (one: Booking) => ({
    booking: one,
    staff: memory.staff.find(one.staffId)?.name ?? "",
    service: memory.services.find(one.serviceId)?.name ?? "",
    customer: "",
  });
  saveBooking(memory, booking, eventsBetween(named(before), named(booking)), "queue", "customer");
}

/** The customer cancelled. What is cancelled already stays as it is. */
export function cancelByCustomer(memory: CompanionMemory, bookingId: Id, reason: string): void {
  const before = mustExist(memory.bookings.find(bookingId), "booking");
  if (before.status === "cancelled") return;
  const booking: Booking = {
    ...before,
    status: "cancelled",
    cancelReason: reason,
    revision: before.revision + 1,
    updatedAt: memory.now(),
  };
  const details = { from: before.status, to: "cancelled", reason };
  saveBooking(memory, booking, [{ action: "status", details }], "queue", "customer");
}
