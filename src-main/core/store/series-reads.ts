import { occupiesTime } from "../../../src-shared/domain/booking.ts";
import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import type { BookingOverrides, NamedOverride } from "./booking-overrides.ts";
import { rangeParams, toBookingForCalendar, toScheduled } from "./booking-rows.ts";
import type { TakenSpan, TakenTime } from "./booking-rows.ts";
import type { BookingStatements } from "./booking-statements.ts";
import type { Expand } from "./expansion.ts";
import type { OccurrenceOf } from "./occurrences.ts";
import { occurrencesIn } from "./occurrences.ts";

const NO_OVERRIDES: readonly NamedOverride[] = [];

/** An occurrence as the schedule draws it. */
export function toScheduledOccurrence({
  originalStart,
  row,
  changed,
}: OccurrenceOf<ScheduledBooking>): ScheduledBooking {
  // The row was looked at by its first start.
  const firstVisit = row.firstVisit && originalStart === row.occurrence?.originalStart;
  return { ...row, firstVisit, occurrence: { originalStart, changed } };
}

/** What every reading of series needs. */
export interface SeriesParts {
  readonly overrides: BookingOverrides;
  readonly expand: Expand;
}

/** Occurrences of all series within a stretch of time. */
export function createSeriesReads(sql: BookingStatements, { overrides, expand }: SeriesParts) {
  function near(from: Instant, to: Instant): (row: Booking) => readonly NamedOverride[] {
    const byBooking = Map.groupBy(overrides.near(from, to), (override) => override.bookingId);
    return ({ id }) => byBooking.get(id) ?? NO_OVERRIDES;
  }

  return {
    /** What touches [from, to); cancelled occurrences of a living series only if they are asked for. */
    scheduledIn(from: Instant, to: Instant, withCancelled: boolean): ScheduledBooking[] {
      const rows = sql.seriesRange.all(rangeParams(from, to)).map(toScheduled);
      if (rows.length === 0) return [];
      const overridesOf = near(from, to);
      return rows
        .flatMap((row) => occurrencesIn(row, overridesOf(row), from, to, expand))
        .filter(({ row }) => withCancelled || row.status !== "cancelled")
        .map(toScheduledOccurrence);
    },

    /** What takes up a staff member's time in [from, to). */
    takenIn(staffId: Id, from: Instant, to: Instant): (TakenTime & TakenSpan)[] {
      const rows = sql.takenBySeries.all(rangeParams(from, to)).map(toBookingForCalendar);
      if (rows.length === 0) return [];
      const overridesOf = near(from, to);
      return rows
        .filter(
          (row) =>
            row.staffId === staffId || overridesOf(row).some((one) => one.staffId === staffId),
        )
        .flatMap((row) => occurrencesIn(row, overridesOf(row), from, to, expand))
        .filter(({ row }) => row.staffId === staffId && occupiesTime(row.status))
        .map(({ originalStart, row }) => ({
          bookingId: row.id,
          originalStart,
          customerName: row.customerName ?? "",
          start: row.start,
          end: row.end,
          status: row.status,
        }));
    },
  };
}
