import { type Instant, isPlausible } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { epochDay, toInstant } from "../../../src-shared/time/zones.ts";
import { WINDOW_BACK_MS } from "../sync/event-of-booking.ts";

/** Days that `schedule.get` answers at once. */
const MAX_RANGE_DAYS = 62;

export function badInput(field: string, message: string): AppError {
  return new AppError("BAD_INPUT", message, { fields: { [field]: message } });
}

/** @throws AppError BAD_INPUT for an instant or a date before 2000 or after 2199 */
export function assertPlausible(field: string, when: string): void {
  if (!isPlausible(when)) throw badInput(field, "The date has to lie between 2000 and 2199.");
}

/** @throws AppError BAD_INPUT if the days are none or too many */
export function assertRange(from: string, to: string): void {
  assertPlausible("from", from);
  assertPlausible("to", to);
  const days = epochDay(to) - epochDay(from);
  if (days <= 0) throw badInput("to", "The last day has to come after the first.");
  if (days > MAX_RANGE_DAYS)
    throw badInput("to", `At most ${MAX_RANGE_DAYS} days can be asked for at once.`);
}

/** Bookings that ended before are not followed in the calendar any more (S12). */
export function calendarWindowFrom(nowMs: number): Instant {
  return toInstant(nowMs - WINDOW_BACK_MS);
}
