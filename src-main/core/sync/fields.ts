import type { EventFields, EventTime } from "../calendars/remote-calendar.ts";

export const FIELD_NAMES = ["title", "description", "time", "colour", "recurrence"] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Instants decide; a zone only matters where a rule is expanded in it. */
function sameTime(a: EventTime, b: EventTime, recurring: boolean): boolean {
  if (a.is === "allDay" || b.is === "allDay") {
    return a.is === "allDay" && b.is === "allDay" && a.from === b.from && a.to === b.to;
  }
  return a.start === b.start && a.end === b.end && (!recurring || a.zone === b.zone);
}

/** The parts of a rule may stand in any order, in capitals or not. */
function comparableLine(line: string): string {
  if (!/^RRULE:/i.test(line)) return line;
  return line.slice("RRULE:".length).toUpperCase().split(";").toSorted().join(";");
}

/** Whether two repetitions are written alike, but for the order in which the parts of a rule stand. */
export function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, i) => line === b[i] || comparableLine(line) === comparableLine(b[i] ?? ""))
  );
}

/** The owned fields in which two versions of an event differ; empty if nothing has to be written. */
export function changedFields(before: EventFields, after: EventFields): readonly FieldName[] {
  const recurring = before.recurrence.length > 0 || after.recurrence.length > 0;
  return FIELD_NAMES.filter((name) => {
    switch (name) {
      case "time":
        return !sameTime(before.time, after.time, recurring);
      case "recurrence":
        return !sameLines(before.recurrence, after.recurrence);
      default:
        return before[name] !== after[name];
    }
  });
}

export function sameFields(a: EventFields, b: EventFields): boolean {
  return changedFields(a, b).length === 0;
}
