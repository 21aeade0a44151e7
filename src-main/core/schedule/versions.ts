import type { BridgeParsed } from "../../../src-shared/bridge/contract.ts";
import { belongsInCalendar, occupiesTime } from "../../../src-shared/domain/booking.ts";
import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Customer } from "../../../src-shared/domain/customer.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { mustExist } from "../store/revision.ts";
import { choosableService, choosableStaff, customerFor } from "./choices.ts";
import { spanOf } from "./conflicts.ts";
import type { Stores } from "./stores.ts";

export type Update = BridgeParsed<"booking.update">;
export type Changes = Update["changes"];

/** A booking, or one occurrence of a series, with the rows it names. */
export interface Version {
  readonly booking: Booking;
  readonly staff: Staff;
  readonly service: Service;
  readonly customer: Customer | null;
}

export function versionOf(stores: Stores, booking: Booking): Version {
  const { staffId, serviceId, customerId } = booking;
  return {
    booking,
    staff: mustExist(stores.staff.find(staffId), "staff member"),
    service: mustExist(stores.services.find(serviceId), "service"),
    customer: customerId === null ? null : mustExist(stores.customers.find(customerId), "customer"),
  };
}

/** Null asks for the service's price. A price that was the old service's follows to the new one. */
function priceOf(
  before: Version,
  service: Service,
  asked: number | null | undefined,
): number | null {
  if (asked !== undefined) return asked ?? service.priceMinor;
  const { priceMinor } = before.booking;
  const follows = service.id !== before.service.id && priceMinor === before.service.priceMinor;
  return follows ? service.priceMinor : priceMinor;
}

/**
 * The version that the changes lead to, but for the rule. What is newly chosen must not be archived; a new customer
 * is made.
 */
export function applied(stores: Stores, before: Version, changes: Changes): Version {
  const { booking } = before;
  const { staffId = booking.staffId, serviceId = booking.serviceId } = changes;
  const staff = staffId === booking.staffId ? before.staff : choosableStaff(stores, staffId);
  const service =
    serviceId === booking.serviceId ? before.service : choosableService(stores, serviceId);
  const customer =
    changes.customer === undefined ? before.customer : customerFor(stores, changes.customer);
  const start = changes.start ?? booking.start;
  const { start: from, end: to } = spanOf(booking);
  const length =
    changes.durationMinutes === undefined ? to - from : changes.durationMinutes * 60_000;
  const after: Booking = {
    ...booking,
    staffId,
    serviceId,
    customerId: customer?.id ?? null,
    walkIn: changes.walkIn ?? booking.walkIn,
    start,
    end: toInstant(toMs(start) + length),
    customerNotes: changes.customerNotes ?? booking.customerNotes,
    deskNotes: changes.deskNotes ?? booking.deskNotes,
    priceMinor: priceOf(before, service, changes.priceMinor),
  };
  return { booking: after, staff, service, customer };
}

export function namesOf(version: Version) {
  const { booking, staff, service, customer } = version;
  return { booking, staff: staff.name, service: service.name, customer: customer?.name ?? "" };
}

/** Notes may change where bookings overlap already; only a new place has to be free. */
export function takesNewTime({ booking: before }: Version, { booking: after }: Version): boolean {
  return (
    occupiesTime(after.status) &&
    (before.start !== after.start || before.end !== after.end || before.staffId !== after.staffId)
  );
}

const SHOWN = [
  "start",
  "end",
  "rrule",
  "serviceId",
  "customerId",
  "customerNotes",
  "deskNotes",
] as const;

/** Whether the calendar would hold something else: an event shows neither staff, price nor status. */
export function showsInCalendar(before: Booking, after: Booking): boolean {
  const isThere = belongsInCalendar(after.status);
  if (belongsInCalendar(before.status) !== isThere) return true;
  return isThere && SHOWN.some((field) => before[field] !== after[field]);
}
