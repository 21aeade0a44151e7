import { occupiesTime } from "../../../src-shared/domain/booking.ts";
import type { BookingStatus } from "../../../src-shared/domain/booking.ts";
import type { Visit } from "../../../src-shared/domain/customer.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { BookingOverrides } from "./booking-overrides.ts";
import { SELECT_FOR_CALENDAR, toBookingForCalendar } from "./booking-rows.ts";
import type { BookingForCalendar, ForCalendarRow } from "./booking-rows.ts";
import type { Database } from "./database.ts";
import type { Expand } from "./expansion.ts";
import { compare, occurrencesIn } from "./occurrences.ts";
import type { OccurrenceOf } from "./occurrences.ts";

/** A visit that is still to come is looked for so far ahead; a series that happens more seldom has none. */
const AHEAD_MS = 400 * 86_400_000;

function toVisit({ row, originalStart }: OccurrenceOf<BookingForCalendar>): Visit {
  const { id, start, status, serviceName, staffName } = row;
  return { bookingId: id, originalStart, start, status, serviceName, staffName };
}

/** The visits of a customer that are occurrences of series. */
export function createSeriesVisits(db: Database, overrides: BookingOverrides, expand: Expand) {
  const ofCustomer = db.statement<ForCalendarRow>(
    "series.ofCustomer",
    `${SELECT_FOR_CALENDAR}
     WHERE b.customer_id = :customerId AND b.rrule IS NOT NULL AND b.status <> 'cancelled'`,
  );
  function seriesOf(customerId: Id): BookingForCalendar[] {
    return ofCustomer.all({ customerId }).map(toBookingForCalendar);
  }
  /** All of one series that touch the time until before `to`, by start. */
  function occurrencesUntil(series: BookingForCalendar, to: Instant) {
    const changed = overrides.ofBooking(series.id);
    const begins = changed.map((one) => one.start ?? series.start);
    const from = begins.reduce((a, b) => (a < b ? a : b), series.start);
    return occurrencesIn(series, changed, from, to, expand);
  }
  /** Those of every series, from the first until before `to`, by start. */
  function until(customerId: Id, to: Instant): Visit[] {
    return seriesOf(customerId)
      .flatMap((series) => occurrencesUntil(series, to).map(toVisit))
      .toSorted((a, b) => compare(a.start, b.start));
  }
  return {
    /** Up to now, cancelled and missed ones too, the newest first. */
    past(customerId: Id, now: Instant): Visit[] {
      return until(customerId, toInstant(toMs(now) + 1)).toReversed();
    },
    /** Each series that goes on, with the first name of what is still to come. */
    ahead(customerId: Id, now: Instant) {
      const to = toInstant(toMs(now) + AHEAD_MS);
      return seriesOf(customerId).flatMap((series) => {
        const names = occurrencesUntil(series, to)
          .filter(({ row }) => row.start > now)
          .map(({ originalStart }) => originalStart)
          .toSorted(compare);
        const [originalStart] = names;
        return originalStart === undefined ? [] : [{ bookingId: series.id, originalStart }];
      });
    },
    /** All up to now, and the next one within a year or so; null for a customer without series. */
    around(
      customerId: Id,
      now: Instant,
    ): { readonly past: readonly Visit[]; readonly next: Visit | null } | null {
      const all = until(customerId, toInstant(toMs(now) + AHEAD_MS));
      if (all.length === 0) return null;
      const next = all.find((one) => one.start > now && isKept(one));
      return { past: all.filter((one) => one.start <= now), next: next ?? null };
    },
  };
}
export type SeriesVisits = ReturnType<typeof createSeriesVisits>;

/** Neither cancelled nor missed. */
export function isKept({ status }: Visit): boolean {
  return occupiesTime(status as BookingStatus);
}
