import type { EventTime, StoredEvent, WireEvent } from "../types.ts";
import { formatInstant } from "../zone.ts";
import { etagOf } from "../world.ts";
import type { EventContext } from "./store.ts";

export interface RenderOptions {
  /** Zone of the times in the answer; the calendar's own by default. */
  readonly timeZone?: string | undefined;
  readonly maxAttendees?: number | undefined;
  /** Cancelled rows show only what Google guarantees. */
  readonly bareCancelled?: boolean | undefined;
}

/** An event as this caller may see it. */
export function renderEvent(
  context: EventContext,
  stored: StoredEvent,
  options: RenderOptions = {},
): WireEvent {
  const { event } = stored;
  const head = {
    kind: "calendar#event",
    etag: etagOf(stored.stamp),
    id: event.id,
    status: event.status,
  };
  const bare = stored.bare || (options.bareCancelled === true && event.status === "cancelled");
  if (bare) return { ...head, ...renderReference(context, event, options) };
  const body = {
    ...head,
    htmlLink: `https://www.google.com/calendar/event?eid=${encodeURIComponent(event.id)}`,
    created: new Date(stored.createdMs).toISOString(),
    updated: new Date(stored.updatedMs).toISOString(),
  };
  const times = renderTimes(context, event, options);
  if (hidesDetails(context, event)) {
    const { visibility, transparency, eventType, iCalUID } = event;
    const visible =
      context.entry.accessRole === "freeBusyReader" ? {} : { visibility, eventType, iCalUID };
    return withoutUndefined({ ...head, ...visible, transparency, ...times });
  }
  return withoutUndefined({ ...body, ...event, ...times, ...renderAttendees(event, options) });
}

function hidesDetails({ actor, entry }: EventContext, event: WireEvent): boolean {
  if (actor === "person") return false;
  switch (entry.accessRole) {
    case "none":
    case "freeBusyReader":
      return true;
    case "reader":
    case "writerWithoutPrivateAccess":
      return event.visibility === "private" || event.visibility === "confidential";
    case "writer":
    case "owner":
      return false;
  }
}

function renderReference(
  context: EventContext,
  event: WireEvent,
  options: RenderOptions,
): WireEvent {
  if (event.recurringEventId === undefined) return {};
  return {
    recurringEventId: event.recurringEventId,
    originalStartTime: renderTime(context, event.originalStartTime, options),
  };
}

function renderTimes(context: EventContext, event: WireEvent, options: RenderOptions): WireEvent {
  return {
    start: renderTime(context, event.start, options),
    end: renderTime(context, event.end, options),
    originalStartTime: renderTime(context, event.originalStartTime, options),
  };
}

function renderTime(
  { world, calendar }: EventContext,
  time: EventTime | undefined,
  options: RenderOptions,
): EventTime | undefined {
  if (time === undefined || typeof time.dateTime !== "string") return time;
  const zone =
    options.timeZone ?? (world.switches.dateTimeEcho === "utc" ? "UTC" : calendar.timeZone);
  return { ...time, dateTime: formatInstant(Date.parse(time.dateTime), zone) };
}

function renderAttendees(event: WireEvent, options: RenderOptions): WireEvent {
  const { attendees } = event;
  if (attendees === undefined || options.maxAttendees === undefined) return {};
  if (attendees.length <= options.maxAttendees) return {};
  const own = attendees.filter((attendee) => attendee.self === true);
  return { attendees: own.length === 0 ? undefined : own, attendeesOmitted: true };
}

function withoutUndefined(event: WireEvent): WireEvent {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined));
}
