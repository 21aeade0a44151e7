import { DeskAnswer, RequestSnapshot } from "../../../../src-shared/companion/wire.ts";
import type { Id, Instant } from "../../../../src-shared/domain/primitives.ts";
import type { Database } from "../database.ts";
import { readJson } from "../json.ts";

export type Decision = "waiting" | "taken" | "declined" | "withdrawn";

/** A customer's request and what the desk made of it. */
export interface OnlineRequest {
  readonly id: Id;
  readonly bookingId: Id | null;
  readonly sequence: number;
  readonly asked: RequestSnapshot;
  readonly decision: Decision;
  /** Code of a decline. */
  readonly reason: string;
  /** The answer that the companion has. */
  readonly told: DeskAnswer | null;
  readonly receivedAt: Instant;
  /** The revision of the booking of which the customer is told on the page alone; null: also by mail. */
  readonly quietRevision: number | null;
}

interface Row {
  readonly id: string;
  readonly bookingId: string | null;
  readonly sequence: number;
  readonly asked: string;
  readonly decision: Decision;
  readonly reason: string;
  readonly told: string | null;
  readonly receivedAt: string;
  readonly quietRevision: number | null;
}

function toRequest(row: Row): OnlineRequest {
  return {
    ...row,
    asked: readJson(RequestSnapshot, row.asked, "request"),
    told: row.told === null ? null : readJson(DeskAnswer, row.told, "answer"),
  };
}

const COLUMNS = `r.id, r.booking_id AS bookingId, r.sequence, r.asked, r.decision, r.reason, r.told,
  r.received_at AS receivedAt, r.quiet_revision AS quietRevision`;

function statements(db: Database) {
  return {
    find: db.statement<Row>(
      "onlineRequest.find",
      `SELECT ${COLUMNS} FROM online_request r WHERE r.id = :id`,
    ),
    ofBooking: db.statement<Row>(
      "onlineRequest.ofBooking",
      `SELECT ${COLUMNS} FROM online_request r WHERE r.booking_id = :bookingId`,
    ),
    waiting: db.statement<Row>(
      "onlineRequest.waiting",
      `SELECT ${COLUMNS} FROM online_request r WHERE r.decision = 'waiting' ORDER BY r.received_at, r.id`,
    ),
    // What is long past is settled, whatever is edited in its booking.
    current: db.statement<Row>(
      "onlineRequest.current",
      `SELECT ${COLUMNS} FROM online_request r LEFT JOIN booking b ON b.id = r.booking_id
       WHERE r.decision IN ('taken', 'declined') AND (r.told IS NULL OR b.end > :since) ORDER BY r.id`,
    ),
    put: db.statement(
      "onlineRequest.put",
      `INSERT INTO online_request VALUES
         (:id, :bookingId, :sequence, :asked, :decision, :reason, :told, :receivedAt, :quietRevision)
       ON CONFLICT (id) DO UPDATE SET
         booking_id = excluded.booking_id, sequence = excluded.sequence, asked = excluded.asked,
         decision = excluded.decision, reason = excluded.reason, told = excluded.told,
         quiet_revision = excluded.quiet_revision`,
    ),
  };
}

export function createRequestStore(db: Database) {
  const sql = statements(db);
  return {
    find(id: Id): OnlineRequest | undefined {
      const row = sql.find.get({ id });
      return row === undefined ? undefined : toRequest(row);
    },
    ofBooking(bookingId: Id): OnlineRequest | undefined {
      const row = sql.ofBooking.get({ bookingId });
      return row === undefined ? undefined : toRequest(row);
    },
    /** Those that a person has to decide, the oldest first. */
    waiting: (): OnlineRequest[] => sql.waiting.all().map(toRequest),
    /** Decided ones of which the companion may still have to learn something; bookings that ended before `since` not. */
    current: (since: Instant): OnlineRequest[] => sql.current.all({ since }).map(toRequest),
    put(request: OnlineRequest): void {
      sql.put.run({
        ...request,
        asked: JSON.stringify(request.asked),
        told: request.told === null ? null : JSON.stringify(request.told),
      });
    },
  };
}
export type RequestStore = ReturnType<typeof createRequestStore>;
