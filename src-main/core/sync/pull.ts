import type { Instant } from "../../../src-shared/domain/primitives.ts";
import {
  type ListFrom,
  type RemoteCalendar,
  RemoteError,
  type RemoteRow,
} from "../calendars/remote-calendar.ts";
import { CLOCK_TOLERANCE_MS } from "../../../src-shared/sync-status.ts";
import type { Cursor } from "../store/sync/cursors.ts";
import { WINDOW_BACK_MS } from "./event-of-booking.ts";

/** Everything that one complete list said. Nothing of it is applied before the last page is here. */
export interface Pulled {
  readonly kind: "changes" | "full";
  readonly windowStart: Instant;
  /** One row per event, the last that was sent. */
  readonly rows: readonly RemoteRow[];
  readonly nextCursor: string | null;
}

/** A list with more pages than this can't end: 2,500 rows a page make this 2.5 million events. */
const MAX_PAGES = 1_000;

/** A cursor keeps the window of its first list, so that list is made anew each week (sync-engine.md, The window). */
export const RELIST_MS = 7 * 86_400_000;

/** Whether a list from there on, looked at `now`, lacks events that the window holds: its clock was ahead. */
export function beganTooLate(windowStart: Instant, now: number): boolean {
  return Date.parse(windowStart) > now - WINDOW_BACK_MS + CLOCK_TOLERANCE_MS;
}

/**
 * Whether the cursor can still be used: for these parameters, listed less than a week (plus the offset) ago, and for a
 * window that reaches far enough back.
 */
export function isUsable(
  cursor: Cursor,
  calendar: RemoteCalendar,
  now: number,
  offsetMs: number,
): boolean {
  return (
    cursor.parameters === calendar.parameters &&
    now - Date.parse(cursor.listedAt) < RELIST_MS + offsetMs &&
    !beganTooLate(cursor.windowStart, now)
  );
}

function lastOfEach(rows: readonly RemoteRow[]): readonly RemoteRow[] {
  const byId = new Map<string, RemoteRow>();
  const nameless: RemoteRow[] = [];
  for (const row of rows) {
    const id = row.is === "live" ? row.event.id : row.id;
    if (id === null) nameless.push(row);
    else byId.set(id, row);
  }
  return [...byId.values(), ...nameless];
}

/**
 * Reads all pages of one list. Rejects with `RemoteError`, and then nothing was learnt.
 * @param turn waits until one more request may be sent
 */
export async function listAll(
  calendar: RemoteCalendar,
  from: ListFrom,
  turn: () => Promise<void>,
): Promise<{ readonly rows: readonly RemoteRow[]; readonly nextCursor: string | null }> {
  const rows: RemoteRow[] = [];
  const pagesSeen = new Set<string>();
  let page: string | null = null;
  for (let count = 0; count < MAX_PAGES; count += 1) {
    await turn();
    const answer = await calendar.list(from, page);
    rows.push(...answer.rows);
    page = answer.nextPage;
    if (page === null) return { rows: lastOfEach(rows), nextCursor: answer.nextCursor };
    if (pagesSeen.has(page)) break;
    pagesSeen.add(page);
  }
  throw new RemoteError({ is: "badAnswer" }, "The list of events does not end.");
}

/**
 * What changed since the cursor; everything from the window's start on where there is no usable cursor or the
 * calendar refuses it.
 */
export async function pull(
  calendar: RemoteCalendar,
  cursor: Cursor | undefined,
  windowStart: Instant,
  turn: () => Promise<void>,
): Promise<Pulled> {
  if (cursor !== undefined) {
    try {
      const list = await listAll(calendar, { is: "cursor", token: cursor.token }, turn);
      return { kind: "changes", windowStart: cursor.windowStart, ...list };
    } catch (error) {
      if (!(error instanceof RemoteError) || error.failure.is !== "cursorExpired") throw error;
    }
  }
  const list = await listAll(calendar, { is: "window", windowStart }, turn);
  return { kind: "full", windowStart, ...list };
}
