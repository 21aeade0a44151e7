import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import type { BookingEvent } from "../store/booking-log.ts";
import { occurrenceOf, ruleOccurrenceAt } from "../store/occurrences.ts";
import type { OccurrenceOf } from "../store/occurrences.ts";
import { mustExist } from "../store/revision.ts";
import { cutSeries } from "../store/series-state.ts";
import type { SeriesState } from "../store/series-state.ts";
import { saveSeries } from "./save-booking.ts";
import { stateOf } from "./series-scope.ts";
import type { Stores } from "./stores.ts";

/** "This and following": a series of its own, not saved yet, and the occurrence at hand as its first. */
export interface Tail {
  readonly state: SeriesState;
  readonly seen: OccurrenceOf<Booking>;
}

function endedEvent(occurrence: Instant, to: string): BookingEvent {
  return { action: "ended", details: { occurrence, scope: "following", to } };
}

/**
 * Ends a series just before an occurrence and answers with the rest as a new one, which has to be saved in the same
 * transaction: neither may be without the other.
 */
export function splitOff(
  stores: Stores,
  row: Booking,
  { originalStart, row: shown }: OccurrenceOf<Booking>,
): Tail {
  const now = stores.now();
  const id = stores.ids.next();
  const { head, tail } = mustExist(
    cutSeries(stateOf(stores, row), originalStart, id),
    "occurrence",
  );
  const booking = { ...head.booking, revision: row.revision + 1, updatedAt: now };
  saveSeries(stores, { ...head, booking }, [endedEvent(originalStart, id)], "queue");
  const begun = { ...tail.booking, revision: 1, createdAt: now, updatedAt: now };
  const at = mustExist(ruleOccurrenceAt(begun, begun.start), "occurrence");
  const plain = occurrenceOf(begun, at, undefined);
  const { revision, createdAt, updatedAt } = begun;
  const seen = {
    ...plain,
    row: { ...shown, id, rrule: begun.rrule, revision, createdAt, updatedAt },
  };
  return { state: { ...tail, booking: begun }, seen };
}

/** Ends a series just before an occurrence. Exceptions behind wait, in case the end is taken back. */
export function endBefore(
  stores: Stores,
  row: Booking,
  { originalStart }: OccurrenceOf<Booking>,
  events: readonly BookingEvent[],
): void {
  const state = stateOf(stores, row);
  const { head } = mustExist(cutSeries(state, originalStart, row.id), "occurrence");
  const booking = { ...head.booking, revision: row.revision + 1, updatedAt: stores.now() };
  const ended = endedEvent(originalStart, "");
  saveSeries(stores, { ...state, booking }, [...events, ended], "queue");
}
