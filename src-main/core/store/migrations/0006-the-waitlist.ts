/** People who would come if a time became free. */
export const theWaitlist = {
  version: 6,
  name: "the-waitlist",
  sql: `
    CREATE TABLE waiting (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
      service_id TEXT NOT NULL REFERENCES service (id),
      -- Null is content with anyone who does the service.
      staff_id TEXT REFERENCES staff (id),
      -- First and last day that would suit.
      from_date TEXT NOT NULL,
      to_date TEXT NOT NULL CHECK (to_date >= from_date),
      -- Weekdays and time of the day, as JSON.
      wish TEXT NOT NULL,
      note TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX waiting_to ON waiting (to_date);
    CREATE INDEX waiting_customer ON waiting (customer_id);
  `,
} as const;
