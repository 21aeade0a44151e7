import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import type { RemoteEvent, RemoteRow } from "../calendars/remote-calendar.ts";
import type { BookingForCalendar } from "../store/booking-rows.ts";
import type { Link } from "../store/sync/links.ts";
import type { JournalLine } from "../store/sync/records.ts";
import type { ApplyOptions } from "./apply.ts";
import { describeBooking } from "./describe.ts";
import { eventOfBooking } from "./event-of-booking.ts";
import { mustAsk } from "./guard.ts";
import { decideOwn, type OwnDecision, type Seen } from "./reconcile.ts";

/** Ids of this many generations are recognised as ours when their link is lost (sync-engine.md, Identity). */
const GENERATIONS = 9;

const PUT_BACK_REASONS = {
  deskDecides: "It was changed in the calendar; the desk decides about this.",
  changedOnBothSides: "It was changed here and in the calendar; the desk wins.",
  movedOntoBusy: "It was moved in the calendar onto time that is taken.",
  notABookingTime: "It was changed in the calendar to a time that no booking can have.",
} as const;

interface OwnCaseAtHand {
  readonly link: Link;
  readonly booking: BookingForCalendar;
  readonly seen: Seen;
}

/** Applies rows of our own events by the first table of "Who wins" in sync-engine.md. */
export function createOwnApplier({ memory, calendar, rule }: ApplyOptions, now: Instant) {
  const { key } = calendar;
  let changes = 0;

  function isFree({ staffId, id }: BookingForCalendar, start: Instant, end: Instant): boolean {
    const taken = memory.bookings
      .taken(staffId, start, end)
      .some((other) => other.bookingId !== id);
    const blocked = memory.blocks
      .inRange(start, end)
      .some((block) => block.staffIds.length === 0 || block.staffIds.includes(staffId));
    return !taken && !blocked;
  }

  function decide({ link, booking, seen }: OwnCaseAtHand): OwnDecision {
    const event = eventOfBooking(booking);
    return decideOwn({
      known: link,
      seen,
      desired: event === null ? null : calendar.render(event),
      pending: memory.pending.find(link.bookingId) !== undefined,
      rule,
      isFree: (start, end) => isFree(booking, start, end),
    });
  }

  function journal(
    at: OwnCaseAtHand,
    line: Pick<JournalLine, "direction" | "action" | "reason">,
  ): void {
    changes += 1;
    const { bookingId, eventId } = at.link;
    memory.journal.add(now, { ...line, subject: describeBooking(at.booking), bookingId, eventId });
  }

  function ask(at: OwnCaseAtHand, kind: "movedOntoBusy" | "deletedInGoogle", reason: string): void {
    memory.attention.ask(now, { kind, reason, bookingId: at.link.bookingId, eventId: null });
  }

  function remember(link: Link, event: RemoteEvent): void {
    memory.links.save(key, { ...link, etag: event.etag, fields: event.fields, gone: false });
  }

  function endPending(bookingId: Id): boolean {
    const change = memory.pending.find(bookingId);
    return change !== undefined && memory.pending.done(bookingId, change.version);
  }

  /** Effects of a decision about an event that is there. */
  function actOnLive(at: OwnCaseAtHand, event: RemoteEvent, decision: OwnDecision): void {
    const { link } = at;
    if (decision.do === "nothing") return;
    remember(link, event);
    switch (decision.do) {
      case "settled":
        if (endPending(link.bookingId)) {
          journal(at, {
            direction: "out",
            action: "arrived",
            reason: "The calendar already holds it.",
          });
        }
        return;
      case "acceptTime":
        memory.bookings.moveByGoogle(link.bookingId, decision.start, decision.end, now);
        if (decision.putBack.length > 0) memory.pending.requeue(link.bookingId, now);
        return journal(at, {
          direction: "in",
          action: "movedInGoogle",
          reason: "It was moved in the calendar; the new time is free.",
        });
      case "putBack": {
        const reason = PUT_BACK_REASONS[decision.because];
        memory.pending.requeue(link.bookingId, now);
        if (decision.because === "movedOntoBusy") ask(at, "movedOntoBusy", reason);
        return journal(at, { direction: "in", action: "putBack", reason });
      }
      case "removeAgain":
        memory.pending.requeue(link.bookingId, now);
        return journal(at, {
          direction: "in",
          action: "putBack",
          reason: "The event of a cancelled booking was brought back in the calendar.",
        });
      default:
    }
  }

  /** Effects of a decision about an event that was deleted. */
  function actOnGone(at: OwnCaseAtHand, decision: OwnDecision): void {
    const { link } = at;
    switch (decision.do) {
      case "removed":
        memory.links.save(key, { ...link, gone: true });
        if (endPending(link.bookingId)) {
          journal(at, {
            direction: "out",
            action: "deleted",
            reason: "The calendar does not hold it any more.",
          });
        }
        return;
      case "restore": {
        const reason =
          "It was deleted in the calendar and is put back. Should the booking be cancelled?";
        memory.links.save(key, { ...link, gone: true, restores: link.restores + 1 });
        memory.pending.requeue(link.bookingId, now);
        if (decision.because === "deletedInCalendar") ask(at, "deletedInGoogle", reason);
        return journal(at, { direction: "in", action: "restored", reason });
      }
      case "leaveGone": {
        const reason =
          "It was deleted in the calendar again and stays deleted there. Should the booking be cancelled?";
        memory.links.save(key, { ...link, gone: true });
        endPending(link.bookingId);
        ask(at, "deletedInGoogle", reason);
        return journal(at, { direction: "in", action: "leftDeleted", reason });
      }
      default:
    }
  }

  function applySeen(link: Link, seen: Seen): void {
    const booking = memory.bookings.forCalendar(link.bookingId);
    if (booking === undefined) return;
    const at = { link, booking, seen };
    const decision = decide(at);
    if (seen.is === "live") actOnLive(at, seen.event, decision);
    else actOnGone(at, decision);
  }

  return {
    apply(link: Link, row: RemoteRow): void {
      if (row.is === "live") applySeen(link, { is: "live", event: row.event });
      else if (row.is === "gone") applySeen(link, { is: "gone" });
    },

    /**
     * The link of an event that is ours although no link names it: the database came from an older backup. Only
     * an id that we would have chosen counts; the mark alone travels along when a person duplicates an event.
     */
    adopt(row: RemoteRow): Link | undefined {
      if (row.is !== "live" || row.event.mark === null) return undefined;
      const { bookingId } = row.event.mark;
      if (memory.links.ofBooking(key, bookingId) !== undefined) return undefined;
      if (memory.bookings.forCalendar(bookingId) === undefined) return undefined;
      for (let generation = 1; generation <= GENERATIONS; generation += 1) {
        if (calendar.eventId(bookingId, generation) !== row.event.id) continue;
        const link = {
          bookingId,
          eventId: row.event.id,
          generation,
          etag: null,
          fields: null,
          gone: false,
          restores: 0,
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
      const missing = live.filter(
        (link) => !listed.has(link.eventId) && isInWindow(link, windowStart),
      );
      const doubted = mustAsk(missing.length, live.length);
      for (const link of missing) {
        if (doubted) memory.pending.requeue(link.bookingId, now);
        else applySeen(link, { is: "gone" });
      }
      if (doubted) {
        memory.journal.add(now, {
          direction: "none",
          action: "checked",
          subject: `${missing.length} of ${live.length}`,
          reason:
            "A complete list lacked most of our events; each is written again under its own id.",
          bookingId: null,
          eventId: null,
        });
      }
    },
    changed: () => changes > 0,
  };
}

/** By what the calendar holds, which may lag behind the booking. */
function isInWindow(link: Link, windowStart: Instant): boolean {
  const time = link.fields?.time;
  return (
    time !== undefined &&
    (time.is === "allDay" ? time.to > windowStart.slice(0, 10) : time.end > windowStart)
  );
}
