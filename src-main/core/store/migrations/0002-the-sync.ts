/**
 * What the sync engine remembers. `calendar_key` names one calendar of one account (`google/<account>/<calendar id>`),
 * so that links survive a disconnect and another calendar never sees them.
 */
export const theSync = {
  version: 2,
  name: "the-sync",
  sql: `
    -- At most one row: one connected calendar per business (S12). The refresh token is in the keychain, not here.
    CREATE TABLE connection (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      provider TEXT NOT NULL,
      account TEXT NOT NULL,
      scopes TEXT NOT NULL,
      connected_at TEXT NOT NULL,
      calendar_id TEXT,
      calendar_name TEXT,
      calendar_zone TEXT,
      calendar_key TEXT
    ) STRICT;

    -- booking <-> event. The row and its event_id exist before the first request (sync-engine.md, Identity).
    CREATE TABLE link (
      calendar_key TEXT NOT NULL,
      booking_id TEXT NOT NULL REFERENCES booking (id),
      event_id TEXT NOT NULL,
      generation INTEGER NOT NULL,
      -- Null until the calendar acknowledged a write.
      etag TEXT,
      -- The fields as last acknowledged, as JSON: the base of the three-way comparison. Null until then.
      fields TEXT,
      -- 1 when the event is known to be gone from the calendar.
      gone INTEGER NOT NULL,
      -- How often the event was restored for this version of the booking after somebody deleted it in the calendar.
      restores INTEGER NOT NULL,
      PRIMARY KEY (calendar_key, booking_id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX link_event ON link (calendar_key, event_id);

    -- One row per booking that differs from what its calendar holds; written in the booking's own transaction.
    CREATE TABLE pending_change (
      booking_id TEXT PRIMARY KEY REFERENCES booking (id),
      -- Rises with every edit; a push takes the row out only if this is still what it sent.
      version INTEGER NOT NULL,
      since TEXT NOT NULL,
      -- Start of the booking, for "nearest in time first".
      start TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      parked_code TEXT,
      parked_reason TEXT
    ) STRICT, WITHOUT ROWID;

    -- The calendar's sync token with what it was issued for.
    CREATE TABLE cursor (
      calendar_key TEXT PRIMARY KEY,
      token TEXT NOT NULL,
      window_start TEXT NOT NULL,
      parameters TEXT NOT NULL,
      listed_at TEXT NOT NULL,
      saved_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Every foreign row of the calendar that matters for blocks; their blocks are made out of it.
    CREATE TABLE foreign_event (
      calendar_key TEXT NOT NULL,
      event_id TEXT NOT NULL,
      series_id TEXT,
      etag TEXT NOT NULL,
      event TEXT NOT NULL,
      PRIMARY KEY (calendar_key, event_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX foreign_event_series ON foreign_event (calendar_key, series_id);

    -- The desk's choice whom a foreign event or its series blocks; kept when the event moves (S5).
    CREATE TABLE foreign_assignment (
      calendar_key TEXT NOT NULL,
      event_id TEXT NOT NULL,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      PRIMARY KEY (calendar_key, event_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sync_run (
      id TEXT PRIMARY KEY,
      started_at TEXT NOT NULL,
      ended_at TEXT,
      kind TEXT NOT NULL,
      outcome TEXT,
      requests INTEGER NOT NULL,
      rows_read INTEGER NOT NULL,
      writes INTEGER NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sync_run_started ON sync_run (started_at);

    CREATE TABLE journal (
      id TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      direction TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT NOT NULL,
      reason TEXT NOT NULL,
      booking_id TEXT,
      event_id TEXT
    ) STRICT;
    CREATE INDEX journal_at ON journal (at);

    CREATE TABLE attention (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      booking_id TEXT REFERENCES booking (id),
      event_id TEXT,
      since TEXT NOT NULL,
      reason TEXT NOT NULL,
      settled_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX attention_open ON attention (kind, coalesce(booking_id, ''), coalesce(event_id, ''))
      WHERE settled_at IS NULL;
  `,
} as const;
