import type { BridgeParsed } from "../../../src-shared/bridge/contract.ts";
import { belongsInCalendar } from "../../../src-shared/domain/booking.ts";
import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { BookingEvent } from "../store/booking-log.ts";
import { overrideBetween } from "../store/occurrences.ts";
import type { OccurrenceOf } from "../store/occurrences.ts";
import { mustExist } from "../store/revision.ts";
import { withFields } from "../store/series-state.ts";
import type { SeriesState } from "../store/series-state.ts";
import { createdEvent } from "./booking-events.ts";
import { badInput } from "./limits.ts";
import { saveOccurrence, saveSeries } from "./save-booking.ts";
import { about, meantBy, stateOf } from "./series-scope.ts";
import { endBefore, splitOff } from "./split-series.ts";
import type { Stores } from "./stores.ts";
import { namesOf, versionOf } from "./versions.ts";

type Asked = Pick<BridgeParsed<"booking.setStatus">, "status" | "reason">;
type Seen = OccurrenceOf<Booking>;

function cancelReasonOf({ status, reason }: Asked): string {
  return status === "cancelled" ? reason : "";
}

function statusEvent(before: Booking, asked: Asked): BookingEvent {
  const details = { from: before.status, to: asked.status, reason: cancelReasonOf(asked) };
  return { action: "status", details };
}

function shown(stores: Stores, { id }: Booking, { originalStart }: Seen): ScheduledBooking {
  return mustExist(stores.bookings.findScheduled(id, originalStart), "occurrence");
}

function isSo({ row }: Seen, asked: Asked): boolean {
  return row.status === asked.status && row.cancelReason === cancelReasonOf(asked);
}

function setOne(stores: Stores, row: Booking, seen: Seen, asked: Asked): ScheduledBooking {
  if (row.status === "cancelled")
    throw badInput("scope", "The whole series is cancelled: take that back for all of it.");
  const { originalStart, plain } = seen;
  const booking = { ...row, revision: row.revision + 1, updatedAt: stores.now() };
  const wanted = { ...seen.row, status: asked.status, cancelReason: cancelReasonOf(asked) };
  const override = overrideBetween(plain, wanted, originalStart);
  const events = about("one", originalStart, [statusEvent(seen.row, asked)]);
  const differs = belongsInCalendar(seen.row.status) !== belongsInCalendar(asked.status);
  const forCalendar = differs ? "queue" : "leave";
  return saveOccurrence(stores, { booking, originalStart }, override, events, forCalendar);
}

/** The occurrence at hand follows the series. To cancel all leaves its exceptions as they are, to be taken back. */
function withStatus({ booking, overrides }: SeriesState, seen: Seen, asked: Asked): SeriesState {
  const { status } = asked;
  const next = { ...booking, status, cancelReason: cancelReasonOf(asked) };
  if (status === "cancelled") return { booking: next, overrides };
  const followed = overrides.map((override) =>
    override.originalStart === seen.originalStart
      ? { ...override, cancelled: false, cancelReason: "", status: null }
      : override,
  );
  return withFields({ booking, overrides: followed }, next);
}

function setAll(stores: Stores, row: Booking, seen: Seen, asked: Asked): ScheduledBooking {
  const { booking, overrides } = withStatus(stateOf(stores, row), seen, asked);
  const saved = { ...booking, revision: row.revision + 1, updatedAt: stores.now() };
  const events = about("all", seen.originalStart, [statusEvent(seen.row, asked)]);
  const differs =
    belongsInCalendar(row.status) !== belongsInCalendar(asked.status) ||
    !belongsInCalendar(seen.row.status);
  saveSeries(stores, { booking: saved, overrides }, events, differs ? "queue" : "leave");
  return shown(stores, row, seen);
}

/** The series ends before: what follows is gone, and answered as it was shown last. */
function cancelFollowing(stores: Stores, row: Booking, seen: Seen, asked: Asked): ScheduledBooking {
  const last = shown(stores, row, seen);
  endBefore(
    stores,
    row,
    seen,
    about("following", seen.originalStart, [statusEvent(seen.row, asked)]),
  );
  const { revision, updatedAt, rrule } = mustExist(stores.bookings.find(row.id), "booking");
  return { ...last, revision, updatedAt, rrule, status: "cancelled", cancelReason: asked.reason };
}

function setFollowing(stores: Stores, row: Booking, seen: Seen, asked: Asked): ScheduledBooking {
  if (asked.status === "cancelled") return cancelFollowing(stores, row, seen, asked);
  const tail = splitOff(stores, row, seen);
  const state = withStatus(tail.state, tail.seen, asked);
  const made = createdEvent(namesOf(versionOf(stores, state.booking)));
  const events = about("following", seen.originalStart, [statusEvent(seen.row, asked)]);
  saveSeries(stores, state, [...events, made], "queue");
  return shown(stores, state.booking, tail.seen);
}

/**
 * Sets the status of one occurrence, of all, or of one and those that follow.
 * @throws AppError BAD_INPUT, NOT_FOUND
 */
export function setStatusInSeries(
  stores: Stores,
  row: Booking,
  input: BridgeParsed<"booking.setStatus">,
): ScheduledBooking {
  const { is, seen } = meantBy(stores, row, input.scope);
  switch (is) {
    case "one":
      return isSo(seen, input) ? shown(stores, row, seen) : setOne(stores, row, seen, input);
    case "all":
      return setAll(stores, row, seen, input);
    case "following":
      return setFollowing(stores, row, seen, input);
  }
}
