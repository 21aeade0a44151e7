import type { StoredEvent, WireEvent } from "../types.ts";
import type { EventContext } from "./store.ts";
import { ruleContext } from "./find.ts";
import { occurrenceByKey, occurrenceKey } from "./series.ts";
import { exceptionsOf, record } from "./store.ts";

/** Exceptions go with their series, and remember what they were in case it is restored. */
export function cancelSeries(context: EventContext, masterId: string): void {
  for (const { event } of exceptionsOf(context.calendar, masterId)) {
    const statusBeforeSeries = event.status;
    record(context, { ...event, status: "cancelled" }, { statusBeforeSeries });
  }
}

export function reviveSeries(context: EventContext, masterId: string): void {
  for (const { event, statusBeforeSeries } of exceptionsOf(context.calendar, masterId)) {
    if (statusBeforeSeries !== undefined) record(context, { ...event, status: statusBeforeSeries });
  }
}

/** A re-anchored series keeps or drops its exceptions, by switch; a merely trimmed one keeps them. */
export function afterSeriesChange(
  context: EventContext,
  before: WireEvent,
  after: WireEvent & { readonly id: string },
): void {
  const { exceptionsAfterReanchor: fate } = context.world.switches;
  if (fate === "keep" || !isReanchored(before, after)) return;
  for (const { event } of exceptionsOf(context.calendar, after.id)) {
    const key = occurrenceKey(event.originalStartTime ?? {});
    // An id that the rule still gives belongs to the plain instance again, which is not cancelled.
    const isTold =
      fate === "drop" && occurrenceByKey(after, key, ruleContext(context)) === undefined;
    if (isTold) record(context, { ...event, status: "cancelled" }, { orphaned: true });
    else context.calendar.events.delete(event.id);
  }
}

function isReanchored(before: WireEvent, after: WireEvent): boolean {
  const shape = (event: WireEvent): string =>
    JSON.stringify([event.start, (event.recurrence ?? []).map(withoutEnd)]);
  return shape(before) !== shape(after);
}

function withoutEnd(line: string): string {
  return line.replaceAll(/;?(UNTIL|COUNT)=[^;]*/g, "");
}

const STRICTNESS = ["public", "default", "private", "confidential"];

function strictness(event: WireEvent): number {
  return STRICTNESS.indexOf(event.visibility ?? "default");
}

/** A stricter visibility of one instance holds for the whole series; a looser one is ignored. */
export function spreadVisibility(
  context: EventContext,
  draft: StoredEvent["event"],
  before: WireEvent,
): StoredEvent["event"] {
  const master = context.calendar.events.get(draft.recurringEventId ?? "");
  if (master === undefined || strictness(draft) === strictness(before)) return draft;
  if (strictness(draft) < strictness(before)) return { ...draft, visibility: before.visibility };
  record(context, { ...master.event, visibility: draft.visibility });
  return draft;
}
