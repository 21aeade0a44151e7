import type { Instant } from "../../../src-shared/domain/primitives.ts";
import type { EventFields, RemoteEvent } from "../calendars/remote-calendar.ts";
import type { JournalLine } from "../store/sync/records.ts";
import { describeBooking } from "./describe.ts";
import { changedFields } from "./fields.ts";
import type { SyncMemory } from "./memory.ts";
import type { OwnSubject } from "./own-subject.ts";
import type { OwnDecision } from "./reconcile.ts";

const PUT_BACK_REASONS = {
  deskDecides: "It was changed in the calendar; the desk decides about this.",
  changedOnBothSides: "It was changed here and in the calendar; the desk wins.",
  movedOntoBusy: "It was moved in the calendar onto time that is taken.",
  notABookingTime: "It was changed in the calendar to a time that no booking can have.",
} as const;

const ASKED = "It was moved in the calendar to a free time. Should the booking move too?";
const RESTORED = "It was deleted in the calendar and is put back. Should the booking be cancelled?";
const LEFT =
  "It was deleted in the calendar again and stays deleted there. Should the booking be cancelled?";

/** Whether the calendar shows another time than the desk wants. */
function isElsewhere({ desired }: OwnSubject, theirs: EventFields): boolean {
  return desired !== null && changedFields(theirs, desired).includes("time");
}

/** Carries out what `decideOwn` decided, within the transaction of the pull. */
export function createOwnEffects(memory: SyncMemory, now: Instant) {
  let changes = 0;

  function journal(
    subject: OwnSubject,
    direction: JournalLine["direction"],
    action: string,
    reason: string,
  ): void {
    changes += 1;
    const { bookingId, eventId, booking } = subject;
    memory.journal.add(now, {
      direction,
      action,
      reason,
      subject: describeBooking(booking),
      bookingId,
      eventId,
    });
  }

  function ask(
    subject: OwnSubject,
    kind: "movedOntoBusy" | "movedInGoogle" | "deletedInGoogle" | "changedOnBothSides",
    { reason, theirs }: { readonly reason: string; readonly theirs: EventFields | null },
  ): void {
    const { bookingId, eventId, originalStart } = subject;
    // Only a move has to be found again by its event; the others are about the booking.
    memory.attention.ask(now, {
      kind,
      reason,
      theirs,
      bookingId,
      originalStart,
      eventId: kind === "movedInGoogle" ? eventId : null,
    });
  }

  function requeue({ bookingId }: OwnSubject): void {
    memory.pending.requeue(bookingId, now);
  }

  function putBack(
    subject: OwnSubject,
    { fields: theirs }: RemoteEvent,
    { because, changed }: Extract<OwnDecision, { readonly do: "putBack" }>,
  ): void {
    const reason = PUT_BACK_REASONS[because];
    requeue(subject);
    if (because === "movedOntoBusy") ask(subject, because, { reason, theirs });
    // Words and colours are the desk's; a time that somebody chose in the calendar may be the right one.
    if (
      because === "changedOnBothSides" &&
      changed.includes("time") &&
      isElsewhere(subject, theirs)
    )
      ask(subject, because, { reason, theirs });
    journal(subject, "in", "putBack", reason);
  }

  function accept(
    subject: OwnSubject,
    decision: Extract<OwnDecision, { readonly do: "acceptTime" }>,
  ): void {
    subject.move(decision.start, decision.end, now);
    if (decision.putBack.length > 0) requeue(subject);
    journal(subject, "in", "movedInGoogle", "It was moved in the calendar; the new time is free.");
  }

  function restore(
    subject: OwnSubject,
    decision: Extract<OwnDecision, { readonly do: "restore" }>,
  ): void {
    subject.forget(subject.known.restores + 1);
    requeue(subject);
    if (decision.because === "deletedInCalendar")
      ask(subject, "deletedInGoogle", { reason: RESTORED, theirs: null });
    journal(subject, "in", "restored", RESTORED);
  }

  function leaveGone(subject: OwnSubject): void {
    subject.forget(subject.known.restores + 1);
    subject.endPending();
    ask(subject, "deletedInGoogle", { reason: LEFT, theirs: null });
    journal(subject, "in", "leftDeleted", LEFT);
  }

  return {
    /** Effects of a decision about an event that is there. */
    onLive(subject: OwnSubject, event: RemoteEvent, decision: OwnDecision): void {
      if (decision.do === "nothing") return;
      subject.remember(event);
      switch (decision.do) {
        case "settled":
          if (subject.endPending())
            journal(subject, "out", "arrived", "The calendar already holds it.");
          return;
        case "acceptTime":
          return accept(subject, decision);
        case "askAboutMove":
          ask(subject, "movedInGoogle", { reason: ASKED, theirs: event.fields });
          return journal(subject, "in", "askedAboutMove", ASKED);
        case "putBack":
          return putBack(subject, event, decision);
        case "removeAgain":
          requeue(subject);
          return journal(
            subject,
            "in",
            "putBack",
            "What was cancelled here was brought back in the calendar.",
          );
        default:
      }
    },
    /** Effects of a decision about an event that was deleted. */
    onGone(subject: OwnSubject, decision: OwnDecision): void {
      switch (decision.do) {
        case "removed":
          subject.forget(subject.known.restores);
          if (subject.endPending())
            journal(subject, "out", "deleted", "The calendar does not hold it any more.");
          return;
        case "restore":
          return restore(subject, decision);
        case "leaveGone":
          return leaveGone(subject);
        default:
      }
    },
    changed: () => changes > 0,
  };
}
