import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteRow } from "../calendars/remote-calendar.ts";
import type { Link } from "../store/sync/links.ts";
import type { ApplyOptions } from "./apply.ts";
import { mustAsk } from "./guard.ts";
import { createOwnEffects } from "./own-effects.ts";
import { bookingSubject, occurrenceSubject, type OwnSubject } from "./own-subject.ts";
import { areFree } from "./places.ts";
import { moveRule } from "./rules.ts";
import { decideOwn, type IfMoved, type OwnDecision } from "./reconcile.ts";

/** Ids of this many generations are recognised as ours when their link is lost (sync-engine.md, Identity). */
const GENERATIONS = 9;

/** The end of a series that is stored may be some days later than its last occurrence. */
const SERIES_MARGIN_MS = 7 * 86_400_000;

/** After these a question about a move in the calendar stays open. */
const LEAVES_QUESTION: ReadonlySet<OwnDecision["do"]> = new Set([
  "nothing",
  "note",
  "askAboutMove",
]);

/** Applies rows of our own events by the first table of "Who wins" in sync-engine.md. */
export function createOwnApplier({ memory, calendar, rules, scope }: ApplyOptions, now: Instant) {
  const { key } = calendar;
  const effects = createOwnEffects(memory, now);

  function ifMoved(subject: OwnSubject, start: Instant, end: Instant): IfMoved | null {
    const moved = subject.ifMoved(start, end, now);
    return moved && { desired: moved.desired, isFree: areFree(memory, subject, moved.places) };
  }

  function applyTo(subject: OwnSubject, row: RemoteRow): void {
    if (row.is === "malformed") return;
    const decision = decideOwn({
      known: subject.known,
      seen: row.is === "live" ? { is: "live", event: row.event } : { is: "gone" },
      desired: subject.desired,
      pending: memory.pending.find(subject.bookingId) !== undefined,
      rule: moveRule(rules),
      ifMoved: (start, end) => ifMoved(subject, start, end),
    });
    memory.attention.settleEvent(subject.eventId, "malformed", now);
    // Whatever else became of the event, the move that was asked about is over.
    if (!LEAVES_QUESTION.has(decision.do))
      memory.attention.settleEvent(subject.eventId, "movedInGoogle", now);
    if (row.is === "live") effects.onLive(subject, row.event, decision);
    else effects.onGone(subject, decision);
  }

  function applyBooking(link: Link, row: RemoteRow): void {
    const subject = bookingSubject({ memory, calendar, scope }, link);
    if (subject !== undefined) applyTo(subject, row);
  }

  function tellDoubt(missing: number, known: number): void {
    memory.journal.add(now, {
      direction: "none",
      action: "checked",
      subject: `${missing} of ${known}`,
      reason: "A complete list lacked most of our events; each is written again under its own id.",
      bookingId: null,
      eventId: null,
    });
  }

  return {
    apply: applyBooking,

    /** A row of one occurrence of the series that `link` belongs to. */
    applyOccurrence(link: Link, row: RemoteRow): void {
      if (row.is === "malformed") return;
      const { id, originalStart } = row.is === "live" ? row.event : row;
      if (originalStart === null) return;
      // The link may have changed since it was looked up: its own row came in the same list.
      const current = memory.links.ofBooking(key, link.bookingId) ?? link;
      const subject = occurrenceSubject({ memory, calendar, scope }, current, id, originalStart);
      if (subject !== undefined) applyTo(subject, row);
    },

    /**
     * The link of an event that is ours although no link names it: the database came from an older backup, or a
     * person brought back an event whose id was given up. Only an id that we would have chosen counts; the mark
     * alone travels along when a person duplicates an event.
     */
    adopt(row: RemoteRow): Link | undefined {
      if (row.is !== "live" || row.event.mark === null) return undefined;
      const { bookingId } = row.event.mark;
      const known = memory.links.ofBooking(key, bookingId);
      if (known !== undefined && known.etag !== null && !known.gone) return undefined;
      if (memory.bookings.forCalendar(bookingId) === undefined) return undefined;
      const eventId = row.event.id;
      for (let generation = 1; generation <= GENERATIONS; generation += 1) {
        if (calendar.eventId(bookingId, generation) !== eventId) continue;
        const link = {
          bookingId,
          eventId,
          generation,
          etag: null,
          fields: null,
          gone: false,
          restores: known?.restores ?? 0,
        };
        memory.links.save(key, link);
        return link;
      }
      return undefined;
    },

    /**
     * After a complete list: own events in its window that it does not name. A few were deleted; when most are
     * missing the list is doubted, and they are only checked by writing them again under the same ids.
     */
    missing(listed: ReadonlySet<string | null>, windowStart: Instant): void {
      const live = memory.links.live(key, windowStart);
      const reaching = memory.links.live(
        key,
        toInstant(Date.parse(windowStart) + SERIES_MARGIN_MS),
      );
      const seriesAhead = new Set(reaching.map(({ bookingId }) => bookingId));
      const missing = live.filter(
        (link) =>
          !listed.has(link.eventId) &&
          (isSeries(link) ? seriesAhead.has(link.bookingId) : isInWindow(link, windowStart)),
      );
      const doubted = mustAsk(missing.length, live.length);
      for (const link of missing) {
        if (doubted) {
          memory.links.save(key, { ...link, fields: null });
          memory.pending.requeue(link.bookingId, now);
        } else {
          applyBooking(link, {
            is: "gone",
            id: link.eventId,
            etag: null,
            seriesId: null,
            originalStart: null,
          });
        }
      }
      if (doubted) tellDoubt(missing.length, live.length);
    },
    changed: effects.changed,
  };
}

function isSeries({ fields }: Link): boolean {
  return fields !== null && fields.recurrence.length > 0;
}

/** By what the calendar holds, which may lag behind the booking. */
function isInWindow(link: Link, windowStart: Instant): boolean {
  if (link.fields === null) return false;
  const { time } = link.fields;
  return time.is === "allDay" ? time.to > windowStart.slice(0, 10) : time.end > windowStart;
}
