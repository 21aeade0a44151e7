import type { BridgeOutput, BridgeParsed } from "../../../src-shared/bridge/contract.ts";
import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { mustBeCurrent, mustExist } from "../store/revision.ts";
import { addressesOf } from "./customer-record.ts";
import { calendarWindowFrom } from "./limits.ts";
import { saveBooking } from "./save-booking.ts";
import { setStatusInSeries } from "./series-status.ts";
import type { Stores } from "./stores.ts";

interface Ahead {
  readonly single: readonly Booking[];
  /** Each series with the first of its occurrences that is still to come. */
  readonly series: readonly { readonly bookingId: Id; readonly originalStart: Instant }[];
}

function aheadOf({ records, customers, now }: Stores, id: Id): Ahead {
  return { single: records.ahead(id, now()), series: customers.seriesAhead(id, now()) };
}

function cancelSingle(stores: Stores, booking: Booking): void {
  const cancelled = {
    ...booking,
    status: "cancelled" as const,
    revision: booking.revision + 1,
    updatedAt: stores.now(),
  };
  const details = { from: booking.status, to: "cancelled", reason: "" };
  saveBooking(stores, cancelled, [{ action: "status", details }], "queue");
}

function cancelAhead(stores: Stores, { single, series }: Ahead): number {
  for (const booking of single) cancelSingle(stores, booking);
  for (const { bookingId, originalStart } of series) {
    const row = mustExist(stores.bookings.find(bookingId), "booking");
    const scope = { is: "following", originalStart } as const;
    const asked = { id: row.id, revision: row.revision, status: "cancelled", reason: "" } as const;
    setStatusInSeries(stores, row, { ...asked, scope });
  }
  return single.length + series.length;
}

export function erasePreview(stores: Stores, id: Id): BridgeOutput<"customer.erasePreview"> {
  mustExist(stores.customers.find(id), "customer");
  const { single, series } = aheadOf(stores, id);
  return {
    bookings: stores.records.bookings(id).length,
    ahead: single.length + series.length,
    events: stores.records.inCalendar(id).length,
    waiting: stores.records.waiting(id).length,
    booksOnline: stores.onlineCustomers.methodsOf(id).length > 0,
  };
}

/** Also of bookings that are too old to be followed otherwise: their events carry the name as well. */
function inAnyCalendar({ records, bookings, clock }: Stores, id: Id): ReadonlySet<Id> {
  const since = calendarWindowFrom(clock.now());
  return new Set([...records.inCalendar(id), ...bookings.inCalendarOfCustomer(id, since)]);
}

/**
 * Deletes a person's data. The bookings stay for the numbers of the business, without name and notes, and their events
 * follow as after any other change.
 * @throws AppError NOT_FOUND, STALE
 */
export function eraseCustomer(
  stores: Stores,
  { id, revision, ahead }: BridgeParsed<"customer.erase">,
): BridgeOutput<"customer.erase"> {
  const customer = mustBeCurrent(stores.customers.find(id), revision, "customer");
  const queued = inAnyCalendar(stores, id);
  const cancelled = ahead === "cancel" ? cancelAhead(stores, aheadOf(stores, id)) : 0;
  const bookingIds = stores.records.bookings(id).map((booking) => booking.id);
  const emails = [customer.email, ...addressesOf(stores, id, customer.email)];
  const marks = { name: customer.name, phone: customer.phone, emails };
  stores.traces.forget(id, bookingIds, marks, stores.now());
  for (const bookingId of queued) stores.pendingChanges.enqueue(bookingId, stores.now());
  return { bookings: bookingIds.length, cancelled };
}
