import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import { RemoteError } from "../calendars/remote-calendar.ts";
import type { BookingForCalendar } from "../store/booking-rows.ts";
import type { LinkedException } from "../store/sync/exceptions.ts";
import type { Link } from "../store/sync/links.ts";
import { describeBooking } from "./describe.ts";
import { eventOfOccurrence } from "./event-of-booking.ts";
import { sameFields } from "./fields.ts";
import { MAX_RESTORES } from "./reconcile.ts";
import type { PushOneDeps } from "./push-one.ts";

const UNKNOWN = { eventId: null, etag: null, fields: null, gone: false, restores: 0 } as const;

/**
 * Brings the exceptions of one series in step after its master: moved, edited and cancelled occurrences, those that
 * were changed back, and those behind a cut, which the calendar keeps although the rule ended (facts, B, Recurrence).
 * Each definite answer is committed on its own; the series leaves the queue only after the last.
 */
export function createPushExceptions({ memory, calendar, turn }: PushOneDeps) {
  const { key } = calendar;

  function commit(
    exception: LinkedException,
    booking: BookingForCalendar,
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

  /** The occurrence has to look like `wanted`. */
  async function write(
    link: Link,
    known: LinkedException,
    wanted: BookingForCalendar,
  ): Promise<void> {
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
    await turn();
    const written = await calendar.patch(
      eventId,
      event,
      row?.is === "live" ? row.event.etag : null,
    );
    commit(
      { ...known, eventId, etag: written.etag, fields: written.fields, gone: false },
      wanted,
      "changed",
    );
  }

  /** The occurrence must not be there. */
  async function remove(
    link: Link,
    known: LinkedException,
    shown: BookingForCalendar,
  ): Promise<void> {
    if (known.gone) return;
    const row = await look(link, known.originalStart);
    if (row?.is === "live") {
      await turn();
      await calendar.remove(row.event.id, null);
    }
    const eventId = row?.is === "live" ? row.event.id : (row?.id ?? null);
    commit({ ...known, eventId, etag: null, fields: null, gone: true }, shown, "deleted");
  }

  async function bring(
    link: Link,
    series: BookingForCalendar,
    known: LinkedException,
  ): Promise<void> {
    const wanted = memory.bookings.occurrenceForCalendar(series.id, known.originalStart);
    if (wanted !== undefined && wanted !== null) return write(link, known, wanted);
    await remove(link, known, { ...series, start: known.originalStart });
    // No occurrence of the series any more: nothing is left to be compared with.
    if (wanted === undefined) memory.exceptions.drop(key, series.id, known.originalStart);
  }

  return async function pushExceptions(link: Link, series: BookingForCalendar): Promise<void> {
    const known = new Map(
      memory.exceptions.ofBooking(key, series.id).map((e) => [e.originalStart, e]),
    );
    const originalStarts = new Set([
      ...memory.bookings.overridesForCalendar(series.id),
      ...known.keys(),
    ]);
    for (const originalStart of [...originalStarts].toSorted()) {
      const exception = known.get(originalStart) ?? {
        ...UNKNOWN,
        bookingId: series.id,
        originalStart,
      };
      try {
        await bring(link, series, exception);
      } catch (error) {
        if (!(error instanceof RemoteError) || error.failure.is !== "changedMeanwhile") throw error;
        // Somebody was faster: once more on what is there now.
        await bring(link, series, { ...exception, etag: null, fields: null });
      }
    }
  };
}
