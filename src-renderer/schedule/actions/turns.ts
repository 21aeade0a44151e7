import type { Id } from "../../../src-shared/domain/primitives.ts";
import { type BookingKey, keyOf, keyOfBlock } from "../../store/booking-key.ts";
import { putBlock, putBooking } from "../../store/schedule.ts";

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

interface Row {
  readonly id: Id;
  readonly revision: number;
}

/** What this window's commands led to. The drawn schedule may lag behind: an older reading can still be under way. */
function ledBy<T extends Row>(
  nameOf: (row: T) => BookingKey,
  put: (row: T, before: BookingKey) => void,
) {
  const led = new Map<BookingKey, T>();
  /** All occurrences of a series count one revision, so a command for one of them makes the others out of date. */
  const revisions = new Map<Id, number>();
  return {
    /**
     * Shows what the desk answered; the next command builds on it.
     * @param before what it was called until now: a series that moves gives its occurrences new names
     */
    settle(row: T, before: BookingKey = nameOf(row)): void {
      led.delete(before);
      led.set(nameOf(row), row);
      revisions.set(row.id, row.revision);
      put(row, before);
    },
    /** The row as the last command of this window left it, or as it was seen if that is newer. */
    latestOf(seen: T): T {
      const ours = led.get(nameOf(seen));
      const row = ours !== undefined && ours.revision > seen.revision ? ours : seen;
      const known = revisions.get(row.id) ?? 0;
      return known > row.revision ? { ...row, revision: known } : row;
    },
    /** After the desk said that a row is out of date here, only what is read from it counts. */
    forget(row: T): void {
      led.delete(nameOf(row));
      revisions.delete(row.id);
    },
  };
}

export const { settle, latestOf, forget } = ledBy(keyOf, putBooking);
export const {
  settle: settleBlock,
  latestOf: latestBlock,
  forget: forgetBlock,
} = ledBy(keyOfBlock, putBlock);
