import type { CalendarPreview, SyncRules } from "../../../src-shared/bridge/contract/sync.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Instant, Zone } from "../../../src-shared/domain/primitives.ts";
import { occurrencesBetween } from "../../../src-shared/time/recurrence/expand.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteCalendar, RemoteEvent } from "../calendars/remote-calendar.ts";
import { MAX_OCCURRENCES, SERIES_AHEAD_MS, spanOf } from "./apply-foreign.ts";
import { WINDOW_BACK_MS } from "./event-of-booking.ts";
import type { SyncMemory } from "./memory.ts";
import { listAll } from "./pull.ts";
import { mostKept, takesTime } from "./rules.ts";
import { bookingsToSend } from "./unlinked.ts";

export interface PreviewDeps {
  readonly memory: SyncMemory;
  /** Null for a calendar that does not exist yet. */
  readonly calendar: RemoteCalendar | null;
  readonly turn: () => Promise<void>;
  readonly rules: SyncRules;
}

type Span = ReturnType<typeof spanOf>;

/** As many overlaps are named; the others are counted. */
const OVERLAPS_NAMED = 7;

/** An event of our own blocks nothing: a link names it, or our mark on it does after a new start of the desk's data. */
function isForeign({ memory }: PreviewDeps, calendar: RemoteCalendar, event: RemoteEvent): boolean {
  if (memory.links.ofEvent(calendar.key, event.id) !== undefined) return false;
  return event.mark === null || memory.bookings.forCalendar(event.mark.bookingId) === undefined;
}

async function foreignEvents(deps: PreviewDeps, since: Instant): Promise<readonly RemoteEvent[]> {
  const { calendar, rules } = deps;
  if (calendar === null) return [];
  const { rows } = await listAll(calendar, { is: "window", windowStart: since }, deps.turn);
  return rows
    .flatMap((row) => (row.is === "live" && takesTime(rules, row.event) ? [row.event] : []))
    .filter((event) => isForeign(deps, calendar, event));
}

function spansOf(event: RemoteEvent, from: Instant, to: Instant, zone: Zone): readonly Span[] {
  const { time, recurrence } = event.fields;
  if (recurrence.length === 0) return [spanOf(time, zone)];
  const start = { start: time, lines: recurrence };
  const { occurrences } = occurrencesBetween(start, from, to, MAX_OCCURRENCES, zone);
  return occurrences.map((one) => spanOf(one.time, zone));
}

function overlapping(
  bookings: readonly ScheduledBooking[],
  busy: readonly Span[],
): readonly ScheduledBooking[] {
  const isTaken = ({ start, end }: Span) =>
    busy.some((span) => span.start < end && start < span.end);
  return bookings.filter((one) => one.status !== "cancelled" && isTaken(one));
}

/**
 * What connecting a calendar would do, told before it is done. Reads the calendar and writes nothing, here or there.
 * Rejects with `RemoteError`.
 */
export async function previewCalendar(deps: PreviewDeps): Promise<CalendarPreview> {
  const { memory, calendar } = deps;
  const now = memory.clock.now();
  const since = toInstant(now - WINDOW_BACK_MS);
  const events = await foreignEvents(deps, since);
  const lacking =
    calendar === null
      ? memory.bookings.inCalendarFrom(since)
      : bookingsToSend({ memory, calendar }, since);
  const zone = memory.business.find()?.zone ?? "UTC";
  const [from, to] = [toInstant(now), toInstant(now + SERIES_AHEAD_MS)];
  const busy = events.flatMap((event) => spansOf(event, from, to, zone));
  // Without busy time there is nothing to look for.
  const bookings = busy.length === 0 ? [] : memory.bookings.inRange(from, to);
  const overlaps = overlapping(bookings, busy);
  return {
    events: events.length,
    bookings: Math.min(lacking.length, mostKept(deps.rules)),
    overlapCount: overlaps.length,
    overlaps: overlaps
      .slice(0, OVERLAPS_NAMED)
      .map(({ id, customerName, start }) => ({ bookingId: id, customerName, start })),
  };
}
