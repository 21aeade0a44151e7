import type { Scope } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import type { BookingEvent } from "../store/booking-log.ts";
import type { OccurrenceOf } from "../store/occurrences.ts";
import { mustExist } from "../store/revision.ts";
import type { SeriesState } from "../store/series-state.ts";
import { badInput } from "./limits.ts";
import type { Stores } from "./stores.ts";

/** What of a series is meant. From its first occurrence on, "this and following" is all. */
export interface Meant {
  readonly is: "one" | "following" | "all";
  /** The occurrence that the person looked at. */
  readonly seen: OccurrenceOf<Booking>;
}

/**
 * @throws AppError BAD_INPUT if it isn't said what is meant: a change meant for one occurrence must not change all;
 * NOT_FOUND if the series has no such occurrence
 */
export function meantBy(stores: Stores, row: Booking, scope: Scope): Meant {
  if (scope === null)
    throw badInput(
      "scope",
      "Say which occurrences are meant: this one, this and following, or all.",
    );
  const seen = mustExist(stores.bookings.occurrence(row, scope.originalStart), "occurrence");
  const isFirst = seen.plain.start === row.start;
  return { is: scope.is === "following" && isFirst ? "all" : scope.is, seen };
}

export function stateOf(stores: Stores, booking: Booking): SeriesState {
  return { booking, overrides: stores.overrides.ofBooking(booking.id) };
}

/** The events with what of the series they were about. */
export function about(
  is: Meant["is"],
  occurrence: Instant,
  events: readonly BookingEvent[],
): BookingEvent[] {
  return events.map((event) => ({
    ...event,
    details: { ...event.details, occurrence, scope: is },
  }));
}

/** The log entry for exceptions that a change left without an occurrence. */
export function droppedEvents(dropped: readonly Instant[]): BookingEvent[] {
  if (dropped.length === 0) return [];
  const details = { count: String(dropped.length), occurrences: dropped.slice(0, 20).join(" ") };
  return [{ action: "exceptionsDropped", details }];
}

export function repeatEvents(from: string | null, to: string | null): BookingEvent[] {
  if (from === to) return [];
  return [{ action: "repeat", details: { from: from ?? "", to: to ?? "" } }];
}
