import type { Block } from "../../../../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../../../../src-shared/domain/booking.ts";
import type {
  PlacedBlock,
  PlacedBooking,
} from "../../../../../src-renderer/schedule/grid/place.ts";

const DAY = "2026-11-19";

/** An instant of the day in UTC, where wall clock and instant read the same. */
export function at(minutes: number): string {
  return new Date(Date.parse(`${DAY}T00:00:00.000Z`) + minutes * 60_000).toISOString();
}

export function placedBooking(
  id: string,
  from: number,
  to: number,
  fields: Partial<ScheduledBooking> = {},
): PlacedBooking {
  const booking: ScheduledBooking = {
    id,
    revision: 1,
    staffId: "anna",
    serviceId: "cut",
    customerId: null,
    walkIn: false,
    start: at(from),
    end: at(to),
    zone: "UTC",
    rrule: null,
    status: "booked",
    cancelReason: "",
    customerNotes: "",
    deskNotes: "",
    priceMinor: null,
    source: "desk",
    createdAt: at(0),
    updatedAt: at(0),
    customerName: id,
    customerAlert: "",
    serviceName: "Cut",
    tint: "sky",
    firstVisit: false,
    calendarMark: "none",
    occurrence: null,
    ...fields,
  };
  return { booking, from, to };
}

export function placedBlock(
  id: string,
  from: number,
  to: number,
  fields: Partial<Block> = {},
): PlacedBlock {
  const block: Block = {
    id,
    revision: 1,
    source: "desk",
    staffIds: ["anna"],
    start: at(from),
    end: at(to),
    allDay: null,
    title: id,
    rrule: null,
    originalStart: null,
    ...fields,
  };
  return { block, from, to };
}
