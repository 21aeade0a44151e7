import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Staff } from "../../../src-shared/domain/business.ts";
import type { Zone } from "../../../src-shared/domain/primitives.ts";
import { toMs, wallClockAt } from "../../../src-shared/time/zones.ts";
import type { DayColumn } from "../day-columns.ts";
import { obstacleAt } from "../grid/conflicts.ts";

const MINUTE_MS = 60_000;

function byStart(a: ScheduledBooking, b: ScheduledBooking): number {
  return a.start < b.start ? -1 : a.start > b.start ? 1 : a.id < b.id ? -1 : 1;
}

interface Waiting {
  readonly booking: ScheduledBooking;
  /** Minutes since the start of the booking; negative for who came early. */
  readonly minutes: number;
}

/** Who has arrived and was not called yet; the longest wait first. `now` in epoch milliseconds. */
export function atDesk(bookings: readonly ScheduledBooking[], now: number): readonly Waiting[] {
  return bookings
    .filter((b) => b.status === "arrived")
    .toSorted(byStart)
    .map((booking) => ({ booking, minutes: Math.floor((now - toMs(booking.start)) / MINUTE_MS) }));
}

/** Who is still to come, soonest first. */
export function upcoming(
  bookings: readonly ScheduledBooking[],
  now: number,
): readonly ScheduledBooking[] {
  return bookings
    .filter((b) => (b.status === "booked" || b.status === "confirmed") && toMs(b.start) >= now)
    .toSorted(byStart);
}

interface Free {
  readonly staff: Staff;
  /** Minute of the day at which the next thing begins or the work ends; null when nothing is known. */
  readonly until: number | null;
}

/** Who could take somebody now, for the longest time; null if nobody can. */
export function freeNow(columns: readonly DayColumn[], now: number, zone: Zone): Free | null {
  const minute = wallClockAt(now, zone).minutes;
  const free = columns
    .filter((c) => obstacleAt({ from: minute, to: minute + 1 }, c, null) === null)
    .map((c) => ({ staff: c.staff, until: endOfGap(c, minute) }));
  return free.toSorted((a, b) => b.until - a.until)[0] ?? null;
}

function endOfGap(column: DayColumn, minute: number): number {
  const work = column.working.find((s) => s.from <= minute && minute < s.to);
  const next = [...column.bookings, ...column.blocks]
    .map((p) => p.from)
    .filter((from) => from > minute);
  return Math.min(work?.to ?? minute, ...next);
}
