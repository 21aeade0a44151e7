import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import type { EventFields, RemoteCalendar, RemoteEvent } from "../calendars/remote-calendar.ts";
import type { Link } from "../store/sync/links.ts";
import { type BookingForEvent, eventOfBooking, eventOfOccurrence } from "./event-of-booking.ts";
import type { SyncMemory } from "./memory.ts";
import type { Place } from "../store/series-ahead.ts";
import type { KnownEvent } from "../store/sync/known-event.ts";
import type { SyncScope } from "./scope.ts";

/** An event of ours that the rules of "Who wins" are applied to: a booking's, or one occurrence's of a series. */
export interface OwnSubject {
  readonly bookingId: Id;
  readonly eventId: string;
  /** As the desk has it; for the journal and for the staff member's time. */
  readonly booking: BookingForEvent;
  readonly known: KnownEvent;
  readonly desired: EventFields | null;
  /** The occurrence's place in its series; null for a whole booking. */
  readonly originalStart: Instant | null;
  /** Keeps the version that the calendar shows. */
  remember(event: RemoteEvent): void;
  /** Keeps that it is gone. */
  forget(restores: number): void;
  /** What would become of it at another time; null if it can't be there. */
  ifMoved(start: Instant, end: Instant, now: Instant): IfMovedTo | null;
  move(start: Instant, end: Instant, now: Instant): void;
  /** Takes the change out of the queue if this event was all of it; true if it was in there. */
  endPending(): boolean;
}

export interface IfMovedTo {
  /** What the calendar should hold then. */
  readonly desired: EventFields;
  /** The times that it would take, of a series the next ones. */
  readonly places: readonly Place[];
}

interface SubjectDeps {
  readonly memory: SyncMemory;
  readonly calendar: RemoteCalendar;
  readonly scope: SyncScope;
}

/** The event of a whole booking: single, or the master of a series. */
export function bookingSubject(
  { memory, calendar, scope }: SubjectDeps,
  link: Link,
): OwnSubject | undefined {
  const { key } = calendar;
  const { bookingId, eventId } = link;
  const booking = memory.bookings.forCalendar(bookingId);
  if (booking === undefined) return undefined;
  const event = scope.includes(bookingId) ? eventOfBooking(booking) : null;
  const isSeries = booking.rrule !== null;
  return {
    bookingId,
    eventId,
    booking,
    known: link,
    desired: event === null ? null : calendar.render(event),
    originalStart: null,
    remember: ({ etag, fields }) => memory.links.save(key, { ...link, etag, fields, gone: false }),
    forget(restores) {
      memory.links.save(key, { ...link, gone: true, restores });
      if (isSeries) memory.exceptions.doubt(key, bookingId);
    },
    ifMoved(start, end, now) {
      const moved = memory.bookings.ifMovedByGoogle(bookingId, start, end, now);
      if (moved === null || event === null) return null;
      const recurrence = moved.rrule === null ? [] : [`RRULE:${moved.rrule}`];
      const { zone } = booking;
      const time = { is: "timed", start, end, zone } as const;
      return { desired: calendar.render({ ...event, time, recurrence }), places: moved.places };
    },
    move(start, end, now) {
      memory.bookings.moveByGoogle(bookingId, start, end, now);
      if (!isSeries) return;
      // The exceptions have other names now; whether the calendar kept them is not documented.
      memory.exceptions.doubt(key, bookingId);
      memory.pending.requeue(bookingId, now);
    },
    endPending() {
      // A series leaves the queue only by the push, which compares its exceptions too.
      if (isSeries && event !== null) return false;
      const change = memory.pending.find(bookingId);
      return change !== undefined && memory.pending.done(bookingId, change.version);
    },
  };
}

/** What the calendar shows for an occurrence that is no exception: the series' fields at its own time. */
function plainFields(master: EventFields, originalStart: Instant): EventFields | null {
  const { time } = master;
  if (time.is === "allDay") return null;
  const length = Date.parse(time.end) - Date.parse(time.start);
  const end = new Date(Date.parse(originalStart) + length).toISOString();
  return { ...master, recurrence: [], time: { ...time, start: originalStart, end } };
}

/** One occurrence of a series of ours; undefined where the series as a whole is not in the calendar. */
export function occurrenceSubject(
  { memory, calendar, scope }: SubjectDeps,
  link: Link,
  eventId: string,
  originalStart: Instant,
): OwnSubject | undefined {
  const { key } = calendar;
  const { bookingId } = link;
  const series = memory.bookings.forCalendar(bookingId);
  if (series === undefined || series.rrule === null || link.gone) return undefined;
  if (eventOfBooking(series) === null || !scope.includes(bookingId)) return undefined;
  const occurrence = memory.bookings.occurrenceForCalendar(bookingId, originalStart) ?? null;
  const event = occurrence === null ? null : eventOfOccurrence(occurrence);
  const saved = memory.exceptions.find(key, bookingId, originalStart);
  const plain = link.fields === null ? null : plainFields(link.fields, originalStart);
  const base = saved ?? {
    bookingId,
    originalStart,
    etag: null,
    fields: plain,
    gone: false,
    restores: 0,
  };
  const known = { ...base, eventId };
  return {
    bookingId,
    eventId,
    booking: occurrence ?? { ...series, start: originalStart },
    known,
    desired: event === null ? null : calendar.render(event),
    originalStart,
    ifMoved(start, end) {
      if (event === null || event.time.is !== "timed") return null;
      const { staffId } = occurrence ?? series;
      const desired = calendar.render({ ...event, time: { ...event.time, start, end } });
      return { desired, places: [{ staffId, start, end }] };
    },
    remember: ({ etag, fields }) =>
      memory.exceptions.save(key, { ...known, etag, fields, gone: false }),
    forget: (restores) =>
      memory.exceptions.save(key, { ...known, etag: null, fields: null, gone: true, restores }),
    move: (start, end, now) =>
      memory.bookings.moveOccurrenceByGoogle(bookingId, originalStart, start, end, now),
    // The queue has one row for the whole series.
    endPending: () => false,
  };
}
