import type { Block } from "../../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { CalendarDate, Zone } from "../../../src-shared/domain/primitives.ts";
import { placeOnDay, zonedDay } from "./axis.ts";
import type { Span } from "./span.ts";

export interface PlacedBooking extends Span {
  readonly booking: ScheduledBooking;
}

export interface PlacedBlock extends Span {
  readonly block: Block;
}

export function placeBookings(
  bookings: readonly ScheduledBooking[],
  date: CalendarDate,
  zone: Zone,
): readonly PlacedBooking[] {
  const day = zonedDay(date, zone);
  return bookings.flatMap((booking) => {
    const span = placeOnDay(booking, day);
    return span === null ? [] : [{ booking, ...span }];
  });
}

export function placeBlocks(
  blocks: readonly Block[],
  date: CalendarDate,
  zone: Zone,
): readonly PlacedBlock[] {
  const day = zonedDay(date, zone);
  return blocks.flatMap((block) => {
    const span = placeOnDay(block, day);
    return span === null ? [] : [{ block, ...span }];
  });
}

/** Whole days at the desk: days off of whom they hold for. */
export function isDayOff({ source, allDay }: Block): boolean {
  return source === "desk" && allDay !== null;
}

/** Whether a block holds for a person: for everyone, or named. */
export function holdsFor(block: Block, staffId: string): boolean {
  return block.staffIds.length === 0 || block.staffIds.includes(staffId);
}
