import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
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
const led = new Map<string, ScheduledBooking>();

/** One occurrence of a series stands for itself. */
function keyOf({ id, occurrence }: ScheduledBooking): string {
  return occurrence === null ? id : `${id} ${occurrence.originalStart}`;
}

/** Shows what the desk answered; the next command builds on it. */
export function settle(booking: ScheduledBooking): void {
  led.set(keyOf(booking), booking);
  putBooking(booking);
}

/** The booking as the last command of this window left it, or as it was seen if that is newer. */
export function latestOf(seen: ScheduledBooking): ScheduledBooking {
  const ours = led.get(keyOf(seen));
  return ours !== undefined && ours.revision > seen.revision ? ours : seen;
}

/** After the desk said that a booking is out of date here, only what is read from it counts. */
export function forget(booking: ScheduledBooking): void {
  led.delete(keyOf(booking));
}
