import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import { overrideBetween } from "../store/occurrences.ts";
import { mustExist } from "../store/revision.ts";
import type { SeriesState } from "../store/series-state.ts";
import { eventsBetween } from "./booking-events.ts";
import { saveSeries } from "./save-booking.ts";
import { assertSeriesFree } from "./series-conflicts.ts";
import { deskRule } from "./series-rule.ts";
import { repeatEvents } from "./series-scope.ts";
import type { Stores } from "./stores.ts";
import { applied, namesOf, versionOf } from "./versions.ts";
import type { Update } from "./versions.ts";

/** A series whose first occurrence is this booking. What became of it so far, nothing is known yet of the others. */
function repeated(booking: Booking, rrule: string): SeriesState {
  const series = { ...booking, rrule, status: "booked" as const, cancelReason: "" };
  const first = overrideBetween(series, { ...booking, rrule }, booking.start);
  return { booking: series, overrides: first === null ? [] : [first] };
}

/**
 * A single booking becomes the first of a series.
 * @throws AppError BAD_INPUT for the rule, CONFLICT, NOT_FOUND, NOT_ALLOWED
 */
export function startSeries(
  stores: Stores,
  row: Booking,
  { changes, anyway, rule }: Update & { readonly rule: string },
): ScheduledBooking {
  const before = versionOf(stores, row);
  const after = applied(stores, before, changes);
  const rrule = deskRule("changes.rrule", rule, after.booking);
  const booking = { ...after.booking, revision: row.revision + 1, updatedAt: stores.now() };
  const state = repeated(booking, rrule);
  assertSeriesFree(stores, state, anyway);
  const events = eventsBetween(namesOf(before), namesOf(after));
  saveSeries(stores, state, [...repeatEvents(null, rrule), ...events], "queue");
  return mustExist(stores.bookings.findScheduled(row.id), "booking");
}
