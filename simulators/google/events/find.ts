import { notFound } from "../errors.ts";
import type { StoredEvent, WireEvent } from "../types.ts";
import { etagOf } from "../world.ts";
import { instanceId, parseInstanceId } from "./instance-ids.ts";
import type { Occurrence } from "./series.ts";
import { occurrenceByKey, occurrenceKey } from "./series.ts";
import type { EventContext, StoredBody } from "./store.ts";
import { exceptionsOf, isMaster } from "./store.ts";

/** An event by id: a stored row, or an instance that so far exists only in its series' rule. */
export type Found =
  | { readonly kind: "stored"; readonly stored: StoredEvent }
  | { readonly kind: "instance"; readonly master: StoredEvent; readonly event: StoredBody };

/** 404 for ids that neither a row nor a rule knows. */
export function findEvent(context: EventContext, id: string): Found {
  const found = lookUp(context, id);
  if (found === undefined) throw notFound();
  return found;
}

/** The same, undefined where there is none. */
export function lookUp(context: EventContext, id: string): Found | undefined {
  const stored = context.calendar.events.get(id);
  if (stored !== undefined) return { kind: "stored", stored };
  const parsed = parseInstanceId(id);
  const master = parsed === undefined ? undefined : context.calendar.events.get(parsed.masterId);
  if (parsed === undefined || master === undefined || !isMaster(master.event)) return undefined;
  if (master.event.status === "cancelled") return undefined;
  const exception = exceptionAt(context, parsed.masterId, parsed.key);
  if (exception !== undefined) return { kind: "stored", stored: exception };
  const occurrence = occurrenceByKey(master.event, parsed.key, ruleContext(context));
  if (occurrence === undefined) return undefined;
  return { kind: "instance", master, event: instanceOf(context, master.event, occurrence) };
}

/** The exception that stands for an original start, under whichever id it was made. */
export function exceptionAt(
  context: EventContext,
  masterId: string,
  key: string,
): StoredEvent | undefined {
  return exceptionsOf(context.calendar, masterId).find(
    ({ event, orphaned }) => !orphaned && occurrenceKey(event.originalStartTime ?? {}) === key,
  );
}

export function ruleContext(context: EventContext): {
  readonly switches: EventContext["world"]["switches"];
  readonly calendarZone: string;
} {
  return { switches: context.world.switches, calendarZone: context.calendar.timeZone };
}

/** What an unchanged instance looks like: its series without the rule, at its own time. */
export function instanceOf(
  context: EventContext,
  master: WireEvent,
  occurrence: Occurrence,
): StoredBody {
  const masterId = master.id ?? "";
  const { recurrence: _rule, ...rest } = master;
  return {
    ...rest,
    id: instanceId(masterId, occurrence.start, context.world.switches),
    status: master.status ?? "confirmed",
    recurringEventId: masterId,
    originalStartTime: occurrence.start,
    start: occurrence.start,
    end: occurrence.end,
  };
}

/** An instance that has no row of its own carries the versions of its series. */
export function versionOf(found: Found): StoredEvent {
  return found.kind === "stored" ? found.stored : { ...found.master, event: found.event };
}

export function etagOfFound(found: Found): string {
  return etagOf(versionOf(found).stamp);
}
