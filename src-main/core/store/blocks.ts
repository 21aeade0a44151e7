import type { Block } from "../../../src-shared/domain/block.ts";
import type { Id, Instant, Zone } from "../../../src-shared/domain/primitives.ts";
import { spanOfDays, toInstant } from "../../../src-shared/time/zones.ts";
import type { Ids } from "../ids.ts";
import type { Database } from "./database.ts";
import { sqlOf, toBlock } from "./block-rows.ts";
import type { BlockRow } from "./block-rows.ts";
import { createBlockSeries } from "./block-series.ts";
import type { Expand } from "./expansion.ts";
import { compare } from "./occurrences.ts";

/** What a foreign event blocks. `allDay` comes with the whole local days of the business as `start` and `end`. */
export interface ForeignTime {
  readonly calendarKey: string;
  readonly remoteEventId: string;
  readonly seriesId: string | null;
  readonly start: Instant;
  readonly end: Instant;
  readonly allDay: Block["allDay"];
  readonly title: string;
}

type BlockSpan = Pick<Block, "start" | "end" | "allDay">;

interface TimeSpan {
  readonly start: Instant;
  readonly end: Instant;
}

/** A block with the event it was made out of; both null for a block of the desk. */
export interface BlockOrigin {
  readonly calendarKey: string | null;
  /** Names the event, or the one occurrence of a series. */
  readonly remoteEventId: string | null;
  readonly remoteSeriesId: string | null;
}

function sameTime(row: BlockRow, time: ForeignTime): boolean {
  return (
    row.start === time.start &&
    row.end === time.end &&
    row.title === time.title &&
    row.allDayFrom === (time.allDay?.from ?? null) &&
    row.allDayTo === (time.allDay?.to ?? null)
  );
}

export function createBlocks(db: Database, ids: Ids, expand: Expand) {
  const sql = sqlOf(db);
  const series = createBlockSeries(db, expand);

  function setStaff(id: Id, staffIds: readonly Id[]): void {
    sql.clearStaff.run({ id });
    for (const staffId of new Set(staffIds)) sql.addStaff.run({ id, staffId });
  }

  function put(block: Block, origin: BlockOrigin): void {
    const { staffIds, allDay, rrule: _rrule, originalStart: _occurrence, ...columns } = block;
    db.write("block.put", () => {
      const days = { allDayFrom: allDay?.from ?? null, allDayTo: allDay?.to ?? null };
      sql.put.run({ ...columns, ...days, ...origin });
      setStaff(block.id, staffIds);
    });
  }

  /** The desk's choice for this event, or else for its series. */
  function assignedStaff(calendarKey: string, eventId: string, seriesId: string | null): Id[] {
    const row = sql.assigned.get({ calendarKey, eventId, seriesId });
    return row === undefined ? [] : [row.staffId];
  }

  return {
    series,
    /** As it is stored: of a series its first occurrence, with the rule. */
    find(id: Id): Block | undefined {
      const row = sql.find.get({ id });
      return row === undefined ? undefined : toBlock(row);
    },
    /** Blocks that touch the time from `from` until before `to`, each occurrence of a series for itself, by start. */
    inRange(from: Instant, to: Instant): Block[] {
      const single = sql.range.all({ from, to }).map(toBlock);
      const repeated = series.inRange(from, to);
      return repeated.length === 0
        ? single
        : [...single, ...repeated].toSorted((a, b) => compare(a.start, b.start));
    },
    /** The desk's own blocks of whole days that end after `from`, by their first day. */
    wholeDays: (from: Instant): Block[] => sql.wholeDays.all({ from }).map(toBlock),
    /**
     * Makes or changes a block of the desk.
     * @param zone whose wall clock a series keeps
     * @param exceptions original starts that a series leaves out
     */
    putOfDesk(block: Block, zone: Zone, exceptions: readonly Instant[]): void {
      db.write("block.putOfDesk", () => {
        put(block, { calendarKey: null, remoteEventId: null, remoteSeriesId: null });
        series.put(block, zone, exceptions);
      });
    },
    remove(id: Id): boolean {
      return sql.remove.run({ id }) > 0;
    },
    originOf(id: Id): BlockOrigin | undefined {
      return sql.origin.get({ id });
    },

    /** Makes or changes the block of a foreign event; false if nothing differs, and then nothing is written. */
    putOfGoogle(time: ForeignTime): boolean {
      const { calendarKey, remoteEventId, seriesId, ...fields } = time;
      const found = sql.ofEvent.get({ calendarKey, remoteEventId });
      // Google allows events without length; they take up no time.
      if (time.end <= time.start) {
        sql.removeOfEvent.run({ calendarKey, remoteEventId });
        return false;
      }
      if (found !== undefined && sameTime(found, time)) return false;
      const staffIds =
        found === undefined
          ? assignedStaff(calendarKey, remoteEventId, seriesId)
          : toBlock(found).staffIds;
      const id = found?.id ?? ids.next();
      const revision = (found?.revision ?? 0) + 1;
      const origin = { calendarKey, remoteEventId, remoteSeriesId: seriesId };
      const single = { rrule: null, originalStart: null };
      put({ ...fields, ...single, id, revision, source: "google", staffIds }, origin);
      return true;
    },
    /** Frees the time of a foreign event; false if it blocked none. */
    removeOfGoogle(calendarKey: string, remoteEventId: string): boolean {
      return sql.removeOfEvent.run({ calendarKey, remoteEventId }) > 0;
    },
    /** The block of a foreign event stays, as one of the desk; false if it blocked nothing. */
    keepOfGoogle(calendarKey: string, remoteEventId: string): boolean {
      return sql.keepOfEvent.run({ calendarKey, remoteEventId }) > 0;
    },
    /** What of a foreign series blocks time: the names of its occurrences. */
    occurrencesOf(calendarKey: string, seriesId: string): string[] {
      return sql.ofSeries.all({ calendarKey, eventId: seriesId }).map((row) => row.remoteEventId);
    },
    /** When the block of a foreign event is, if it blocks anything. */
    spanOfGoogle(calendarKey: string, remoteEventId: string): BlockSpan | undefined {
      const row = sql.ofEvent.get({ calendarKey, remoteEventId });
      return row === undefined ? undefined : toBlock(row);
    },
    /** The names of the foreign events that block exactly this time. */
    namesAt: (calendarKey: string, { start, end }: TimeSpan): string[] =>
      sql.namesAt.all({ calendarKey, start, end }).map((row) => row.remoteEventId),
    /** How many times a calendar blocks that end after `from`. */
    countOfCalendar: (calendarKey: string, from: Instant): number =>
      sql.countAfter.get({ calendarKey, from })?.n ?? 0,
    countOfGoogle(): number {
      return sql.count.get()?.n ?? 0;
    },
    /** After a disconnect: frees the time of every foreign event. */
    removeAllOfGoogle(): number {
      return sql.removeAll.run();
    },
    /** After a disconnect: what Google blocked stays, as blocks of the desk. */
    keepAllOfGoogle(): number {
      return sql.keepAll.run();
    },

    /**
     * Gives the block of a foreign event to one staff member, or back to everyone (null). For a series the choice
     * holds for all of it, also for what Google sends later.
     */
    assign(calendarKey: string, remoteEventId: string, staffId: Id | null): void {
      db.write("block.assign", () => {
        const eventId = sql.seriesOf.get({ calendarKey, remoteEventId })?.seriesId ?? remoteEventId;
        if (staffId === null) sql.unassign.run({ calendarKey, eventId });
        else sql.assign.run({ calendarKey, eventId, staffId });
        for (const { id } of sql.ofSeries.all({ calendarKey, eventId })) {
          setStaff(id, staffId === null ? [] : [staffId]);
          sql.touch.run({ id });
        }
      });
    },
    /** After a change of the business's zone: all-day blocks cover the whole days of the new one. */
    respanAllDay(zone: Zone): void {
      db.write("block.respan", () => {
        for (const row of sql.allDay.all()) {
          const span = spanOfDays(row.allDayFrom, row.allDayTo, zone);
          sql.respan.run({ id: row.id, start: toInstant(span.start), end: toInstant(span.end) });
        }
      });
    },
  };
}
export type Blocks = ReturnType<typeof createBlocks>;
