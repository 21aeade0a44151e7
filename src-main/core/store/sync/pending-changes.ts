import type { Id, Instant } from "../../../../src-shared/domain/primitives.ts";
import type { Database } from "../database.ts";

/** One booking that differs from what its calendar holds. What has to be done is decided when it is pushed. */
export interface PendingChange {
  readonly bookingId: Id;
  /** Rises with every edit. */
  readonly version: number;
  readonly since: Instant;
  readonly start: Instant;
  readonly attempts: number;
}

export interface ParkedChange extends PendingChange {
  readonly code: string;
  readonly reason: string;
}

/** What waits to be sent, what was refused, and what of that a person skipped. */
interface QueueCounts {
  readonly waiting: number;
  readonly parked: number;
  readonly skipped: number;
}

/** A parked change that somebody chose to leave; it stays unsent and says so, but asks for nothing. */
export const SKIPPED = "SKIPPED";

interface Row {
  readonly booking_id: string;
  readonly version: number;
  readonly since: string;
  readonly start: string;
  readonly attempts: number;
  readonly parked_code: string | null;
  readonly parked_reason: string | null;
}

function toChange(row: Row): PendingChange {
  return {
    bookingId: row.booking_id,
    version: row.version,
    since: row.since,
    start: row.start,
    attempts: row.attempts,
  };
}

function toParked(row: Row): ParkedChange {
  return { ...toChange(row), code: row.parked_code ?? "", reason: row.parked_reason ?? "" };
}

const QUEUE = `
  INSERT INTO pending_change (booking_id, version, since, start, attempts)
  SELECT id, 1, :now, start, 0 FROM booking WHERE id = :bookingId
  ON CONFLICT (booking_id) DO UPDATE SET
    version = version + 1, start = excluded.start, attempts = 0, parked_code = NULL, parked_reason = NULL`;

function statements(db: Database) {
  return {
    queue: db.statement("pending.queue", QUEUE),
    forgive: db.statement(
      "pending.forgive",
      "UPDATE link SET restores = 0 WHERE booking_id = :bookingId",
    ),
    forgiveOccurrences: db.statement(
      "pending.forgiveOccurrences",
      "UPDATE link_exception SET restores = 0 WHERE booking_id = :bookingId",
    ),
    settle: db.statement(
      "pending.settleAttention",
      "UPDATE attention SET settled_at = :now, theirs = NULL WHERE booking_id = :bookingId AND settled_at IS NULL",
    ),
    upcoming: db.statement<Row>(
      "pending.upcoming",
      `SELECT * FROM pending_change WHERE parked_code IS NULL AND start >= :from ORDER BY start, booking_id LIMIT :limit`,
    ),
    past: db.statement<Row>(
      "pending.past",
      `SELECT * FROM pending_change WHERE parked_code IS NULL AND start < :from ORDER BY start DESC, booking_id LIMIT :limit`,
    ),
    find: db.statement<Row>(
      "pending.find",
      "SELECT * FROM pending_change WHERE booking_id = :bookingId",
    ),
    done: db.statement(
      "pending.done",
      "DELETE FROM pending_change WHERE booking_id = :bookingId AND version = :version",
    ),
    failed: db.statement(
      "pending.failed",
      "UPDATE pending_change SET attempts = attempts + 1 WHERE booking_id = :bookingId",
    ),
    park: db.statement(
      "pending.park",
      `UPDATE pending_change SET parked_code = :code, parked_reason = :reason
       WHERE booking_id = :bookingId AND version = :version`,
    ),
    unpark: db.statement(
      "pending.unpark",
      `UPDATE pending_change SET parked_code = NULL, parked_reason = NULL, attempts = 0, version = version + 1
       WHERE booking_id = :bookingId AND parked_code IS NOT NULL`,
    ),
    skip: db.statement(
      "pending.skip",
      `UPDATE pending_change SET parked_code = '${SKIPPED}' WHERE booking_id = :bookingId AND parked_code IS NOT NULL`,
    ),
    unskip: db.statement(
      "pending.unskip",
      `UPDATE pending_change SET parked_code = NULL, parked_reason = NULL, attempts = 0, version = version + 1
       WHERE parked_code = '${SKIPPED}'`,
    ),
    skipDeletions: db.statement(
      "pending.skipDeletions",
      `UPDATE pending_change SET parked_code = '${SKIPPED}', parked_reason = 'The event was kept, as you answered.'
       WHERE parked_code IS NULL AND booking_id IN (SELECT id FROM booking WHERE status = 'cancelled')`,
    ),
    parked: db.statement<Row>(
      "pending.parked",
      `SELECT * FROM pending_change WHERE parked_code IS NOT NULL AND parked_code <> '${SKIPPED}' ORDER BY since DESC`,
    ),
    counts: db.statement<QueueCounts>(
      "pending.counts",
      `SELECT coalesce(sum(parked_code IS NULL), 0) AS waiting,
              coalesce(sum(parked_code IS NOT NULL AND parked_code <> '${SKIPPED}'), 0) AS parked,
              coalesce(sum(parked_code = '${SKIPPED}'), 0) AS skipped
       FROM pending_change`,
    ),
  };
}

/**
 * The queue of the push. `enqueue` belongs into the transaction that changes the booking, so that nothing can be
 * edited without being queued; further edits before a push collapse into the one row.
 */
export function createPendingChanges(db: Database) {
  const sql = statements(db);
  return {
    /** A person changed the booking: what was asked about it before is answered by that. */
    enqueue(bookingId: Id, now: Instant): void {
      sql.queue.run({ bookingId, now });
      sql.forgive.run({ bookingId });
      sql.forgiveOccurrences.run({ bookingId });
      sql.settle.run({ bookingId, now });
    },
    /** The engine found the calendar to differ: queued without answering any question. */
    requeue(bookingId: Id, now: Instant): void {
      sql.queue.run({ bookingId, now });
    },
    /** Changes to send, the nearest from `from` on first, then the past ones backwards. */
    next(from: Instant, limit: number): PendingChange[] {
      const upcoming = sql.upcoming.all({ from, limit });
      const rest = limit - upcoming.length;
      const past = rest > 0 ? sql.past.all({ from, limit: rest }) : [];
      return [...upcoming, ...past].map(toChange);
    },
    find(bookingId: Id): PendingChange | undefined {
      const row = sql.find.get({ bookingId });
      return row === undefined ? undefined : toChange(row);
    },
    /** Takes the row out unless the booking was edited since `version` was read. */
    done(bookingId: Id, version: number): boolean {
      return sql.done.run({ bookingId, version }) > 0;
    },
    failed(bookingId: Id): void {
      sql.failed.run({ bookingId });
    },
    park(bookingId: Id, version: number, code: string, reason: string): void {
      sql.park.run({ bookingId, version, code, reason });
    },
    unpark(bookingId: Id): boolean {
      return sql.unpark.run({ bookingId }) > 0;
    },
    skip(bookingId: Id): boolean {
      return sql.skip.run({ bookingId }) > 0;
    },
    /** Back into the queue with all that was skipped; how many. */
    unskip(): number {
      return sql.unskip.run();
    },
    /** Cancelled bookings whose events a person chose to keep in the calendar. */
    skipDeletions(): number {
      return sql.skipDeletions.run();
    },
    parked(): ParkedChange[] {
      return sql.parked.all().map(toParked);
    },
    counts(): QueueCounts {
      return sql.counts.get() ?? { waiting: 0, parked: 0, skipped: 0 };
    },
  };
}
export type PendingChanges = ReturnType<typeof createPendingChanges>;
