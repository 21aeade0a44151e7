/**
 * What the desk remembers of its companion: the pairing, which requests became which bookings, and what the companion
 * was told. What is still to be said is the difference between a booking and `told`, so nothing can be forgotten.
 */
export const onlineBooking = {
  version: 7,
  name: "online-booking",
  sql: `
    -- At most one row. The key is in the keychain, not here.
    CREATE TABLE companion (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      url TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'paired')),
      -- The short code that the owner types, while it waits.
      code TEXT NOT NULL,
      confirm_url TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      booking_url TEXT NOT NULL,
      methods TEXT NOT NULL,
      paired_at TEXT,
      -- Everything up to this position of the companion's events is in this database.
      position INTEGER NOT NULL,
      -- What was published last: its number, and its digest once the companion has it.
      profile_version INTEGER NOT NULL,
      profile_digest TEXT NOT NULL,
      busy_version INTEGER NOT NULL,
      busy_digest TEXT NOT NULL
    ) STRICT;

    CREATE TABLE online_request (
      id TEXT PRIMARY KEY,
      -- Null until it was taken, and for good where it was declined.
      booking_id TEXT UNIQUE REFERENCES booking (id),
      -- Of the companion: grows with every change on either side.
      sequence INTEGER NOT NULL,
      -- What was asked for, as JSON, in the version of that sequence.
      asked TEXT NOT NULL,
      -- 'waiting' for a person, 'taken' as the booking stands, 'declined', or 'withdrawn' by the customer.
      decision TEXT NOT NULL CHECK (decision IN ('waiting', 'taken', 'declined', 'withdrawn')),
      reason TEXT NOT NULL,
      -- The answer that the companion has, as JSON; null before the first.
      told TEXT,
      received_at TEXT NOT NULL,
      CHECK (decision <> 'taken' OR booking_id IS NOT NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX online_request_waiting ON online_request (received_at) WHERE decision = 'waiting';

    -- How a customer signs in; matched by the verified e-mail only.
    CREATE TABLE online_customer (
      customer_id TEXT PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
      methods TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Watch channels of the calendar that the companion receives for us.
    CREATE TABLE push_channel (
      id TEXT PRIMARY KEY,
      calendar_key TEXT NOT NULL,
      -- Null until Google has answered.
      resource_id TEXT,
      made_at TEXT NOT NULL,
      expires_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
} as const;
