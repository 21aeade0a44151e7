import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { BookingAction, BookingEvent } from "../store/booking-log.ts";

/** A booking with the names that its log shows. */
export interface Named {
  readonly booking: Booking;
  readonly staff: string;
  readonly service: string;
  readonly customer: string;
}

type Found = BookingEvent | null;

function moved(from: Booking, to: Booking): Found {
  if (from.start === to.start && from.end === to.end) return null;
  const details = { fromStart: from.start, fromEnd: from.end, start: to.start, end: to.end };
  return { action: "moved", details };
}

function swapped(action: BookingAction, differs: boolean, from: string, to: string): Found {
  return differs ? { action, details: { from, to } } : null;
}

function price(minor: number | null): string {
  return minor === null ? "" : String(minor);
}

export function createdEvent({ booking, staff, service, customer }: Named): BookingEvent {
  const { start, end, rrule } = booking;
  const details = { start, end, staff, service, customer, ...(rrule !== null && { rrule }) };
  return { action: "created", details };
}

/** What happened between two versions of a booking, one entry a subject. */
export function eventsBetween(before: Named, after: Named): BookingEvent[] {
  const [from, to] = [before.booking, after.booking];
  const notesDiffer = from.customerNotes !== to.customerNotes || from.deskNotes !== to.deskNotes;
  const found: Found[] = [
    moved(from, to),
    swapped("staff", from.staffId !== to.staffId, before.staff, after.staff),
    swapped("service", from.serviceId !== to.serviceId, before.service, after.service),
    swapped("customer", from.customerId !== to.customerId, before.customer, after.customer),
    notesDiffer ? { action: "notes", details: {} } : null,
    swapped(
      "price",
      from.priceMinor !== to.priceMinor,
      price(from.priceMinor),
      price(to.priceMinor),
    ),
  ];
  return found.filter((event) => event !== null);
}
