import { forbidden, invalid } from "../errors.ts";
import type { WireEvent } from "../types.ts";
import {
  normaliseAttendees,
  normaliseProperties,
  normaliseReminders,
  normaliseWords,
} from "./normalise.ts";
import { readRecurrence } from "./rules.ts";
import type { EventContext, StoredBody } from "./store.ts";
import { isAllDay, readSpan } from "./times.ts";

const STATUS_TYPES = new Set(["outOfOffice", "focusTime", "workingLocation"]);
const API_TYPES = new Set(["default", "birthday", ...STATUS_TYPES]);
const ALL_TYPES = new Set([...API_TYPES, "fromGmail"]);

/** Turns what a writer wants into what is stored, or throws the 400 Google would answer. */
export function settle(
  context: EventContext,
  draft: WireEvent & { readonly id: string },
  previous: WireEvent | undefined,
): StoredBody {
  const worded = normaliseWords(draft);
  const recurrence = draft.recurrence?.length === 0 ? undefined : draft.recurrence;
  const span = readSpan(draft, {
    calendarZone: context.calendar.timeZone,
    switches: context.world.switches,
    recurring: recurrence !== undefined,
    lenient: context.actor === "person",
  });
  const allDay = isAllDay({ start: span.start });
  if (recurrence !== undefined) {
    readRecurrence(recurrence, { allDay, switches: context.world.switches });
  }
  checkType(context, worded, previous, allDay);
  return {
    ...worded,
    ...span,
    id: draft.id,
    status: worded.status ?? "confirmed",
    recurrence,
    attendees: normaliseAttendees(draft.attendees, context.calendar.id, draft.organizer?.email),
    extendedProperties: normaliseProperties(draft.extendedProperties),
    reminders: normaliseReminders(draft.reminders, allDay, context.entry.defaultReminders),
    sequence: nextSequence(draft, { ...worded, ...span, recurrence }, previous),
  };
}

function checkType(
  context: EventContext,
  event: WireEvent,
  previous: WireEvent | undefined,
  allDay: boolean,
): void {
  const type = event.eventType ?? "default";
  if (!(context.actor === "person" ? ALL_TYPES : API_TYPES).has(type)) {
    throw invalid("Invalid value for: eventType");
  }
  if (previous !== undefined && (previous.eventType ?? "default") !== type) {
    throw invalid("Event type cannot be changed.");
  }
  if (STATUS_TYPES.has(type) && !context.calendar.primary) {
    throw forbidden("forbidden", "Status events can only be created on primary calendars.");
  }
  if (type === "outOfOffice" && allDay) {
    throw invalid("An out of office event must not be an all-day event");
  }
}

const SEQUENCED = ["start", "end", "recurrence", "status"] as const;

function nextSequence(
  draft: WireEvent,
  settled: WireEvent,
  previous: WireEvent | undefined,
): number {
  const current = previous?.sequence ?? 0;
  const asked = draft.sequence ?? current;
  if (asked < current) {
    throw invalid(
      "Invalid sequence value. The specified sequence number is below the current sequence number " +
        "of the resource. Re-fetch the resource and use its sequence number on the following request.",
    );
  }
  const moved =
    previous !== undefined &&
    SEQUENCED.some((key) => JSON.stringify(previous[key]) !== JSON.stringify(settled[key]));
  return moved ? Math.max(asked, current + 1) : asked;
}
