import type {
  CustomerRecord,
  RecordedBooking,
} from "../../../src-shared/domain/customer-record.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { BookingForCalendar } from "../store/booking-rows.ts";
import { mustExist } from "../store/revision.ts";
import type { Stores } from "./stores.ts";

function exceptionsOf(stores: Stores, id: Id): RecordedBooking["exceptions"] {
  return stores.overrides.ofBooking(id).map((one) => ({
    originalStart: one.originalStart,
    cancelled: one.cancelled,
    cancelReason: one.cancelReason,
    start: one.start,
    end: one.end,
    service: one.serviceName,
    staff: one.staffName,
    status: one.status,
    customerNotes: one.customerNotes,
    deskNotes: one.deskNotes,
    priceMinor: one.priceMinor,
  }));
}

function recorded(stores: Stores, booking: BookingForCalendar): RecordedBooking {
  const { start, end, zone, rrule, status, cancelReason } = booking;
  const { customerNotes, deskNotes, priceMinor, source, createdAt } = booking;
  return {
    start,
    end,
    zone,
    rrule,
    status,
    cancelReason,
    service: booking.serviceName,
    staff: booking.staffName,
    customerNotes,
    deskNotes,
    priceMinor,
    source,
    createdAt,
    exceptions: exceptionsOf(stores, booking.id),
    // Without details: they name whoever else was booked at that time before.
    changes: stores.bookingLog
      .list(booking.id)
      .map(({ at, actor, action }) => ({ at, actor, action })),
  };
}

/** Every address by which the person is known, in lower case. */
export function addressesOf({ records }: Stores, id: Id, email: string): string[] {
  const own = email === "" ? [] : [email.toLowerCase()];
  return [...own, ...records.otherEmails(id)];
}

/**
 * Everything that is kept about one person, and nothing about another.
 * @throws AppError NOT_FOUND
 */
export function customerRecord(stores: Stores, id: Id): CustomerRecord {
  const found = mustExist(stores.customers.find(id), "customer");
  const { id: _id, revision: _revision, ...customer } = found;
  const business = stores.theBusiness();
  return {
    at: stores.now(),
    business: business.name,
    currency: business.currency,
    customer,
    otherEmails: stores.records.otherEmails(id),
    signIn: stores.onlineCustomers.methodsOf(id),
    bookings: stores.records.bookings(id).map((booking) => recorded(stores, booking)),
    waiting: stores.records.waiting(id),
    requests: stores.records.requests(addressesOf(stores, id, customer.email)),
  };
}
