import { MAX_BOOKING_MINUTES, MIN_BOOKING_MINUTES } from "../../../src-shared/domain/booking.ts";
import type { Booking, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { toMs } from "../../../src-shared/time/zones.ts";
import type { BookingLog } from "./booking-log.ts";
import { rangeParams, toBooking, toBookingForCalendar, toScheduled } from "./booking-rows.ts";
import type {
  BookingForCalendar,
  RangeRow,
  ScheduledRow,
  TakenSpan,
  TakenTime,
} from "./booking-rows.ts";
import { bookingStatements } from "./booking-statements.ts";
import type { Database } from "./database.ts";
import type { OccurrenceOf } from "./occurrences.ts";
import {
  compare,
  occurrenceOf,
  occurrencesByName,
  overrideBetween,
  ruleOccurrenceAt,
  seriesEnd,
} from "./occurrences.ts";
import { mustExist } from "./revision.ts";
import { type Place, placesAhead } from "./series-ahead.ts";
import { movedSeries } from "./series-state.ts";
import { createSeriesReads, toScheduledOccurrence } from "./series-reads.ts";
import type { SeriesParts } from "./series-reads.ts";

function assertBookableLength(start: Instant, end: Instant): void {
  const minutes = (toMs(end) - toMs(start)) / 60_000;
  if (minutes < MIN_BOOKING_MINUTES || minutes > MAX_BOOKING_MINUTES)
    throw new AppError("NOT_ALLOWED", "A booking lasts between 5 minutes and 24 hours.");
}

function byStart(
  a: { readonly start: Instant; readonly id: Id },
  b: { readonly start: Instant; readonly id: Id },
): number {
  return compare(a.start, b.start) || compare(a.id, b.id);
}

function asSingle<Row>(row: Row): Row & { readonly originalStart: null } {
  return { ...row, originalStart: null };
}

/** Both by start. */
function withSeries<Row extends { readonly start: Instant }>(
  single: Row[],
  repeated: readonly Row[],
): Row[] {
  if (repeated.length === 0) return single;
  return [...single, ...repeated].toSorted((a, b) => compare(a.start, b.start));
}

/** How a booking would be at another time. */
interface Moved {
  readonly rrule: string | null;
  readonly places: readonly Place[];
}

/** Logging and queueing belong to the use-cases, except for the moves by Google, which are some themselves. */
export function createBookings(db: Database, log: BookingLog, parts: SeriesParts) {
  const { overrides } = parts;
  const sql = bookingStatements(db);
  const series = createSeriesReads(sql, parts);

  function find(id: Id): Booking | undefined {
    const row = sql.find.get({ id });
    return row === undefined ? undefined : toBooking(row);
  }

  function forCalendar(id: Id): BookingForCalendar | undefined {
    const row = sql.forCalendar.get({ id });
    return row === undefined ? undefined : toBookingForCalendar(row);
  }

  function named(rows: readonly RangeRow[]): ScheduledRow[] {
    const services = new Map(sql.serviceNames.all().map((service) => [service.id, service]));
    return rows.map((row) => {
      const { serviceName, tint } = mustExist(services.get(row.serviceId), "service");
      return { ...row, serviceName, tint };
    });
  }

  /** One occurrence, cancelled or not; undefined if the series has none of that name. */
  function occurrence<Row extends Booking>(
    row: Row,
    originalStart: Instant,
  ): OccurrenceOf<Row> | undefined {
    if (row.rrule === null) return undefined;
    const at = ruleOccurrenceAt(row, originalStart);
    return at && occurrenceOf(row, at, overrides.find(row.id, originalStart));
  }

  function put(booking: Booking): void {
    const seriesEndsAt = booking.rrule === null ? null : seriesEnd(booking);
    sql.put.run({ ...booking, walkIn: Number(booking.walkIn), seriesEnd: seriesEndsAt });
  }

  function seriesMoved(before: Booking, start: Instant) {
    const state = { booking: before, overrides: overrides.ofBooking(before.id) };
    return movedSeries(state, before.start, start);
  }

  /** Moves the exceptions along, and answers with the row as it has to be. */
  function movedByGoogle(before: Booking, start: Instant): Booking {
    const moved = seriesMoved(before, start);
    if (moved === null)
      throw new AppError("NOT_ALLOWED", "The rule of the series doesn't give that day.");
    overrides.replaceAll(before.id, moved.overrides);
    return moved.booking;
  }

  return {
    find,
    occurrence,
    forCalendar,
    put,
    /**
     * As the schedule draws it; of a series the occurrence of that name, cancelled or not, without a name the first.
     */
    findScheduled(id: Id, originalStart: Instant | null = null): ScheduledBooking | undefined {
      const row = sql.scheduled.get({ id });
      const booking = row && toScheduled(row);
      if (booking === undefined || booking.rrule === null) return booking;
      const found = occurrence(booking, originalStart ?? booking.start);
      return found && toScheduledOccurrence(found);
    },
    /**
     * Everything that touches the time from `from` until before `to`, by start.
     * @param withCancelled also what was cancelled, but for series that were cancelled as a whole: they may be endless
     */
    inRange(from: Instant, to: Instant, withCancelled = false): ScheduledBooking[] {
      const reading = withCancelled ? sql.rangeWithCancelled : sql.range;
      const rows = reading.all(rangeParams(from, to));
      const single = rows.length === 0 ? [] : named(rows).map(toScheduled);
      const repeated = series.scheduledIn(from, to, withCancelled);
      return repeated.length === 0 ? single : [...single, ...repeated].toSorted(byStart);
    },
    /** Bookings and occurrences that take up a staff member's time between `from` and `to`, by start. */
    taken(staffId: Id, from: Instant, to: Instant): TakenTime[] {
      const single = sql.taken.all({ staffId, ...rangeParams(from, to) });
      return withSeries<TakenTime>(single.map(asSingle), series.takenIn(staffId, from, to));
    },
    /** The same without names, for looking over thousands. */
    takenSpans(staffId: Id, from: Instant, to: Instant): TakenSpan[] {
      const single = sql.takenSpans.all({ staffId, ...rangeParams(from, to) });
      return withSeries<TakenSpan>(single.map(asSingle), series.takenIn(staffId, from, to));
    },
    /** Bookings that belong in the calendar and end after `since`, by start. */
    inCalendarFrom(since: Instant): Id[] {
      return sql.inCalendarFrom.all({ since }).map((row) => row.id);
    },
    inCalendarOfService(serviceId: Id, since: Instant): Id[] {
      return sql.ofService.all({ serviceId, since }).map((row) => row.id);
    },
    inCalendarOfCustomer(customerId: Id, since: Instant): Id[] {
      return sql.ofCustomer.all({ customerId, since }).map((row) => row.id);
    },
    /** Original starts of the occurrences of a series that differ from it, in order. */
    overridesForCalendar(id: Id): Instant[] {
      const row = find(id);
      if (row === undefined || row.rrule === null) return [];
      const names = sql.originalStarts.all({ id }).map((one) => one.originalStart);
      const last = names.at(-1);
      if (last === undefined) return [];
      const occurrences = occurrencesByName(row, last);
      return names.filter((name) => occurrences.has(name));
    },
    /**
     * One occurrence as the calendar should hold it, with the series' id and no rule; null if it is cancelled,
     * undefined if the series has no occurrence of that name.
     */
    occurrenceForCalendar(id: Id, originalStart: Instant): BookingForCalendar | null | undefined {
      const row = forCalendar(id);
      const found = row && occurrence(row, originalStart);
      if (found === undefined) return undefined;
      return found.row.status === "cancelled" ? null : { ...found.row, rrule: null };
    },
    /** One occurrence was changed, not its series. */
    touch(id: Id, revision: number, now: Instant): void {
      sql.touch.run({ id, revision, now });
    },
    /**
     * What would become of a booking if it took over that time: its rule, and the next times that it would take.
     * Null if the rule of a series can't follow.
     */
    ifMovedByGoogle(id: Id, start: Instant, end: Instant, now: Instant): Moved | null {
      const before = mustExist(find(id), "booking");
      const { staffId } = before;
      if (before.rrule === null) return { rrule: null, places: [{ staffId, start, end }] };
      const moved = seriesMoved(before, start);
      if (moved === null) return null;
      const booking = { ...moved.booking, start, end };
      return { rrule: booking.rrule, places: placesAhead({ ...moved, booking }, now) };
    },
    /**
     * Takes over a new time from the calendar: logged, one revision on, nothing queued. A series moves as a whole,
     * with its rule and its exceptions, as if its first occurrence had been moved.
     * @throws AppError NOT_FOUND; NOT_ALLOWED if a booking can't last that long, or if the rule can't follow
     */
    moveByGoogle(id: Id, start: Instant, end: Instant, now: Instant): void {
      assertBookableLength(start, end);
      db.write("booking.moveByGoogle", () => {
        const before = mustExist(find(id), "booking");
        const moved = before.rrule === null ? before : movedByGoogle(before, start);
        put({ ...moved, start, end, updatedAt: now, revision: before.revision + 1 });
        const details = { fromStart: before.start, fromEnd: before.end, start, end };
        log.add(id, now, "google", { action: "moved", details });
      });
    },
    /**
     * Takes over a new time of one occurrence from the calendar: logged, one revision on, nothing queued.
     * @throws AppError NOT_FOUND if the series has no such occurrence; NOT_ALLOWED if it can't last that long
     */
    moveOccurrenceByGoogle(
      id: Id,
      originalStart: Instant,
      start: Instant,
      end: Instant,
      now: Instant,
    ): void {
      assertBookableLength(start, end);
      db.write("booking.moveOccurrenceByGoogle", () => {
        const row = mustExist(find(id), "booking");
        const { row: before, plain } = mustExist(occurrence(row, originalStart), "occurrence");
        const wanted = { ...before, start, end, revision: row.revision + 1 };
        const override = overrideBetween(plain, wanted, originalStart);
        sql.touch.run({ id, revision: wanted.revision, now });
        if (override === null) overrides.drop(id, originalStart);
        else overrides.put(override);
        const { start: fromStart, end: fromEnd } = before;
        const details = { fromStart, fromEnd, start, end, occurrence: originalStart, scope: "one" };
        log.add(id, now, "google", { action: "moved", details });
      });
    },
  };
}
export type Bookings = ReturnType<typeof createBookings>;
