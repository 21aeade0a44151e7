import { z } from "zod";
import type { Actor, BookingLogEntry } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import type { Ids } from "../ids.ts";
import type { Database } from "./database.ts";
import { readJson } from "./json.ts";

/** What can happen to a booking; each is a key below `bookingLog.` of the words catalogue. */
export type BookingAction =
  | "created"
  /** `fromStart`, `fromEnd`, `start`, `end`: instants. */
  | "moved"
  /** `from`, `to`: names, as for `service` and `customer` (empty where nobody is named). */
  | "staff"
  | "service"
  | "customer"
  | "notes"
  /** `from`, `to`: the smallest unit, empty where there is none. */
  | "price"
  /** `from`, `to`: statuses; `reason` of a cancellation. */
  | "status"
  /** `from`, `to`: rules, empty where it doesn't repeat. */
  | "repeat"
  /** The series was cut: `occurrence` and what follows goes on as booking `to`, or not at all if that is empty. */
  | "ended"
  /** `count` exceptions have no occurrence any more, `occurrences` named them. */
  | "exceptionsDropped"
  /** The series is again as it was before its last change. */
  | "takenBack";

/**
 * What happened to a part of a series names it in its details: `occurrence` is the original start it was seen from,
 * `scope` is `one`, `following` or `all`.
 */
export interface BookingEvent {
  readonly action: BookingAction;
  readonly details: Readonly<Record<string, string>>;
}

interface Row {
  readonly at: Instant;
  readonly actor: Actor;
  readonly action: string;
  readonly details: string;
}

const Details = z.record(z.string(), z.string());

export function createBookingLog(db: Database, ids: Ids) {
  const add = db.statement(
    "bookingLog.add",
    `INSERT INTO booking_log (id, booking_id, at, actor, action, details)
     VALUES (:id, :bookingId, :at, :actor, :action, :details)`,
  );
  const list = db.statement<Row>(
    "bookingLog.list",
    `SELECT at, actor, action, details FROM booking_log WHERE booking_id = :bookingId
     ORDER BY at DESC, id DESC LIMIT 500`,
  );
  return {
    add(bookingId: Id, at: Instant, actor: Actor, event: BookingEvent): void {
      const { action, details } = event;
      add.run({ id: ids.next(), bookingId, at, actor, action, details: JSON.stringify(details) });
    },
    /** Newest first. */
    list(bookingId: Id): BookingLogEntry[] {
      return list
        .all({ bookingId })
        .map((row) => ({ ...row, details: readJson(Details, row.details, "booking log") }));
    },
  };
}
export type BookingLog = ReturnType<typeof createBookingLog>;
