import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import type { Ids } from "../ids.ts";
import type { Clock } from "../ports.ts";
import type { Blocks } from "../store/blocks.ts";
import type { BookingForCalendar } from "../store/booking-rows.ts";
import type { Bookings } from "../store/bookings.ts";
import type { BusinessStore } from "../store/business.ts";
import type { Database } from "../store/database.ts";
import { type Connections, createConnections } from "../store/sync/connections.ts";
import { type Cursors, createCursors } from "../store/sync/cursors.ts";
import { type Exceptions, createExceptions } from "../store/sync/exceptions.ts";
import { createCounts } from "../store/counts.ts";
import { createWindow, type Window } from "../store/sync/window.ts";
import { type ForeignEvents, createForeignEvents } from "../store/sync/foreign-events.ts";
import { type Links, createLinks } from "../store/sync/links.ts";
import { type PendingChanges, createPendingChanges } from "../store/sync/pending-changes.ts";
import {
  type Attention,
  createAttention,
  createJournal,
  createRuns,
  type Journal,
  type Runs,
} from "../store/sync/records.ts";
import type { BookingForEvent, EventTitles } from "./event-of-booking.ts";

type ForCalendar = "forCalendar" | "occurrenceForCalendar";

/** The bookings of the schedule; those that make an event come with how it is to be called. */
export interface EventBookings extends Omit<Bookings, ForCalendar> {
  forCalendar(id: Id): BookingForEvent | undefined;
  occurrenceForCalendar(id: Id, originalStart: Instant): BookingForEvent | null | undefined;
}

function withTitles(bookings: Bookings, titles: () => EventTitles): EventBookings {
  const titled = <B extends BookingForCalendar | null | undefined>(booking: B) =>
    booking && { ...booking, titles: titles() };
  return {
    ...bookings,
    forCalendar: (id) => titled(bookings.forCalendar(id)),
    occurrenceForCalendar: (id, originalStart) =>
      titled(bookings.occurrenceForCalendar(id, originalStart)),
  };
}

/** Everything the engine remembers, and the schedule it works on. */
export interface SyncMemory {
  readonly db: Database;
  readonly clock: Clock;
  readonly business: BusinessStore;
  readonly bookings: EventBookings;
  readonly blocks: Blocks;
  readonly connections: Connections;
  readonly links: Links;
  readonly window: Window;
  readonly exceptions: Exceptions;
  readonly pending: PendingChanges;
  readonly cursors: Cursors;
  readonly foreign: ForeignEvents;
  readonly journal: Journal;
  readonly runs: Runs;
  readonly attention: Attention;
  /** Rows per table that a report names. */
  readonly counts: () => Readonly<Record<string, number>>;
}

/** The engine's memory over one database; the schedule's own repositories come from outside. */
export function createSyncMemory(
  parts: Pick<SyncMemory, "db" | "clock" | "business" | "blocks"> & {
    readonly bookings: Bookings;
    readonly ids: Ids;
    /** How the owner wants events to be called, asked each time. */
    readonly titles: () => EventTitles;
  },
): SyncMemory {
  const { ids, titles, ...schedule } = parts;
  const { db } = schedule;
  return {
    ...schedule,
    bookings: withTitles(schedule.bookings, titles),
    connections: createConnections(db),
    links: createLinks(db),
    window: createWindow(db),
    exceptions: createExceptions(db),
    pending: createPendingChanges(db),
    cursors: createCursors(db),
    foreign: createForeignEvents(db),
    journal: createJournal(db, ids),
    runs: createRuns(db, ids),
    attention: createAttention(db, ids),
    counts: createCounts(db),
  };
}
