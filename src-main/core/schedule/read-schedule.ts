import type { Handlers } from "../../../src-shared/bridge/contract.ts";
import type { BookingLogEntry } from "../../../src-shared/domain/booking.ts";
import { occupiesTime } from "../../../src-shared/domain/booking.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { spanOfDays, toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { mustExist } from "../store/revision.ts";
import { conflictsAt, freeUntil } from "./availability.ts";
import { spanOf } from "./conflicts.ts";
import { assertPlausible, assertRange } from "./limits.ts";
import type { Stores } from "./stores.ts";

/** What happened to another occurrence alone is no part of the history of this one. */
function isAbout(originalStart: Instant | null) {
  return ({ details }: BookingLogEntry): boolean =>
    originalStart === null || details["scope"] !== "one" || details["occurrence"] === originalStart;
}

/** What the schedule shows; changes nothing. */
export function readScheduleHandlers(
  stores: Stores,
): Pick<Handlers, "schedule.get" | "booking.get" | "booking.check"> {
  const { bookings, blocks, bookingLog, staff } = stores;
  return {
    "schedule.get": ({ from, to, withCancelled }) => {
      assertRange(from, to);
      const { zone } = stores.theBusiness();
      const span = spanOfDays(from, to, zone);
      const [start, end] = [toInstant(span.start), toInstant(span.end)];
      return {
        zone,
        from,
        to,
        bookings: bookings.inRange(start, end, withCancelled),
        blocks: blocks.inRange(start, end),
      };
    },

    "booking.get": ({ id, originalStart }) => {
      const booking = mustExist(bookings.findScheduled(id, originalStart), "booking");
      const place = {
        staff: mustExist(staff.find(booking.staffId), "staff member"),
        span: spanOf(booking),
        ignore: { bookingId: id, originalStart: booking.occurrence?.originalStart ?? null },
      };
      const conflicts = occupiesTime(booking.status)
        ? conflictsAt(stores, stores.theBusiness(), place)
        : [];
      return { booking, conflicts, log: bookingLog.list(id).filter(isAbout(originalStart)) };
    },

    "booking.check": ({ staffId, start, durationMinutes, ...ignored }) => {
      assertPlausible("start", start);
      const from = toMs(start);
      const place = {
        staff: mustExist(staff.find(staffId), "staff member"),
        span: { start: from, end: from + durationMinutes * 60_000 },
        ignore:
          ignored.ignoreBookingId === null
            ? null
            : { bookingId: ignored.ignoreBookingId, originalStart: ignored.ignoreOriginalStart },
      };
      const business = stores.theBusiness();
      return {
        conflicts: conflictsAt(stores, business, place),
        freeUntil: freeUntil(stores, business, place),
      };
    },
  };
}
