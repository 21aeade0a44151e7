import type { EventFields } from "../calendars/remote-calendar.ts";
import type { Link } from "../store/sync/links.ts";
import { changedFields, type FieldName } from "./fields.ts";

/** Why something was sent, for the journal. */
export const WHY_SENT = {
  isNew: "The calendar had no event for it.",
  madeAnew: "An occurrence could only come back with a new event of its series.",
  noEventAnyMore: "The booking has no event any more.",
  leftOut: "It is beyond the number of events that are kept in the calendar.",
} as const;

const WORDS: Record<FieldName, string> = {
  title: "title",
  description: "description",
  time: "time",
  colour: "colour",
  recurrence: "repetition",
};

/** Why the event that the calendar was known to hold was written over. */
export function whyWritten({ gone, fields }: Link, wanted: EventFields): string {
  if (gone) return "Its event was deleted in the calendar.";
  if (fields === null) return "It was not known whether the calendar holds it.";
  return `Its event differed: ${changedFields(fields, wanted)
    .map((name) => WORDS[name])
    .join(", ")}.`;
}
