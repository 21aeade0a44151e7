import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import { type OwnEvent, RemoteError, type Written } from "../calendars/remote-calendar.ts";
import type { LinkedException } from "../store/sync/exceptions.ts";
import type { Link } from "../store/sync/links.ts";
import { describeBooking } from "./describe.ts";
import { type BookingForEvent, eventOfOccurrence } from "./event-of-booking.ts";
import { sameFields } from "./fields.ts";
import type { SyncMemory } from "./memory.ts";
import { contended, MAX_RACES } from "./park-error.ts";
import { MAX_RESTORES } from "./reconcile.ts";
import type { PushOneDeps } from "./push-one.ts";

/** The calendar does not let a deleted occurrence live again; only a series made anew has it. */
export class OccurrenceLost extends Error {
  constructor() {
    super("A deleted occurrence can't be made live again.");
    this.name = "OccurrenceLost";
  }
}

const UNKNOWN = { eventId: null, etag: null, fields: null, gone: false, restores: 0 } as const;

/** Every occurrence of a series that is an exception here or was one there, with what is known of it there; by start. */
export function exceptionsOf(
  memory: SyncMemory,
  calendarKey: string,
  bookingId: Id,
): readonly LinkedException[] {
  const known = new Map(
    memory.exceptions.ofBooking(calendarKey, bookingId).map((e) => [e.originalStart, e]),
  );
  const originalStarts = new Set([
    ...memory.bookings.overridesForCalendar(bookingId),
    ...known.keys(),
  ]);
  return [...originalStarts]
    .toSorted()
    .map((originalStart) => known.get(originalStart) ?? { ...UNKNOWN, bookingId, originalStart });
}

/**
 * Brings the exceptions of one series in step after its master: moved, edited and cancelled occurrences, those that
 * were changed back, and those behind a cut, which the calendar keeps although the rule ended (facts, B, Recurrence).
 * Each definite answer is committed on its own; the series leaves the queue only after the last.
 */
export function createPushExceptions({ memory, calendar, turn }: PushOneDeps) {
  const { key } = calendar;

  function commit(
    exception: LinkedException,
    booking: BookingForEvent,
    action: "changed" | "deleted",
  ): void {
    memory.db.write("sync.pushedOccurrence", () => {
      memory.exceptions.save(key, exception);
      memory.journal.add(toInstant(memory.clock.now()), {
        direction: "out",
        action,
        subject: describeBooking(booking),
        reason: "One occurrence of a series.",
        bookingId: exception.bookingId,
        eventId: exception.eventId,
      });
    });
  }

  /** What the calendar has for the occurrence; null where it knows none. */
  async function look(link: Link, originalStart: Instant) {
    await turn();
    return calendar.occurrence(link.eventId, originalStart);
  }

  async function patch(eventId: string, event: OwnEvent, etag: string | null): Promise<Written> {
    await turn();
    return calendar.patch(eventId, event, etag);
  }

  /** Some calendars refuse this, as they do for whole events (facts, B, Ids). */
  async function revive(eventId: string, event: OwnEvent): Promise<Written> {
    try {
      return await patch(eventId, event, null);
    } catch (error) {
      const failure = error instanceof RemoteError ? error.failure.is : null;
      throw failure === "eventGone" || failure === "refused" ? new OccurrenceLost() : error;
    }
  }

  /** The occurrence has to look like `wanted`. */
  async function write(link: Link, known: LinkedException, wanted: BookingForEvent): Promise<void> {
    const event = eventOfOccurrence(wanted);
    if (event === null) return remove(link, known, wanted);
    const fields = calendar.render(event);
    if (known.gone && known.restores > MAX_RESTORES) return;
    if (!known.gone && known.fields !== null && sameFields(known.fields, fields)) return;
    const row = await look(link, known.originalStart);
    if (row?.is === "live" && sameFields(row.event.fields, fields)) {
      const { id: eventId, etag } = row.event;
      return memory.exceptions.save(key, { ...known, eventId, etag, fields, gone: false });
    }
    const eventId = row?.is === "live" ? row.event.id : row?.id;
    if (eventId === undefined || eventId === null) return;
    const written =
      row?.is === "live"
        ? await patch(eventId, event, row.event.etag)
        : await revive(eventId, event);
    commit(
      { ...known, eventId, etag: written.etag, fields: written.fields, gone: false },
      wanted,
      "changed",
    );
  }

  /** The occurrence must not be there. */
  async function remove(link: Link, known: LinkedException, shown: BookingForEvent): Promise<void> {
    if (known.gone) return;
    const row = await look(link, known.originalStart);
    if (row?.is === "live") {
      await turn();
      await calendar.remove(row.event.id, null);
    }
    const eventId = row?.is === "live" ? row.event.id : (row?.id ?? null);
    commit({ ...known, eventId, etag: null, fields: null, gone: true }, shown, "deleted");
  }

  async function bring(link: Link, series: BookingForEvent, known: LinkedException): Promise<void> {
    const wanted = memory.bookings.occurrenceForCalendar(series.id, known.originalStart);
    if (wanted !== undefined && wanted !== null) return write(link, known, wanted);
    await remove(link, known, { ...series, start: known.originalStart });
    // No occurrence of the series any more: nothing is left to be compared with.
    if (wanted === undefined) memory.exceptions.drop(key, series.id, known.originalStart);
  }

  /** When somebody was faster, once more on what is there now. */
  async function bringDespiteRaces(
    link: Link,
    series: BookingForEvent,
    exception: LinkedException,
  ): Promise<void> {
    let current = exception;
    for (let race = 0; race < MAX_RACES; race += 1) {
      try {
        return await bring(link, series, current);
      } catch (error) {
        if (!(error instanceof RemoteError) || error.failure.is !== "changedMeanwhile") throw error;
        current = { ...exception, etag: null, fields: null };
      }
    }
    throw contended();
  }

  return async function pushExceptions(link: Link, series: BookingForEvent): Promise<void> {
    for (const exception of exceptionsOf(memory, key, series.id))
      await bringDespiteRaces(link, series, exception);
  };
}
