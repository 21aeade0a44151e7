/** Tells anew when a customer comes first, after a booking of theirs was written; nothing is written if it is the same. */
const tell = (customer: string): string => `
      INSERT INTO first_visit (customer_id, start)
        SELECT customer_id, start FROM booking
        WHERE customer_id = ${customer} AND status <> 'cancelled' ORDER BY start LIMIT 1
        ON CONFLICT (customer_id) DO UPDATE SET start = excluded.start WHERE start <> excluded.start;
      DELETE FROM first_visit WHERE customer_id = ${customer} AND NOT EXISTS (
        SELECT 1 FROM booking WHERE customer_id = ${customer} AND status <> 'cancelled');`;

/**
 * A week is read at every change of the schedule, however many bookings there are before it. Its index yields them in
 * the order in which they are shown. The first visit of each customer is kept, by triggers, so that no way of writing a
 * booking can forget it: looked up among all bookings it took longer than the week itself.
 */
export const quickWeeks = {
  version: 12,
  name: "quick-weeks",
  sql: `
    DROP INDEX booking_start;
    CREATE INDEX booking_start ON booking (start, id) WHERE rrule IS NULL;
    DROP INDEX booking_customer;
    CREATE INDEX booking_customer ON booking (customer_id, start, status);
    -- Whether bookings are in each other's way is told out of this index alone, without reading a row.
    DROP INDEX booking_staff;
    CREATE INDEX booking_staff ON booking (staff_id, start, id, end, status, rrule);

    -- The earliest start of the bookings that were not cancelled; no row for a customer without any.
    CREATE TABLE first_visit (
      customer_id TEXT PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
      start TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO first_visit
      SELECT customer_id, min(start) FROM booking
      WHERE customer_id IS NOT NULL AND status <> 'cancelled' GROUP BY customer_id;

    CREATE TRIGGER first_visit_booked AFTER INSERT ON booking WHEN new.customer_id IS NOT NULL BEGIN ${tell("new.customer_id")}
    END;
    CREATE TRIGGER first_visit_changed AFTER UPDATE OF customer_id, start, status ON booking
    WHEN old.customer_id IS NOT new.customer_id OR old.start <> new.start OR old.status <> new.status BEGIN ${tell("old.customer_id")} ${tell("new.customer_id")}
    END;
    CREATE TRIGGER first_visit_gone AFTER DELETE ON booking WHEN old.customer_id IS NOT NULL BEGIN ${tell("old.customer_id")}
    END;
  `,
} as const;
