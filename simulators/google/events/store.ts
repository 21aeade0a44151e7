import type { Account, Calendar, ListEntry, StoredEvent, WireEvent } from "../types.ts";
import type { World } from "../world.ts";
import { announce, nextCount, nextRevision, nextStamp } from "../world.ts";

/** Who acts, on which calendar. `person` is somebody in Google's own window, free of the API's refusals. */
export interface EventContext {
  readonly world: World;
  readonly calendar: Calendar;
  readonly entry: ListEntry;
  readonly account: Account;
  readonly actor: "api" | "person";
}

export type StoredBody = StoredEvent["event"];

export interface RecordOptions {
  readonly bare?: boolean;
  readonly orphaned?: boolean;
  readonly statusBeforeSeries?: string | undefined;
  /** Reminder-only edits keep `updated`, and may be missing from increments. */
  readonly remindersOnly?: boolean;
}

/** Writes one new version of an event, with a new etag, and tells everybody who listens. */
export function record(
  context: EventContext,
  event: StoredBody,
  options: RecordOptions = {},
): StoredEvent {
  const { world, calendar } = context;
  const previous = calendar.events.get(event.id);
  const quiet = options.remindersOnly === true && previous !== undefined;
  const reported = !quiet || world.switches.reminderEditsInIncrements;
  const stored: StoredEvent = {
    ordinal: previous?.ordinal ?? nextCount(world),
    revision: reported ? nextRevision(world) : (previous?.revision ?? nextRevision(world)),
    stamp: nextStamp(world),
    createdMs: previous?.createdMs ?? world.now(),
    updatedMs: quiet ? previous.updatedMs : world.now(),
    event: compact(event),
    bare: options.bare ?? false,
    orphaned: options.orphaned ?? false,
    statusBeforeSeries: options.statusBeforeSeries,
  };
  calendar.events.set(event.id, stored);
  if (event.recurringEventId !== undefined)
    indexException(calendar, event.recurringEventId, event.id);
  calendar.revision = Math.max(calendar.revision, stored.revision);
  calendar.stamp = stored.stamp;
  calendar.updatedMs = world.now();
  if (reported) announce(world, { kind: "events", calendarId: calendar.id });
  return stored;
}

function compact(event: StoredBody): StoredBody {
  const members = Object.entries(event).filter(([, value]) => value !== undefined);
  return { id: event.id, status: event.status, ...Object.fromEntries(members) };
}

function indexException(calendar: Calendar, masterId: string, id: string): void {
  const known = calendar.exceptions.get(masterId);
  if (known === undefined) calendar.exceptions.set(masterId, new Set([id]));
  else known.add(id);
}

/** Stored exceptions of a series, cancelled ones included. */
export function exceptionsOf(calendar: Calendar, masterId: string): readonly StoredEvent[] {
  return [...(calendar.exceptions.get(masterId) ?? [])].flatMap((id) => {
    const stored = calendar.events.get(id);
    return stored === undefined ? [] : [stored];
  });
}

export function isMaster(event: WireEvent): boolean {
  return event.recurrence !== undefined && event.recurrence.length > 0;
}
