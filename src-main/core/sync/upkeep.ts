import type {
  DuplicateGroup,
  FullSyncReport,
  SyncStatus,
} from "../../../src-shared/bridge/contract/sync.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { RemoteCalendar, RemoteEvent } from "../calendars/remote-calendar.ts";
import { describeTime } from "./describe.ts";
import { findDuplicates } from "./duplicates.ts";
import { WINDOW_BACK_MS } from "./event-of-booking.ts";
import type { SyncMemory } from "./memory.ts";
import type { Pacer } from "./pacer.ts";
import { withAppErrors } from "./remote-errors.ts";
import type { Runner } from "./runner.ts";

export interface UpkeepDeps {
  readonly memory: SyncMemory;
  readonly runner: Runner;
  readonly pacer: Pacer;
  /** @throws AppError NOT_CONNECTED */
  readonly calendar: () => RemoteCalendar;
  readonly status: () => SyncStatus;
  readonly onScheduleChanged: () => void;
}

/** What an owner can have done without disconnecting: a full comparison, and the removal of doubles. */
export function createUpkeep(deps: UpkeepDeps) {
  const { memory, runner } = deps;

  function foreignEvents(calendar: RemoteCalendar): RemoteEvent[] {
    return memory.foreign.ids(calendar.key).flatMap((id) => {
      const row = memory.foreign.find(calendar.key, id);
      return row?.is === "live" ? [row.event] : [];
    });
  }

  function duplicates(calendar: RemoteCalendar): DuplicateGroup[] {
    const since = toInstant(memory.clock.now() - WINDOW_BACK_MS);
    const bookings = memory.window.list(since).flatMap(({ id }) => {
      const booking = memory.bookings.forCalendar(id);
      if (booking === undefined) return [];
      const { customerName, start, end } = booking;
      return [{ id, customerName: customerName ?? "", start, end }];
    });
    return findDuplicates(foreignEvents(calendar), bookings);
  }

  function forget(calendar: RemoteCalendar, event: RemoteEvent): void {
    const zone = memory.business.find()?.zone ?? "UTC";
    memory.db.write("sync.doubleRemoved", () => {
      memory.foreign.drop(calendar.key, event.id);
      memory.blocks.removeOfGoogle(calendar.key, event.id);
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
    duplicates: (): DuplicateGroup[] => duplicates(deps.calendar()),
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
