import { fullSyncRequired, invalid } from "../errors.ts";
import { openToken, sealToken } from "../server/query.ts";
import type { Walks } from "../server/paging.ts";
import { takePage } from "../server/paging.ts";
import type { StoredEvent, WireEvent } from "../types.ts";
import { etagOf } from "../world.ts";
import type { ListQuery } from "./list-query.ts";
import { fingerprintOf, readListQuery } from "./list-query.ts";
import { renderEvent } from "./render.ts";
import type { Window } from "./rows.ts";
import { everything, expandRow, isInWindow, matchesFilters } from "./rows.ts";
import type { EventContext } from "./store.ts";
import { isMaster } from "./store.ts";
import { boundsOf } from "./times.ts";

/** What a sync token remembers. */
interface SyncState {
  readonly calendarId: string;
  readonly revision: number;
  readonly epoch: number;
  readonly issuedAt: number;
  readonly window: Window;
}

/** events.list: a full list, or the changes since a sync token. */
export function listEvents(
  context: EventContext,
  query: URLSearchParams,
  walks: Walks<StoredEvent>,
): Record<string, unknown> {
  const { world, calendar } = context;
  const asked = readListQuery(query, {
    now: world.now(),
    updatedMinLifeMs: world.switches.updatedMinLifeMs,
  });
  const since = asked.syncToken === undefined ? undefined : readSyncToken(context, asked.syncToken);
  const page = takePage(
    walks,
    {
      pageToken: asked.pageToken,
      size: asked.maxResults,
      fingerprint: `${calendar.id} ${asked.syncToken ?? ""} ${fingerprintOf(query)}`,
      emptyPages: world.switches.emptyPages,
    },
    () => ({
      rows: rowsFor(context, asked, since),
      syncToken: newSyncToken(context, asked, since),
    }),
  );
  const items = page.rows.map((row) => renderRow(context, row, asked));
  return { ...headOf(context, asked), ...withoutUndefined(page), items };
}

function withoutUndefined(page: {
  readonly nextPageToken: string | undefined;
  readonly nextSyncToken: string | undefined;
}): Record<string, string> {
  if (page.nextPageToken !== undefined) return { nextPageToken: page.nextPageToken };
  return page.nextSyncToken === undefined ? {} : { nextSyncToken: page.nextSyncToken };
}

export function headOf(context: EventContext, asked: { timeZone: string | undefined }): object {
  const { calendar, entry } = context;
  return {
    kind: "calendar#events",
    etag: etagOf(calendar.stamp),
    summary: calendar.summary,
    description: calendar.description,
    updated: new Date(calendar.updatedMs).toISOString(),
    timeZone: asked.timeZone ?? calendar.timeZone,
    accessRole: entry.accessRole,
    defaultReminders: entry.defaultReminders,
  };
}

function renderRow(context: EventContext, row: StoredEvent, asked: ListQuery): WireEvent {
  const bareCancelled =
    asked.syncToken !== undefined &&
    asked.showDeleted !== true &&
    context.world.switches.cancelledRowsInIncrements === "bare";
  return renderEvent(context, row, {
    timeZone: asked.timeZone,
    maxAttendees: asked.maxAttendees,
    bareCancelled,
  });
}

function rowsFor(
  context: EventContext,
  asked: ListQuery,
  since: SyncState | undefined,
): readonly StoredEvent[] {
  const window =
    since === undefined
      ? { fromMs: asked.timeMin ?? -Infinity, toMs: asked.timeMax ?? Infinity }
      : windowOfIncrement(context, since);
  const changed = [...context.calendar.events.values()].filter(
    (stored) =>
      (since === undefined || stored.revision > since.revision) &&
      (asked.updatedMin === undefined || stored.updatedMs >= asked.updatedMin),
  );
  const expands = asked.singleEvents || context.entry.accessRole === "freeBusyReader";
  const rows = expands
    ? changed.flatMap((stored) => expandRow(context, stored, window))
    : changed.filter((stored) => isInWindow(context, stored, window) || isGoneIn(since, stored));
  const listed = rows.filter(
    (stored) =>
      isListed(context, stored, asked, since, expands) &&
      (isGoneIn(since, stored) || matchesFilters(context, stored.event, asked)),
  );
  return order(context, listed, asked);
}

function windowOfIncrement(context: EventContext, since: SyncState): Window {
  return context.world.switches.incrementWindow === "remembered" ? since.window : everything;
}

/** A deletion is always in an increment, whatever the window was. */
function isGoneIn(since: SyncState | undefined, stored: StoredEvent): boolean {
  return since !== undefined && stored.event.status === "cancelled";
}

function isListed(
  context: EventContext,
  stored: StoredEvent,
  asked: ListQuery,
  since: SyncState | undefined,
  expands: boolean,
): boolean {
  if (stored.event.status !== "cancelled") return true;
  const showsDeleted =
    since !== undefined || asked.updatedMin !== undefined || asked.showDeleted === true;
  if (showsDeleted) return since === undefined || isReportedDeletion(context, stored);
  const isException = stored.event.recurringEventId !== undefined && !stored.orphaned;
  return isException && !expands && seriesLives(context, stored);
}

function seriesLives(context: EventContext, exception: StoredEvent): boolean {
  const master = context.calendar.events.get(exception.event.recurringEventId ?? "");
  return master !== undefined && master.event.status !== "cancelled";
}

/** Of a deleted series, increments may name the master, its exceptions or both. */
function isReportedDeletion(context: EventContext, stored: StoredEvent): boolean {
  const rows = context.world.switches.deletedSeriesRows;
  if (isMaster(stored.event)) {
    const hasExceptions = (context.calendar.exceptions.get(stored.event.id)?.size ?? 0) > 0;
    return rows !== "exceptionsOnly" || !hasExceptions;
  }
  return rows !== "masterOnly" || stored.statusBeforeSeries === undefined;
}

function order(
  context: EventContext,
  rows: readonly StoredEvent[],
  asked: ListQuery,
): readonly StoredEvent[] {
  const zone = context.calendar.timeZone;
  switch (asked.orderBy) {
    case "startTime":
      return rows.toSorted(
        (a, b) => (boundsOf(a.event, zone)?.startMs ?? 0) - (boundsOf(b.event, zone)?.startMs ?? 0),
      );
    case "updated":
      return rows.toSorted((a, b) => a.updatedMs - b.updatedMs || a.stamp - b.stamp);
    case undefined:
      return rows;
  }
}

function newSyncToken(
  context: EventContext,
  asked: ListQuery,
  since: SyncState | undefined,
): string | undefined {
  const { calendar, world } = context;
  if (asked.q !== undefined || asked.iCalUID !== undefined) return undefined;
  if (asked.orderBy !== undefined && !world.switches.orderedListsGiveSyncTokens) return undefined;
  const window = since?.window ?? {
    fromMs: asked.timeMin ?? -Infinity,
    toMs: asked.timeMax ?? Infinity,
  };
  const unchanged = since?.revision === calendar.revision;
  return sealToken({
    calendarId: calendar.id,
    revision: calendar.revision,
    epoch: calendar.tokenEpoch,
    issuedAt: unchanged ? since.issuedAt : world.now(),
    from: window.fromMs === -Infinity ? null : window.fromMs,
    to: window.toMs === Infinity ? null : window.toMs,
  });
}

function readSyncToken(context: EventContext, token: string): SyncState {
  const { world, calendar } = context;
  const content = openToken(token);
  if (content === undefined || typeof content["revision"] !== "number") {
    throw world.switches.garbageSyncToken === 410
      ? fullSyncRequired()
      : invalid("Invalid sync token value.", "syncToken");
  }
  const state: SyncState = {
    calendarId: String(content["calendarId"]),
    revision: content["revision"],
    epoch: Number(content["epoch"]),
    issuedAt: Number(content["issuedAt"]),
    window: {
      fromMs: typeof content["from"] === "number" ? content["from"] : -Infinity,
      toMs: typeof content["to"] === "number" ? content["to"] : Infinity,
    },
  };
  const dead =
    state.calendarId !== calendar.id ||
    state.epoch !== calendar.tokenEpoch ||
    world.now() - state.issuedAt > world.switches.syncTokenLifeMs;
  if (dead) throw fullSyncRequired();
  return state;
}
