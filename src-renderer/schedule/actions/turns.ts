import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { type BookingKey, keyOf } from "../../store/booking-key.ts";
import { putBooking } from "../../store/schedule.ts";

let last: Promise<unknown> = Promise.resolve();

/**
 * Does one command after the other, in the order they were given. Keys come faster than the desk answers: a command
 * that began before the one ahead of it had ended would build on the old state, and be refused or undo it.
 */
export function inTurn<T>(command: () => Promise<T>): Promise<T> {
  const mine = last.then(command);
  last = mine.catch(() => undefined);
  return mine;
}

/** What this window's commands led to. The drawn schedule may lag behind: an older reading can still be under way. */
const led = new Map<BookingKey, ScheduledBooking>();

/** All occurrences of a series count one revision, so a command for one of them makes the others out of date. */
const revisions = new Map<Id, number>();

/**
 * Shows what the desk answered; the next command builds on it.
 * @param before what it was called until now: a series that moves gives its occurrences new names
 */
export function settle(booking: ScheduledBooking, before: BookingKey = keyOf(booking)): void {
  led.delete(before);
  led.set(keyOf(booking), booking);
  revisions.set(booking.id, booking.revision);
  putBooking(booking, before);
}

/** The booking as the last command of this window left it, or as it was seen if that is newer. */
export function latestOf(seen: ScheduledBooking): ScheduledBooking {
  const ours = led.get(keyOf(seen));
  const booking = ours !== undefined && ours.revision > seen.revision ? ours : seen;
  const known = revisions.get(booking.id) ?? 0;
  return known > booking.revision ? { ...booking, revision: known } : booking;
}

/** After the desk said that a booking is out of date here, only what is read from it counts. */
export function forget(booking: ScheduledBooking): void {
  led.delete(keyOf(booking));
  revisions.delete(booking.id);
}
