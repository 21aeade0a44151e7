import type { Instant } from "../../../src-shared/domain/primitives.ts";
import type { EventFields, RemoteEvent } from "../calendars/remote-calendar.ts";
import type { KnownEvent } from "../store/sync/known-event.ts";
import { changedFields, type FieldName, sameFields, sameLines } from "./fields.ts";

/** What the desk does when somebody moves one of its events in the calendar. */
export type MoveRule = "accept" | "ask" | "putBack";

/** One own event as the calendar now shows it. */
export type Seen = { readonly is: "live"; readonly event: RemoteEvent } | { readonly is: "gone" };

export interface OwnCase {
  readonly known: KnownEvent;
  readonly seen: Seen;
  /** What the calendar should hold; null when the booking has no event any more. */
  readonly desired: EventFields | null;
  /** The booking was changed here since the last acknowledged write. */
  readonly pending: boolean;
  readonly rule: MoveRule;
  /** Asked only when somebody moved the event: what if the booking moved too? Null if it can't. */
  readonly ifMoved: (start: Instant, end: Instant) => IfMoved | null;
}

/** What a move in the calendar would come to here. */
export interface IfMoved {
  /** What the calendar should hold then. */
  readonly desired: EventFields;
  /** Whether the staff member is free then, of a series at each of its next times. */
  readonly isFree: boolean;
}

/**
 * What to do about it. Each carries what to remember; only `acceptTime` touches the booking and only `putBack`,
 * `restore` and `removeAgain` write to the calendar, later, by the queue.
 */
export type OwnDecision =
  /** Nothing we have not known. */
  | { readonly do: "nothing" }
  /** A new version that differs in nothing of ours. */
  | { readonly do: "note" }
  /** The calendar holds what we want: our own write, seen. Ends a pending change. */
  | { readonly do: "settled" }
  | {
      readonly do: "acceptTime";
      readonly start: Instant;
      readonly end: Instant;
      readonly putBack: readonly FieldName[];
    }
  /** Moved to a free time, but the owner wants to be asked: both sides stay as they are until then. */
  | { readonly do: "askAboutMove" }
  | {
      readonly do: "putBack";
      readonly changed: readonly FieldName[];
      readonly because: "deskDecides" | "changedOnBothSides" | "movedOntoBusy" | "notABookingTime";
    }
  | { readonly do: "restore"; readonly because: "deletedInCalendar" | "changedOnBothSides" }
  /** Deleted once more after a restore: it stays deleted until the booking changes or a person decides. */
  | { readonly do: "leaveGone" }
  /** The event of a cancelled booking is gone, as it should be. */
  | { readonly do: "removed" }
  /** Somebody brought the event of a cancelled booking back. */
  | { readonly do: "removeAgain" };

/** How often a deleted event is put back for one version of its booking (sync-engine.md, Who wins). */
export const MAX_RESTORES = 1;

function decideGone(own: OwnCase): OwnDecision {
  if (own.known.gone) return own.desired === null ? { do: "removed" } : { do: "nothing" };
  if (own.desired === null) return { do: "removed" };
  if (own.known.restores >= MAX_RESTORES) return { do: "leaveGone" };
  return { do: "restore", because: own.pending ? "changedOnBothSides" : "deletedInCalendar" };
}

function decideMove(
  own: OwnCase,
  fields: EventFields,
  desired: EventFields,
  changed: readonly FieldName[],
): OwnDecision {
  const { time } = fields;
  if (own.rule === "putBack") return { do: "putBack", changed, because: "deskDecides" };
  const { recurrence } = desired;
  const isSeries = recurrence.length > 0;
  if (
    time.is === "allDay" ||
    isSeries !== fields.recurrence.length > 0 ||
    !isBookingTime(time.start, time.end)
  ) {
    return { do: "putBack", changed, because: "notABookingTime" };
  }
  // Only the zone of a series was changed.
  if (desired.time.is === "timed" && sameInstants(desired.time, time))
    return { do: "putBack", changed, because: "deskDecides" };
  const moved = own.ifMoved(time.start, time.end);
  if (moved === null) return { do: "putBack", changed, because: "notABookingTime" };
  // A rule may only change as far as its days move along; any other rule is the desk's to make.
  const follows = [recurrence, moved.desired.recurrence].some((one) =>
    sameLines(one, fields.recurrence),
  );
  if (!follows) return { do: "putBack", changed, because: "deskDecides" };
  if (!moved.isFree) return { do: "putBack", changed, because: "movedOntoBusy" };
  if (own.rule === "ask") return { do: "askAboutMove" };
  const putBack = changedFields(fields, moved.desired);
  return { do: "acceptTime", start: time.start, end: time.end, putBack };
}

interface Timed {
  readonly start: Instant;
  readonly end: Instant;
}

export function sameInstants(a: Timed, b: Timed): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whole minutes, from five minutes to a day: what the desk itself could have booked. */
export function isBookingTime(start: Instant, end: Instant): boolean {
  const from = Date.parse(start);
  const to = Date.parse(end);
  const minutes = (to - from) / 60_000;
  return from % 60_000 === 0 && Number.isInteger(minutes) && minutes >= 5 && minutes <= 1_440;
}

function decideLive(own: OwnCase, event: RemoteEvent): OwnDecision {
  const { known, desired } = own;
  if (!known.gone && known.etag === event.etag) return { do: "nothing" };
  if (desired === null) return own.pending ? { do: "note" } : { do: "removeAgain" };
  if (sameFields(event.fields, desired)) return { do: "settled" };
  if (known.fields === null) return own.pending ? { do: "note" } : putBackAll(event, desired);
  const changed = changedFields(known.fields, event.fields);
  // Brought back in a version that was about to be put back when it was deleted.
  if (changed.length === 0 && known.gone && !own.pending) return putBackAll(event, desired);
  if (changed.length === 0) return { do: "note" };
  if (own.pending) return { do: "putBack", changed, because: "changedOnBothSides" };
  if (changed.includes("time")) return decideMove(own, event.fields, desired, changed);
  return { do: "putBack", changed, because: "deskDecides" };
}

function putBackAll(event: RemoteEvent, desired: EventFields): OwnDecision {
  return { do: "putBack", changed: changedFields(event.fields, desired), because: "deskDecides" };
}

/** Decides about one own event, by the first table of "Who wins" in sync-engine.md. Pure. */
export function decideOwn(own: OwnCase): OwnDecision {
  return own.seen.is === "gone" ? decideGone(own) : decideLive(own, own.seen.event);
}
