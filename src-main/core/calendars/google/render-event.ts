import type { calendar_v3 } from "@googleapis/calendar";
import type { EventFields, EventTime, OwnEvent } from "../remote-calendar.ts";
import { colourOf } from "./colours.ts";
import { comparableDescription, descriptionText, titleText } from "./text.ts";

/** Names of the private marks on our events (at most 44 characters each, Google drops longer ones silently). */
export const MARK_BOOKING = "bellhopBooking";
export const MARK_INSTALLATION = "bellhopInstallation";

/** What Google would hold for an event of ours, in the form in which it is compared. */
export function renderFields(event: OwnEvent): EventFields {
  return {
    title: titleText(event.title),
    description: comparableDescription(event.description),
    time: event.time,
    colour: colourOf(event.tint),
    recurrence: event.recurrence,
  };
}

/**
 * Start and end on the wire. The other kind is named as null because a PATCH merges: without it an event that was
 * all-day would keep its date beside our time, which Google refuses.
 */
function renderTime(time: EventTime): Pick<calendar_v3.Schema$Event, "start" | "end"> {
  switch (time.is) {
    case "timed":
      return {
        start: { dateTime: time.start, timeZone: time.zone, date: null },
        end: { dateTime: time.end, timeZone: time.zone, date: null },
      };
    case "allDay":
      return {
        start: { date: time.from, dateTime: null, timeZone: null },
        end: { date: time.to, dateTime: null, timeZone: null },
      };
  }
}

/** The generated types know no null, yet only null takes a rule away (PATCH semantics). */
function renderRule(lines: readonly string[]): string[] {
  return (lines.length === 0 ? null : [...lines]) as string[];
}

/**
 * The body of an insert or a PATCH: our fields and nothing else, so that guests, reminders and attachments of others
 * stay. `status` makes a cancelled event live again. Instants go out in UTC with the zone beside them: the instant
 * decides, the zone is shown and is what a rule is expanded in.
 */
export function renderBody(event: OwnEvent, installationId: string): calendar_v3.Schema$Event {
  return {
    summary: titleText(event.title),
    description: descriptionText(event.description),
    ...renderTime(event.time),
    colorId: colourOf(event.tint),
    ...(event.isOccurrence === true ? {} : { recurrence: renderRule(event.recurrence) }),
    status: "confirmed",
    extendedProperties: {
      private: { [MARK_BOOKING]: event.bookingId, [MARK_INSTALLATION]: installationId },
    },
  };
}
