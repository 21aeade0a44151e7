import type {
  DuplicateGroup,
  FullSyncReport,
  SyncStatus,
} from "../../../src-shared/bridge/contract/sync.ts";
import { AppError } from "../../../src-shared/errors.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteCalendar, RemoteEvent } from "../calendars/remote-calendar.ts";
import type { ForeignRow } from "../store/sync/foreign-events.ts";
import type { InWindow } from "../store/sync/window.ts";
import { describeTime } from "./describe.ts";
import { type BookingTime, findDuplicates } from "./duplicates.ts";
import { eventOfBooking, WINDOW_BACK_MS } from "./event-of-booking.ts";
import type { SyncMemory } from "./memory.ts";
import type { Pacer } from "./pacer.ts";
import { withAppErrors } from "./remote-errors.ts";
import type { Rhythm } from "./rhythm.ts";
import type { Rules } from "./rules.ts";
import type { Runner } from "./runner.ts";

export interface UpkeepDeps {
  readonly memory: SyncMemory;
  readonly runner: Runner;
  readonly pacer: Pacer;
  readonly rules: Rules;
  /** @throws AppError NOT_CONNECTED */
  readonly calendar: () => RemoteCalendar;
  readonly status: () => SyncStatus;
  readonly onScheduleChanged: () => void;
}

/** Titles of what others wrote stay in the calendar; a copy of our own event tells nothing new. */
function withoutTitles(group: DuplicateGroup): DuplicateGroup {
  if (group.kind === "copyOfBooking") return group;
  return { ...group, events: group.events.map((event) => ({ ...event, title: null })) };
}

/** What an owner can have done without disconnecting: a full comparison, and the removal of doubles. */
export function createUpkeep(deps: UpkeepDeps) {
  const { memory, runner } = deps;

  function foreignRows(calendar: RemoteCalendar): ForeignRow[] {
    return memory.foreign.ids(calendar.key).flatMap((id) => {
      const row = memory.foreign.find(calendar.key, id);
      return row === undefined ? [] : [row];
    });
  }

  function exceptionsOf(bookingId: Id): Rhythm["exceptions"] {
    const { bookings } = memory;
    const names = bookings.overridesForCalendar(bookingId);
    return new Map(
      names.map((name) => [name, bookings.occurrenceForCalendar(bookingId, name) ?? null]),
    );
  }

  function bookingTime({ id, isSeries }: InWindow): BookingTime[] {
    const booking = memory.bookings.forCalendar(id);
    const event = booking === undefined ? null : eventOfBooking(booking);
    if (event?.time.is !== "timed") return [];
    const exceptions = isSeries ? exceptionsOf(id) : new Map();
    const rhythm = { time: event.time, lines: event.recurrence, exceptions };
    return [{ id, customerName: booking?.customerName ?? "", rhythm }];
  }

  function duplicates(calendar: RemoteCalendar): DuplicateGroup[] {
    const now = memory.clock.now();
    const bookings = memory.window.list(toInstant(now - WINDOW_BACK_MS)).flatMap(bookingTime);
    return findDuplicates(foreignRows(calendar), bookings, now);
  }

  function forget(calendar: RemoteCalendar, event: RemoteEvent): void {
    const zone = memory.business.find()?.zone ?? "UTC";
    memory.db.write("sync.doubleRemoved", () => {
      memory.foreign.drop(calendar.key, event.id);
      memory.foreign.dropSeries(calendar.key, event.id);
      for (const name of memory.blocks.occurrencesOf(calendar.key, event.id))
        memory.blocks.removeOfGoogle(calendar.key, name);
      memory.journal.add(toInstant(memory.clock.now()), {
        direction: "out",
        action: "doubleRemoved",
        subject: describeTime(event.fields.time, zone),
        reason: "It was a double, and you chose to remove it.",
        bookingId: null,
        eventId: event.id,
      });
    });
  }

  return {
    async full(): Promise<FullSyncReport> {
      const calendar = deps.calendar();
      await runner.settled();
      // Without a cursor the next cycle reads everything, and queues only what differs.
      memory.cursors.drop(calendar.key);
      const before = memory.runs.lastId();
      await runner.runNow();
      const { rowsRead, writes } = memory.runs.totalsAfter(before);
      return { status: deps.status(), compared: rowsRead, written: writes };
    },
    duplicates: (): DuplicateGroup[] => {
      const groups = duplicates(deps.calendar());
      return deps.rules.read().showDetails ? groups : groups.map(withoutTitles);
    },
    /** Removes what the finder names, and nothing else. Each removal is committed on its own. */
    async removeDuplicates(eventIds: readonly string[]): Promise<{ removed: number }> {
      const calendar = deps.calendar();
      const doubles = new Set(
        duplicates(calendar).flatMap((group) => group.events.map(({ id }) => id)),
      );
      if (!eventIds.every((id) => doubles.has(id)))
        throw new AppError("NOT_FOUND", "One of these events is no double any more.");
      let removed = 0;
      for (const id of new Set(eventIds)) {
        const row = memory.foreign.find(calendar.key, id);
        if (row?.is !== "live") continue;
        await deps.pacer.turn();
        await withAppErrors(() => calendar.remove(id, row.event.etag));
        forget(calendar, row.event);
        removed += 1;
      }
      deps.onScheduleChanged();
      return { removed };
    },
  };
}
