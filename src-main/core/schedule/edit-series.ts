import { isDeepStrictEqual } from "node:util";
import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { occupiesTime } from "../../../src-shared/domain/booking.ts";
import { overrideBetween } from "../store/occurrences.ts";
import type { OccurrenceOf } from "../store/occurrences.ts";
import { mustExist } from "../store/revision.ts";
import type { SeriesState } from "../store/series-state.ts";
import { assertFree } from "./availability.ts";
import { createdEvent, eventsBetween } from "./booking-events.ts";
import { changedSeries, newRule, takesOtherTime } from "./change-series.ts";
import type { SeriesChange } from "./change-series.ts";
import { spanOf } from "./conflicts.ts";
import { badInput } from "./limits.ts";
import { saveOccurrence, saveSeries } from "./save-booking.ts";
import { assertSeriesFree } from "./series-conflicts.ts";
import { about, droppedEvents, meantBy, repeatEvents, stateOf } from "./series-scope.ts";
import type { Meant } from "./series-scope.ts";
import { splitOff } from "./split-series.ts";
import type { Stores } from "./stores.ts";
import { applied, namesOf, showsInCalendar, takesNewTime, versionOf } from "./versions.ts";
import type { Changes, Update } from "./versions.ts";

/** Whom a series is for and how it repeats are the same for all of its occurrences. */
function assertOfOne(row: Booking, { customer, walkIn, rrule }: Changes): void {
  const customerId = customer?.is === "known" ? customer.id : null;
  const othersCustomer =
    customer !== undefined && (customer.is === "new" || customerId !== row.customerId);
  if (othersCustomer)
    throw badInput(
      "changes.customer",
      "A series has one customer: choose all of it, or book the other customer separately.",
    );
  if (walkIn !== undefined && walkIn !== row.walkIn)
    throw badInput("changes.walkIn", "A series is a walk-in as a whole or not at all.");
  if (newRule(rrule, row) !== undefined)
    throw badInput("changes.rrule", "One occurrence can't repeat in its own way: choose all.");
}

function updateOne(
  stores: Stores,
  row: Booking,
  seen: OccurrenceOf<Booking>,
  { changes, anyway }: Update,
): ScheduledBooking {
  assertOfOne(row, changes);
  const { id } = row;
  const { originalStart } = seen;
  const before = versionOf(stores, seen.row);
  const after = applied(stores, before, changes);
  if (isDeepStrictEqual(before.booking, after.booking))
    return mustExist(stores.bookings.findScheduled(id, originalStart), "occurrence");
  if (takesNewTime(before, after)) {
    const ignore = { bookingId: id, originalStart };
    const place = { staff: after.staff, span: spanOf(after.booking), ignore };
    assertFree(stores, stores.theBusiness(), place, anyway);
  }
  const booking = { ...row, revision: row.revision + 1, updatedAt: stores.now() };
  const override = overrideBetween(seen.plain, after.booking, originalStart);
  const events = about("one", originalStart, eventsBetween(namesOf(before), namesOf(after)));
  const forCalendar = showsInCalendar(before.booking, after.booking) ? "queue" : "leave";
  return saveOccurrence(stores, { booking, originalStart }, override, events, forCalendar);
}

function assertAllFree(
  stores: Stores,
  state: SeriesState,
  change: SeriesChange,
  anyway: boolean,
): void {
  const { booking } = state;
  if (!takesOtherTime(change)) return;
  if (booking.rrule !== null) return assertSeriesFree(stores, state, anyway);
  if (!occupiesTime(booking.status) || !takesNewTime(change.before, change.after)) return;
  const ignore = { bookingId: booking.id, originalStart: null };
  const place = { staff: change.after.staff, span: spanOf(booking), ignore };
  assertFree(stores, stores.theBusiness(), place, anyway);
}

interface All {
  readonly is: Meant["is"];
  readonly state: SeriesState;
  readonly change: SeriesChange;
  readonly anyway: boolean;
}

/** Saves the series after the change; of a new one that it was made too. */
function saveAll(stores: Stores, { is, state, change, anyway }: All): ScheduledBooking {
  const { before, after, seen } = change;
  const changed = changedSeries(state, change);
  const isNew = is === "following";
  const { booking: series, overrides, dropped, name } = changed;
  const revision = isNew ? 1 : state.booking.revision + 1;
  const booking = { ...series, revision, updatedAt: stores.now() };
  assertAllFree(stores, { booking, overrides }, change, anyway);
  const events = [
    ...(change.rule === undefined ? [] : repeatEvents(state.booking.rrule, series.rrule)),
    ...eventsBetween(namesOf(before), namesOf(after)),
    ...droppedEvents(dropped),
  ];
  const made = isNew ? [createdEvent(namesOf({ ...after, booking }))] : [];
  const told = [...about(is, seen.originalStart, events), ...made];
  const differs =
    isNew || change.rule !== undefined || showsInCalendar(before.booking, after.booking);
  saveSeries(stores, { booking, overrides }, told, differs ? "queue" : "leave");
  const { bookings } = stores;
  const shown = bookings.findScheduled(booking.id, name) ?? bookings.findScheduled(booking.id);
  return mustExist(shown, "booking");
}

function updateMany(
  stores: Stores,
  row: Booking,
  { is, seen }: Meant,
  { changes, anyway }: Update,
): ScheduledBooking {
  const before = versionOf(stores, seen.row);
  const after = applied(stores, before, changes);
  const rule = newRule(changes.rrule, row);
  if (rule === undefined && isDeepStrictEqual(before.booking, after.booking))
    return mustExist(stores.bookings.findScheduled(row.id, seen.originalStart), "occurrence");
  if (is === "all") {
    const change = { seen, before, after, rule };
    return saveAll(stores, { is, state: stateOf(stores, row), change, anyway });
  }
  const tail = splitOff(stores, row, seen);
  const begun = (version: typeof before) => {
    const { id, rrule, revision, createdAt, updatedAt } = tail.state.booking;
    return {
      ...version,
      booking: { ...version.booking, id, rrule, revision, createdAt, updatedAt },
    };
  };
  const change = { seen: tail.seen, before: begun(before), after: begun(after), rule };
  return saveAll(stores, { is, state: tail.state, change, anyway });
}

/**
 * Changes a series, seen from one of its occurrences.
 * - One: an exception; none if it is like the series again.
 * - All: the series; on a new time each occurrence moves by as much on the wall's clock.
 * - Following: the series ends before, the rest is a new booking with the changes. Both are written or neither.
 * @throws AppError BAD_INPUT, CONFLICT, NOT_FOUND, NOT_ALLOWED
 */
export function updateSeries(stores: Stores, row: Booking, input: Update): ScheduledBooking {
  const meant = meantBy(stores, row, input.scope);
  return meant.is === "one"
    ? updateOne(stores, row, meant.seen, input)
    : updateMany(stores, row, meant, input);
}
