import { isDeepStrictEqual } from "node:util";
import type { BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import { belongsInCalendar, occupiesTime } from "../../../src-shared/domain/booking.ts";
import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Customer } from "../../../src-shared/domain/customer.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { BookingEvent } from "../store/booking-log.ts";
import { mustBeCurrent, mustExist } from "../store/revision.ts";
import { assertFree } from "./availability.ts";
import { eventsBetween } from "./booking-events.ts";
import { choosableService, choosableStaff, customerFor } from "./choices.ts";
import { spanOf } from "./conflicts.ts";
import { assertPlausible } from "./limits.ts";
import { changeSchedule, saveBooking } from "./save-booking.ts";
import type { Stores } from "./stores.ts";

type Update = BridgeParsed<"booking.update">;
type Changes = Update["changes"];

/** A booking with the rows it names. */
interface Version {
  readonly booking: Booking;
  readonly staff: Staff;
  readonly service: Service;
  readonly customer: Customer | null;
}

function versionOf(stores: Stores, booking: Booking): Version {
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

/** The version that the changes lead to. What is newly chosen must not be archived; a new customer is made. */
function applied(stores: Stores, before: Version, changes: Changes): Version {
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

function namesOf(version: Version) {
  const { booking, staff, service, customer } = version;
  return { booking, staff: staff.name, service: service.name, customer: customer?.name ?? "" };
}

/** Notes may change where bookings overlap already; only a new place has to be free. */
function takesNewTime({ booking: before }: Version, { booking: after }: Version): boolean {
  return (
    occupiesTime(after.status) &&
    (before.start !== after.start || before.end !== after.end || before.staffId !== after.staffId)
  );
}

function update(stores: Stores, { id, revision, changes, anyway }: Update): ScheduledBooking {
  if (changes.start !== undefined) assertPlausible("changes.start", changes.start);
  const before = versionOf(stores, mustBeCurrent(stores.bookings.find(id), revision, "booking"));
  const after = applied(stores, before, changes);
  if (isDeepStrictEqual(before.booking, after.booking))
    return mustExist(stores.bookings.findScheduled(id), "booking");
  if (takesNewTime(before, after)) {
    const place = { staff: after.staff, span: spanOf(after.booking), ignoreBookingId: id };
    assertFree(stores, stores.theBusiness(), place, anyway);
  }
  const booking = { ...after.booking, revision: revision + 1, updatedAt: stores.now() };
  return saveBooking(stores, booking, eventsBetween(namesOf(before), namesOf(after)), "queue");
}

function setStatus(
  stores: Stores,
  { id, revision, status, reason }: BridgeParsed<"booking.setStatus">,
): ScheduledBooking {
  const before = mustBeCurrent(stores.bookings.find(id), revision, "booking");
  const cancelReason = status === "cancelled" ? reason : "";
  if (before.status === status && before.cancelReason === cancelReason)
    return mustExist(stores.bookings.findScheduled(id), "booking");
  const booking = {
    ...before,
    status,
    cancelReason,
    revision: revision + 1,
    updatedAt: stores.now(),
  };
  const details = { from: before.status, to: status, reason: cancelReason };
  const event: BookingEvent = { action: "status", details };
  // An event shows no status; it is only there or not.
  const differs = belongsInCalendar(before.status) !== belongsInCalendar(status);
  return saveBooking(stores, booking, [event], differs ? "queue" : "leave");
}

export function editBookingHandlers(
  stores: Stores,
): Pick<Handlers, "booking.update" | "booking.setStatus"> {
  return {
    "booking.update": (input) => {
      const saved = changeSchedule(stores, "booking.update", () => update(stores, input));
      if (input.changes.customer?.is === "new") stores.changes.catalogueChanged();
      return saved;
    },
    "booking.setStatus": (input) =>
      changeSchedule(stores, "booking.setStatus", () => setStatus(stores, input)),
  };
}
