import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteCalendar, RemoteRow } from "../calendars/remote-calendar.ts";
import type { Cursor } from "../store/sync/cursors.ts";
import type { Link } from "../store/sync/links.ts";
import { createForeignApplier } from "./apply-foreign.ts";
import { createOwnApplier } from "./apply-own.ts";
import { WINDOW_BACK_MS } from "./event-of-booking.ts";
import { describeVanished, type GuardAnswers, type GuardAsks, mustAsk } from "./guard.ts";
import type { SyncMemory } from "./memory.ts";
import type { Loss } from "./releases.ts";
import type { Pulled } from "./pull.ts";
import type { SyncRules } from "../../../src-shared/bridge/contract/sync.ts";
import type { SyncScope } from "./scope.ts";

export interface ApplyOptions {
  readonly memory: SyncMemory;
  readonly calendar: RemoteCalendar;
  readonly rules: SyncRules;
  readonly scope: SyncScope;
  readonly vanished: GuardAnswers["vanished"];
}

export type Applied =
  | { readonly is: "applied"; readonly scheduleChanged: boolean }
  /** Nothing was changed; the same list is asked for again after the answer. */
  | GuardAsks;

/** A cursor that brought nothing new is saved at least this often; an older one works as well until then (facts, A). */
const RENEW_CURSOR_MS = 86_400_000;

/** Undoes the transaction in which it turned out that so much would go. */
class MustAsk extends Error {
  readonly asks: GuardAsks;

  constructor(asks: GuardAsks) {
    super("A person has to be asked first.");
    this.asks = asks;
  }
}

function idOf(row: RemoteRow): string | null {
  return row.is === "live" ? row.event.id : row.id;
}

/**
 * Applies one complete list in one transaction together with its new cursor, so that a crash leaves either all of
 * it or nothing. Foreign rows come first: whether an own event may move depends on the blocks.
 */
export function applyPulled(
  options: ApplyOptions,
  pulled: Pulled,
  before: Cursor | undefined,
): Applied {
  const { memory, calendar } = options;
  const now = toInstant(memory.clock.now());
  const isIdle = pulled.kind === "changes" && pulled.rows.length === 0;
  if (isIdle && !needsRenewal(before, pulled, memory.clock.now()))
    return { is: "applied", scheduleChanged: false };
  try {
    return memory.db.write("sync.apply", () => {
      const scheduleChanged = applyRows(options, pulled, now);
      if (pulled.nextCursor !== null) {
        memory.cursors.save(calendar.key, {
          token: pulled.nextCursor,
          windowStart: pulled.windowStart,
          parameters: calendar.parameters,
          listedAt: pulled.kind === "full" ? now : (before?.listedAt ?? now),
          savedAt: now,
        });
      }
      return { is: "applied", scheduleChanged };
    });
  } catch (error) {
    if (error instanceof MustAsk) return error.asks;
    throw error;
  }
}

function needsRenewal(before: Cursor | undefined, pulled: Pulled, now: number): boolean {
  if (before === undefined || pulled.nextCursor === null || pulled.nextCursor === before.token)
    return false;
  return now - Date.parse(before.savedAt) > RENEW_CURSOR_MS;
}

/** After the owner changed what is shown of foreign events: shows all of them anew. */
export function showForeignAgain(options: ApplyOptions): void {
  const { memory } = options;
  const now = memory.clock.now();
  memory.db.write("sync.showAgain", () => {
    createForeignApplier(options, toInstant(now - WINDOW_BACK_MS), toInstant(now)).showAgain();
  });
}

/** Foreign events that a complete list does not name. */
function vanishedEvents({ memory, calendar }: ApplyOptions, pulled: Pulled): readonly string[] {
  const listed = new Set(pulled.rows.map(idOf));
  return memory.foreign.ids(calendar.key).filter((id) => !listed.has(id));
}

function seriesOf(row: RemoteRow): string | null {
  if (row.is === "malformed") return null;
  return row.is === "live" ? row.event.seriesId : row.seriesId;
}

/**
 * One event that the calendar says was deleted or shortened is one act of a person, however many times it blocked: its
 * time is free at once (S7). What a complete list does not name was said by nobody.
 */
function isUnusual({ kind }: Pulled, { remove, known, events }: Loss): boolean {
  if (kind === "changes" && events === 1) return false;
  return mustAsk(remove, known);
}

function applyRows(options: ApplyOptions, pulled: Pulled, now: Instant): boolean {
  const { memory, calendar } = options;
  const own = createOwnApplier(options, now);
  const foreign = createForeignApplier(options, pulled.windowStart, now);
  const ofBookings: { readonly link: Link; readonly row: RemoteRow }[] = [];
  // Whose they are is known once every master was read: it may come later in the same list.
  const ofSeries: { readonly seriesId: string; readonly row: RemoteRow }[] = [];
  for (const row of pulled.rows) {
    const id = idOf(row);
    const seriesId = seriesOf(row);
    const link =
      id === null ? undefined : (memory.links.ofEvent(calendar.key, id) ?? own.adopt(row));
    // Whoever's it is: nothing is known of it but that it needs a look.
    if (row.is === "malformed") foreign.apply(row);
    else if (link !== undefined) ofBookings.push({ link, row });
    else if (seriesId === null) foreign.apply(row);
    else ofSeries.push({ seriesId, row });
  }
  const occurrences = ofSeries.map(({ seriesId, row }) => ({
    link: memory.links.ofEvent(calendar.key, seriesId),
    row,
  }));
  for (const { link, row } of occurrences) if (link === undefined) foreign.apply(row);
  if (pulled.kind === "full") foreign.sweep(vanishedEvents(options, pulled));
  const loss = foreign.rebuild();
  const { remove, known, times } = loss;
  if (options.vanished === null && isUnusual(pulled, loss)) {
    const guard = { kind: "blocksVanish", remove, known } as const;
    throw new MustAsk({ is: "asks", guard, about: describeVanished(memory, times) });
  }
  foreign.finish();
  for (const { link, row } of ofBookings) own.apply(link, row);
  for (const { link, row } of occurrences) if (link !== undefined) own.applyOccurrence(link, row);
  if (pulled.kind === "full") own.missing(new Set(pulled.rows.map(idOf)), pulled.windowStart);
  return own.changed() || foreign.changed();
}
