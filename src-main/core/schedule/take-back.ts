import { isDeepStrictEqual } from "node:util";
import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { mustExist } from "../store/revision.ts";
import type { SeriesState } from "../store/series-state.ts";
import { saveSeries } from "./save-booking.ts";
import { stateOf } from "./series-scope.ts";
import type { Stores } from "./stores.ts";

/** One change of a series, with all that it takes to bring back what was before it. */
interface Kept {
  readonly before: SeriesState;
  readonly after: SeriesState;
  /** The series that "this and following" made. */
  readonly tail: SeriesState | null;
  /** Which occurrence the person looked at; null for a single booking that began to repeat. */
  readonly originalStart: Instant | null;
}

/** A window remembers as many steps; older ones can't be asked for. */
const LIMIT = 200;

interface Answered {
  readonly id: Id;
  readonly revision: number;
}

function nameOf({ id, revision }: Answered): string {
  return `${id} ${revision}`;
}

function withoutRevision({ booking, overrides }: SeriesState) {
  const { revision: _revision, updatedAt: _updatedAt, ...fields } = booking;
  return { fields, overrides: overrides.map(({ revision: _own, ...override }) => override) };
}

/** Whom it was for may have been deleted, or merged into another card, meanwhile. */
function assertCustomerExists({ customers }: Stores, { booking }: SeriesState): void {
  if (booking.customerId !== null && customers.find(booking.customerId) === undefined)
    throw new AppError("STALE", "Whom this was booked for isn't known any more.");
}

function assertUntouched(stores: Stores, { booking, overrides }: SeriesState): Booking {
  const row = mustExist(stores.bookings.find(booking.id), "booking");
  const now = withoutRevision(stateOf(stores, row));
  if (!isDeepStrictEqual(now, withoutRevision({ booking, overrides })))
    throw new AppError("STALE", "The series was changed since, so this can't be taken back.");
  return row;
}

/**
 * Remembers how series were before they were changed: a change of all or of "this and following" may give
 * occurrences new names, drop exceptions and cut the series, so no second change of the same kind undoes it. Kept
 * while the desk runs, as is the list of steps of the windows.
 */
export function createTakeBack(stores: Stores) {
  const kept = new Map<string, Kept>();

  const read = (id: Id): SeriesState | null => {
    const row = stores.bookings.find(id);
    return row === undefined ? null : stateOf(stores, row);
  };

  function keep(saved: ScheduledBooking, change: Kept): void {
    kept.set(nameOf(saved), change);
    for (const oldest of kept.keys()) if (kept.size > LIMIT) kept.delete(oldest);
  }

  function restore({ before, after, tail, originalStart }: Kept): ScheduledBooking {
    const updatedAt = stores.now();
    assertCustomerExists(stores, before);
    const row = assertUntouched(stores, after);
    const end = tail === null ? null : assertUntouched(stores, tail);
    const booking = { ...before.booking, revision: row.revision + 1, updatedAt };
    const event = { action: "takenBack", details: {} } as const;
    saveSeries(stores, { booking, overrides: before.overrides }, [event], "queue");
    if (tail !== null && end !== null) {
      const gone = { ...end, status: "cancelled" as const, revision: end.revision + 1, updatedAt };
      saveSeries(stores, { booking: gone, overrides: tail.overrides }, [event], "queue");
    }
    const shown = stores.bookings.findScheduled(booking.id, originalStart);
    return mustExist(shown ?? stores.bookings.findScheduled(booking.id), "booking");
  }

  return {
    /** Runs a change of a booking and remembers it if it was, or now is, a series. Belongs into a transaction. */
    watching(
      id: Id,
      originalStart: Instant | null,
      work: () => ScheduledBooking,
    ): ScheduledBooking {
      const before = read(id);
      const saved = work();
      const after = read(id);
      const repeats = before?.booking.rrule ?? after?.booking.rrule ?? null;
      if (before === null || after === null || repeats === null) return saved;
      const tail = saved.id === id ? null : read(saved.id);
      keep(saved, { before, after, tail, originalStart });
      return saved;
    },
    /**
     * Takes back the change that was answered with this id and revision.
     * @throws AppError STALE if something of the series was changed since, or the desk was started again
     */
    restore(answered: Answered): ScheduledBooking {
      const change = kept.get(nameOf(answered));
      if (change === undefined)
        throw new AppError("STALE", "This change is too long ago to be taken back.");
      return restore(change);
    },
  };
}
