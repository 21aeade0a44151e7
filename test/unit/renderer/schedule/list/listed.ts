import type { ScheduledBooking } from "../../../../../src-shared/domain/booking.ts";
import type { CalendarDate } from "../../../../../src-shared/domain/primitives.ts";
import { placedBooking } from "../grid/rows.ts";

/** A booking of a quarter of an hour in UTC; `time` as `10:00`. */
export function listed(
  id: string,
  date: CalendarDate,
  time: string,
  fields: Partial<ScheduledBooking> = {},
): ScheduledBooking {
  const start = `${date}T${time}:00.000Z`;
  const end = new Date(Date.parse(start) + 15 * 60_000).toISOString();
  return placedBooking(id, 0, 15, { start, end, ...fields }).booking;
}
