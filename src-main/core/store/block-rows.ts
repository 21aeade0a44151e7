import type { Block } from "../../../src-shared/domain/block.ts";
import type { CalendarDate, Id } from "../../../src-shared/domain/primitives.ts";
import type { Database } from "./database.ts";

/** How the block table is read and written. */

export interface BlockRow extends Omit<Block, "staffIds" | "allDay" | "originalStart"> {
  readonly allDayFrom: CalendarDate | null;
  readonly allDayTo: CalendarDate | null;
  /** Joined by commas; null means everyone. */
  readonly staffIds: string | null;
}

interface OriginRow {
  readonly calendarKey: string | null;
  readonly remoteEventId: string | null;
  readonly remoteSeriesId: string | null;
}

interface AllDayRow {
  readonly id: Id;
  readonly allDayFrom: CalendarDate;
  readonly allDayTo: CalendarDate;
}

/** @param more further columns, each with a comma behind it */
export const SELECT_BLOCK = (more = ""): string => `
  SELECT b.id, b.revision, b.source, b.start, b.end, b.all_day_from AS allDayFrom, b.all_day_to AS allDayTo, b.title,
         b.rrule, ${more} (SELECT group_concat(staff_id) FROM block_staff WHERE block_id = b.id) AS staffIds
  FROM block b`;
const SELECT = SELECT_BLOCK();

export function toBlock(row: BlockRow): Block {
  const { allDayFrom, allDayTo, staffIds, ...block } = row;
  return {
    ...block,
    originalStart: null,
    staffIds: staffIds?.split(",") ?? [],
    allDay: allDayFrom === null || allDayTo === null ? null : { from: allDayFrom, to: allDayTo },
  };
}

function reading(db: Database) {
  return {
    find: db.statement<BlockRow>("block.find", `${SELECT} WHERE b.id = :id`),
    // The unary plus leaves the index on the start aside: of all blocks ever, few end after a recent day.
    range: db.statement<BlockRow>(
      "block.range",
      `${SELECT} WHERE b.rrule IS NULL AND b.end > :from AND +b.start < :to ORDER BY b.start, b.id`,
    ),
    wholeDays: db.statement<BlockRow>(
      "block.wholeDays",
      `${SELECT} WHERE b.end > :from AND b.all_day_from IS NOT NULL AND b.source = 'desk'
       ORDER BY b.all_day_from, b.id`,
    ),
    origin: db.statement<OriginRow>(
      "block.origin",
      `SELECT calendar_key AS calendarKey, remote_event_id AS remoteEventId, remote_series_id AS remoteSeriesId
       FROM block WHERE id = :id`,
    ),
    ofEvent: db.statement<BlockRow>(
      "block.ofEvent",
      `${SELECT} WHERE b.calendar_key = :calendarKey AND b.remote_event_id = :remoteEventId`,
    ),
    count: db.statement<{ n: number }>(
      "block.count",
      "SELECT count(*) AS n FROM block WHERE source = 'google'",
    ),
    countAfter: db.statement<{ n: number }>(
      "block.countAfter",
      "SELECT count(*) AS n FROM block WHERE calendar_key = :calendarKey AND end > :from",
    ),
    namesAt: db.statement<{ remoteEventId: string }>(
      "block.namesAt",
      `SELECT remote_event_id AS remoteEventId FROM block
       WHERE start = :start AND +end = :end AND +calendar_key = :calendarKey`,
    ),
    allDay: db.statement<AllDayRow>(
      "block.allDay",
      `SELECT id, all_day_from AS allDayFrom, all_day_to AS allDayTo FROM block
       WHERE all_day_from IS NOT NULL AND all_day_to IS NOT NULL`,
    ),
  };
}

const KEEP = `
  UPDATE block SET source = 'desk', calendar_key = NULL, remote_event_id = NULL, remote_series_id = NULL,
    revision = revision + 1`;

function writing(db: Database) {
  return {
    put: db.statement(
      "block.put",
      `INSERT INTO block (id, revision, source, start, end, all_day_from, all_day_to, title,
         calendar_key, remote_event_id, remote_series_id)
       VALUES (:id, :revision, :source, :start, :end, :allDayFrom, :allDayTo, :title,
         :calendarKey, :remoteEventId, :remoteSeriesId)
       ON CONFLICT (id) DO UPDATE SET
         revision = excluded.revision, start = excluded.start, end = excluded.end, title = excluded.title,
         all_day_from = excluded.all_day_from, all_day_to = excluded.all_day_to`,
    ),
    clearStaff: db.statement("block.clearStaff", "DELETE FROM block_staff WHERE block_id = :id"),
    addStaff: db.statement(
      "block.addStaff",
      "INSERT INTO block_staff (block_id, staff_id) VALUES (:id, :staffId)",
    ),
    touch: db.statement("block.touch", "UPDATE block SET revision = revision + 1 WHERE id = :id"),
    remove: db.statement("block.remove", "DELETE FROM block WHERE id = :id"),
    removeOfEvent: db.statement(
      "block.removeOfEvent",
      "DELETE FROM block WHERE calendar_key = :calendarKey AND remote_event_id = :remoteEventId",
    ),
    removeAll: db.statement("block.removeAll", "DELETE FROM block WHERE source = 'google'"),
    keepOfEvent: db.statement(
      "block.keepOfEvent",
      `${KEEP} WHERE source = 'google' AND calendar_key = :calendarKey AND remote_event_id = :remoteEventId`,
    ),
    keepAll: db.statement("block.keepAll", `${KEEP} WHERE source = 'google'`),
    respan: db.statement(
      "block.respan",
      `UPDATE block SET start = :start, end = :end, revision = revision + 1
       WHERE id = :id AND (start <> :start OR end <> :end)`,
    ),
  };
}

/** Whom a foreign event or its series blocks, by the desk's choice. */
function assigning(db: Database) {
  return {
    assigned: db.statement<{ staffId: Id }>(
      "block.assigned",
      `SELECT staff_id AS staffId FROM foreign_assignment
       WHERE calendar_key = :calendarKey AND event_id IN (:eventId, :seriesId)
       ORDER BY event_id <> :eventId LIMIT 1`,
    ),
    seriesOf: db.statement<{ seriesId: string | null }>(
      "block.seriesOf",
      `SELECT remote_series_id AS seriesId FROM block
       WHERE calendar_key = :calendarKey AND remote_event_id = :remoteEventId`,
    ),
    ofSeries: db.statement<{ id: Id; remoteEventId: string }>(
      "block.ofSeries",
      `SELECT id, remote_event_id AS remoteEventId FROM block
       WHERE calendar_key = :calendarKey AND (remote_event_id = :eventId OR remote_series_id = :eventId)`,
    ),
    assign: db.statement(
      "block.assign",
      `INSERT INTO foreign_assignment (calendar_key, event_id, staff_id) VALUES (:calendarKey, :eventId, :staffId)
       ON CONFLICT (calendar_key, event_id) DO UPDATE SET staff_id = excluded.staff_id`,
    ),
    unassign: db.statement(
      "block.unassign",
      "DELETE FROM foreign_assignment WHERE calendar_key = :calendarKey AND event_id = :eventId",
    ),
  };
}

export function sqlOf(db: Database) {
  return { ...reading(db), ...writing(db), ...assigning(db) };
}
