import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { CustomerRecord } from "../../../src-shared/domain/customer-record.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { Wish } from "../../../src-shared/domain/waitlist.ts";
import {
  BELONGS_IN_CALENDAR,
  type BookingForCalendar,
  type ForCalendarRow,
  SELECT_BOOKING,
  SELECT_FOR_CALENDAR,
  toBooking,
  toBookingForCalendar,
} from "./booking-rows.ts";
import type { BookingRow } from "./booking-rows.ts";
import type { Database } from "./database.ts";
import { readJson } from "./json.ts";

interface WaitingRow extends Omit<CustomerRecord["waiting"][number], "wish"> {
  readonly wish: string;
}

const OF_CUSTOMER = "b.customer_id = :id";

function reading(db: Database) {
  return {
    bookings: db.statement<ForCalendarRow>(
      "record.bookings",
      `${SELECT_FOR_CALENDAR} WHERE ${OF_CUSTOMER} ORDER BY b.start, b.id`,
    ),
    ahead: db.statement<BookingRow>(
      "record.ahead",
      `${SELECT_BOOKING} WHERE ${OF_CUSTOMER} AND b.rrule IS NULL AND b.start > :now AND ${BELONGS_IN_CALENDAR}`,
    ),
    waiting: db.statement<WaitingRow>(
      "record.waiting",
      `SELECT s.name AS service, w.from_date AS "from", w.to_date AS "to", w.wish, w.note, w.created_at AS createdAt
       FROM waiting w JOIN service s ON s.id = w.service_id WHERE w.customer_id = :id ORDER BY w.created_at`,
    ),
    requests: db.statement<CustomerRecord["requests"][number]>(
      "record.requests",
      `SELECT received_at AS receivedAt, trim(json_extract(asked, '$.customer.firstName') || ' ' ||
                json_extract(asked, '$.customer.lastName')) AS name,
              json_extract(asked, '$.customer.email') AS email, json_extract(asked, '$.start') AS start,
              json_extract(asked, '$.end') AS "end", json_extract(asked, '$.notes') AS notes, decision
       FROM online_request
       WHERE lower(json_extract(asked, '$.customer.email')) IN (SELECT value FROM json_each(:emails))
       ORDER BY received_at`,
    ),
    emails: db.statement<{ email: string }>(
      "record.emails",
      "SELECT email FROM customer_email WHERE customer_id = :id ORDER BY email",
    ),
    events: db.statement<{ id: Id }>(
      "record.events",
      `SELECT l.booking_id AS id FROM link l JOIN booking b ON b.id = l.booking_id
       WHERE ${OF_CUSTOMER} AND l.etag IS NOT NULL AND l.gone = 0
         AND l.calendar_key = (SELECT calendar_key FROM connection)`,
    ),
  };
}

function writing(db: Database) {
  return {
    moveBookings: db.statement(
      "record.moveBookings",
      `UPDATE booking SET customer_id = :keep, revision = revision + 1, updated_at = :now WHERE customer_id = :drop`,
    ),
    moveWaiting: db.statement(
      "record.moveWaiting",
      "UPDATE waiting SET customer_id = :keep, revision = revision + 1 WHERE customer_id = :drop",
    ),
    moveEmails: db.statement(
      "record.moveEmails",
      "UPDATE customer_email SET customer_id = :keep WHERE customer_id = :drop",
    ),
    addEmail: db.statement(
      "record.addEmail",
      `INSERT INTO customer_email VALUES (lower(:email), :id)
       ON CONFLICT (email) DO UPDATE SET customer_id = excluded.customer_id`,
    ),
    remove: db.statement("record.remove", "DELETE FROM customer WHERE id = :id"),
  };
}

/** Everything that hangs on a customer, read and moved as a whole. */
export function createCustomerRecords(db: Database) {
  const sql = { ...reading(db), ...writing(db) };
  return {
    /** By start, cancelled ones too. */
    bookings: (id: Id): BookingForCalendar[] => sql.bookings.all({ id }).map(toBookingForCalendar),
    /** Single bookings that begin after `now` and are not cancelled. */
    ahead: (id: Id, now: Instant): Booking[] => sql.ahead.all({ id, now }).map(toBooking),
    waiting: (id: Id): CustomerRecord["waiting"] =>
      sql.waiting.all({ id }).map((row) => ({ ...row, wish: readJson(Wish, row.wish, "wish") })),
    /** What was asked for online from one of these addresses; lower case. */
    requests: (emails: readonly string[]): CustomerRecord["requests"] =>
      sql.requests.all({ emails: JSON.stringify(emails) }),
    otherEmails: (id: Id): string[] => sql.emails.all({ id }).map((row) => row.email),
    /** Bookings that have an event in the connected calendar, however long ago they were. */
    inCalendar: (id: Id): Id[] => sql.events.all({ id }).map((row) => row.id),
    /** The other card's bookings, waitlist and addresses become those of `keep`; the other card is gone then. */
    move(drop: Id, keep: Id, now: Instant): void {
      sql.moveBookings.run({ drop, keep, now });
      sql.moveWaiting.run({ drop, keep });
      sql.moveEmails.run({ drop, keep });
      sql.remove.run({ id: drop });
    },
    /** Whoever signs in with this address is this customer, whatever the card says. */
    addEmail(id: Id, email: string): void {
      sql.addEmail.run({ id, email });
    },
  };
}
export type CustomerRecords = ReturnType<typeof createCustomerRecords>;
