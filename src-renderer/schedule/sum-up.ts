import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";
import type { DayColumn } from "./day-columns.ts";
import { keyOfBlock } from "../store/booking-key.ts";
import { clashesOf } from "./grid/conflicts.ts";

interface Sums {
  readonly bookings: number;
  readonly online: number;
  readonly walkIns: number;
  readonly noShows: number;
  readonly overlaps: number;
  readonly blocks: number;
  readonly expectedMinor: number;
}

/** What is to be earned, in the smallest unit; nobody pays for a no-show. */
export function expectedOf(bookings: readonly ScheduledBooking[]): number {
  return bookings
    .filter((b) => b.status !== "noShow")
    .reduce((sum, b) => sum + (b.priceMinor ?? 0), 0);
}

/** The numbers of a day. */
export function sumUp(columns: readonly DayColumn[]): Sums {
  const bookings = columns.flatMap((c) => c.bookings.map((p) => p.booking));
  const count = (test: (b: (typeof bookings)[number]) => boolean): number =>
    bookings.filter(test).length;
  return {
    bookings: bookings.length,
    online: count((b) => b.source === "customer"),
    walkIns: count((b) => b.walkIn),
    noShows: count((b) => b.status === "noShow"),
    overlaps: columns.reduce((sum, c) => sum + clashesOf(c.bookings).size, 0),
    blocks: new Set(columns.flatMap((c) => c.blocks.map((p) => keyOfBlock(p.block)))).size,
    expectedMinor: expectedOf(bookings),
  };
}
