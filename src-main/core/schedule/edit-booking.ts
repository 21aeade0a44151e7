import { isDeepStrictEqual } from "node:util";
import type { BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import { belongsInCalendar } from "../../../src-shared/domain/booking.ts";
import type {
  Booking,
  BookingStatus,
  ScheduledBooking,
} from "../../../src-shared/domain/booking.ts";
import type { BookingEvent } from "../store/booking-log.ts";
import { mustBeCurrent, mustExist } from "../store/revision.ts";
import { assertFree } from "./availability.ts";
import { eventsBetween } from "./booking-events.ts";
import { spanOf } from "./conflicts.ts";
import { updateSeries } from "./edit-series.ts";
import { assertPlausible } from "./limits.ts";
import { startSeries } from "./repeat-booking.ts";
import { changeSchedule, saveBooking } from "./save-booking.ts";
import { setStatusInSeries } from "./series-status.ts";
import type { Stores } from "./stores.ts";
import { applied, namesOf, takesNewTime, versionOf } from "./versions.ts";
import { createTakeBack } from "./take-back.ts";
import type { Update } from "./versions.ts";

function updateSingle(stores: Stores, row: Booking, { changes, anyway }: Update): ScheduledBooking {
  const before = versionOf(stores, row);
  const after = applied(stores, before, changes);
  if (isDeepStrictEqual(before.booking, after.booking))
    return mustExist(stores.bookings.findScheduled(row.id), "booking");
  if (takesNewTime(before, after)) {
    const ignore = { bookingId: row.id, originalStart: null };
    const place = { staff: after.staff, span: spanOf(after.booking), ignore };
    assertFree(stores, stores.theBusiness(), place, anyway);
  }
  const booking = { ...after.booking, revision: row.revision + 1, updatedAt: stores.now() };
  return saveBooking(stores, booking, eventsBetween(namesOf(before), namesOf(after)), "queue");
}

function update(stores: Stores, input: Update): ScheduledBooking {
  const { id, revision, changes } = input;
  if (changes.start !== undefined) assertPlausible("changes.start", changes.start);
  const row = mustBeCurrent(stores.bookings.find(id), revision, "booking");
  if (row.rrule !== null) return updateSeries(stores, row, input);
  return typeof changes.rrule === "string"
    ? startSeries(stores, row, { ...input, rule: changes.rrule })
    : updateSingle(stores, row, input);
}

type StatusInput = BridgeParsed<"booking.setStatus">;

function setStatusOfSingle(
  stores: Stores,
  before: Booking,
  { status, reason }: StatusInput,
): ScheduledBooking {
  const cancelReason = status === "cancelled" ? reason : "";
  if (before.status === status && before.cancelReason === cancelReason)
    return mustExist(stores.bookings.findScheduled(before.id), "booking");
  const booking = {
    ...before,
    status,
    cancelReason,
    revision: before.revision + 1,
    updatedAt: stores.now(),
  };
  const details = { from: before.status, to: status, reason: cancelReason };
  const event: BookingEvent = { action: "status", details };
  // An event shows no status; it is only there or not.
  const differs = belongsInCalendar(before.status) !== belongsInCalendar(status);
  return saveBooking(stores, booking, [event], differs ? "queue" : "leave");
}

/** Whose customer was here already: a step back from these is no arrival. */
const WERE_HERE: ReadonlySet<BookingStatus> = new Set(["arrived", "inService", "done"]);

function statusShown(stores: Stores, { id, scope }: StatusInput): BookingStatus | undefined {
  return stores.bookings.findScheduled(id, scope?.originalStart ?? null)?.status;
}

function setStatus(stores: Stores, input: StatusInput): ScheduledBooking {
  const row = mustBeCurrent(stores.bookings.find(input.id), input.revision, "booking");
  return row.rrule === null
    ? setStatusOfSingle(stores, row, input)
    : setStatusInSeries(stores, row, input);
}

export function editBookingHandlers(
  stores: Stores,
): Pick<Handlers, "booking.update" | "booking.setStatus" | "booking.takeBack"> {
  const takeBack = createTakeBack(stores);
  return {
    "booking.update": (input) => {
      const saved = changeSchedule(stores, "booking.update", () =>
        takeBack.watching(input.id, input.scope?.originalStart ?? null, () =>
          update(stores, input),
        ),
      );
      if (input.changes.customer?.is === "new") stores.changes.catalogueChanged();
      return saved;
    },
    "booking.setStatus": (input) => {
      const before = statusShown(stores, input);
      const saved = changeSchedule(stores, "booking.setStatus", () =>
        takeBack.watching(input.id, input.scope?.originalStart ?? null, () =>
          setStatus(stores, input),
        ),
      );
      const hasArrived = saved.status === "arrived" && before !== undefined;
      if (hasArrived && !WERE_HERE.has(before)) stores.changes.arrived(saved);
      return saved;
    },
    "booking.takeBack": (input) =>
      changeSchedule(stores, "booking.takeBack", () => takeBack.restore(input)),
  };
}
