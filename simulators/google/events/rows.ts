import type { StoredEvent, WireEvent } from "../types.ts";
import { instanceOf, ruleContext } from "./find.ts";
import type { ListQuery } from "./list-query.ts";
import { occurrenceKey, occurrencesBetween, seriesEnd } from "./series.ts";
import type { EventContext } from "./store.ts";
import { exceptionsOf, isMaster } from "./store.ts";
import { boundsOf, instantOf } from "./times.ts";

/** Window in epoch ms, both bounds exclusive. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

export const everything: Window = { fromMs: -Infinity, toMs: Infinity };

const YEAR = 365 * 86_400_000;
/** How far a deleted series is reported when instances are asked for; about this was seen. */
const HALF_YEAR = YEAR / 2;

/** Whether the row as stored belongs to the window; a master does when any part of its series does. */
export function isInWindow(context: EventContext, stored: StoredEvent, window: Window): boolean {
  const { event } = stored;
  const zone = context.calendar.timeZone;
  const bounds = boundsOf(event, zone);
  if (bounds === undefined) return window.fromMs === -Infinity && window.toMs === Infinity;
  const endMs = isMaster(event)
    ? Math.max(bounds.endMs, seriesEnd(event, context.world.switches))
    : bounds.endMs;
  if (endMs > window.fromMs && bounds.startMs < window.toMs) return true;
  const original = event.originalStartTime;
  if (original === undefined || context.world.switches.exceptionWindow === "ownTime") return false;
  const originalMs = instantOf(original, zone);
  return originalMs + (bounds.endMs - bounds.startMs) > window.fromMs && originalMs < window.toMs;
}

/**
 * Instances of a master that the rule still has and no exception stands for. An open window ends
 * two years after now or after its beginning.
 */
export function plainInstances(
  context: EventContext,
  master: StoredEvent,
  window: Window,
): readonly StoredEvent[] {
  const taken = new Set(
    exceptionsOf(context.calendar, master.event.id)
      .filter((exception) => !exception.orphaned)
      .map(({ event }) => occurrenceKey(event.originalStartTime ?? {})),
  );
  return occurrencesBetween(
    master.event,
    window.fromMs,
    horizon(context, window),
    ruleContext(context),
  )
    .filter((occurrence) => !taken.has(occurrence.key))
    .map((occurrence) => ({ ...master, event: instanceOf(context, master.event, occurrence) }));
}

function horizon(context: EventContext, window: Window): number {
  if (window.toMs !== Infinity) return window.toMs;
  const base = Math.max(context.world.now(), window.fromMs === -Infinity ? 0 : window.fromMs);
  return base + 2 * YEAR;
}

/** The rows one stored event contributes when instances are expanded: itself, or its instances. */
export function expandRow(
  context: EventContext,
  stored: StoredEvent,
  window: Window,
): readonly StoredEvent[] {
  if (!isMaster(stored.event)) return isInWindow(context, stored, window) ? [stored] : [];
  if (stored.event.status !== "cancelled") return plainInstances(context, stored, window);
  const now = context.world.now();
  const near = {
    fromMs: Math.max(window.fromMs, now - HALF_YEAR),
    toMs: Math.min(window.toMs, now + HALF_YEAR),
  };
  return plainInstances(context, stored, near);
}

export function matchesFilters(context: EventContext, event: WireEvent, query: ListQuery): boolean {
  const { switches } = context.world;
  return (
    (query.iCalUID === undefined || event.iCalUID === query.iCalUID) &&
    (query.eventTypes.length === 0 || query.eventTypes.includes(event.eventType ?? "default")) &&
    (query.q === undefined || matchesText(event, query.q)) &&
    matchesProperties(
      event.extendedProperties?.private,
      query.privateProperties,
      switches.repeatedProperties,
    ) &&
    matchesProperties(
      event.extendedProperties?.shared,
      query.sharedProperties,
      switches.repeatedProperties,
    )
  );
}

function matchesProperties(
  properties: Readonly<Record<string, string>> | undefined,
  constraints: readonly string[],
  combine: "and" | "or",
): boolean {
  if (constraints.length === 0) return true;
  const matches = (constraint: string): boolean => {
    const at = constraint.indexOf("=");
    return properties?.[constraint.slice(0, at)] === constraint.slice(at + 1);
  };
  return combine === "and" ? constraints.every(matches) : constraints.some(matches);
}

function matchesText(event: WireEvent, q: string): boolean {
  const people = [event.organizer, ...(event.attendees ?? [])];
  const haystack = [
    event.summary,
    event.description,
    event.location,
    ...people.flatMap((person) => [person?.email, person?.displayName]),
    event.eventType === "outOfOffice" ? "Out of office" : undefined,
  ]
    .join(" ")
    .toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
