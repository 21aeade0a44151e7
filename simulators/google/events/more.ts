import { duplicateId, forbidden, invalid, notFound } from "../errors.ts";
import type { Walks } from "../server/paging.ts";
import { takePage } from "../server/paging.ts";
import { readCount, readFlag, readInstant, readText } from "../server/query.ts";
import type { StoredEvent } from "../types.ts";
import { findEvent } from "./find.ts";
import { headOf } from "./list.ts";
import { fingerprintOf, readZone } from "./list-query.ts";
import { renderEvent } from "./render.ts";
import { isInWindow, plainInstances } from "./rows.ts";
import { occurrenceKey } from "./series.ts";
import type { EventContext } from "./store.ts";
import { exceptionsOf, isMaster, record } from "./store.ts";
import { parseDateTime } from "../zone.ts";

/** events.instances: what the rule gives and the exceptions, by original start. */
export function listInstances(
  context: EventContext,
  masterId: string,
  query: URLSearchParams,
  walks: Walks<StoredEvent>,
): Record<string, unknown> {
  const timeZone = readZone(query);
  const page = takePage(
    walks,
    {
      pageToken: readText(query, "pageToken"),
      size: readCount(query, "maxResults", { standard: 250, min: 1, max: 2500 }),
      fingerprint: `${context.calendar.id} ${masterId} ${fingerprintOf(query)}`,
      emptyPages: context.world.switches.emptyPages,
    },
    () => ({ rows: instanceRows(context, masterId, query), syncToken: undefined }),
  );
  return {
    ...headOf(context, { timeZone }),
    ...(page.nextPageToken === undefined ? {} : { nextPageToken: page.nextPageToken }),
    items: page.rows.map((row) => renderEvent(context, row, { timeZone })),
  };
}

function instanceRows(
  context: EventContext,
  masterId: string,
  query: URLSearchParams,
): readonly StoredEvent[] {
  const found = findEvent(context, masterId);
  if (found.kind === "instance" || !isMaster(found.stored.event)) return notRecurring(context);
  const inclusive = context.world.switches.instancesTimeMin === "inclusive" ? 1 : 0;
  const window = {
    fromMs: (readInstant(query, "timeMin") ?? -Infinity) - inclusive,
    toMs: readInstant(query, "timeMax") ?? Infinity,
  };
  const showDeleted = readFlag(query, "showDeleted") ?? false;
  const exceptions = exceptionsOf(context.calendar, masterId).filter(
    (row) => (showDeleted || row.event.status !== "cancelled") && isInWindow(context, row, window),
  );
  const original = readText(query, "originalStart");
  return [...plainInstances(context, found.stored, window), ...exceptions]
    .filter((row) => original === undefined || hasOriginalStart(row, original))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function notRecurring(context: EventContext): readonly StoredEvent[] {
  switch (context.world.switches.instancesOfSingle) {
    case 400:
      throw invalid("The event is not a recurring event.");
    case 404:
      throw notFound();
    case "empty":
      return [];
  }
}

function keyOf(row: StoredEvent): string {
  return occurrenceKey(row.event.originalStartTime ?? {});
}

function hasOriginalStart(row: StoredEvent, original: string): boolean {
  const time = row.event.originalStartTime ?? {};
  if (typeof time.date === "string") return time.date === original;
  return parseDateTime(original)?.instantMs === Date.parse(time.dateTime ?? "");
}

/** events.move: the id stays, the organizer changes, the source keeps a cancelled row with nothing but the id. */
export function moveEvent(
  source: EventContext,
  destination: EventContext,
  id: string,
): StoredEvent {
  const found = findEvent(source, id);
  if (found.kind === "instance" || found.stored.event.recurringEventId !== undefined) {
    throw invalid("Cannot move an instance of a recurring event.");
  }
  const { event } = found.stored;
  if (event.status === "cancelled") throw notFound();
  if ((event.eventType ?? "default") !== "default")
    throw invalid("Only default events can be moved.");
  if (source.actor === "api" && event.organizer?.self !== true) {
    throw forbidden("cannotChangeOrganizer", "Cannot change the organizer of this event.");
  }
  if (destination.calendar.events.has(id)) throw duplicateId();
  const exceptions = exceptionsOf(source.calendar, id);
  const moved = record(destination, { ...event, organizer: organizerIn(destination) });
  for (const { event: exception } of exceptions) {
    record(destination, { ...exception, organizer: organizerIn(destination) });
    leaveTombstone(source, exception.id);
  }
  leaveTombstone(source, id);
  return moved;
}

function organizerIn({ calendar }: EventContext): StoredEvent["event"]["organizer"] {
  return {
    email: calendar.id,
    displayName: calendar.primary ? undefined : calendar.summary,
    self: true,
  };
}

function leaveTombstone(context: EventContext, id: string): void {
  const left = context.calendar.events.get(id);
  const reference =
    left?.event.recurringEventId === undefined
      ? {}
      : {
          recurringEventId: left.event.recurringEventId,
          originalStartTime: left.event.originalStartTime,
        };
  record(context, { id, status: "cancelled", ...reference }, { bare: true });
}
