/**
 * The desk's own data. Instants are ISO 8601 text in UTC with milliseconds (their order is the order in time),
 * dates are `YYYY-MM-DD`, money is in the smallest unit, flags are 0/1, ids are UUIDv7 text. `revision` rises by
 * one with each change, so that several desks can share one schedule later.
 */
export const theSchedule = {
  version: 1,
  name: "the-schedule",
  sql: `
    CREATE TABLE setting (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;

    CREATE TABLE business (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      name TEXT NOT NULL,
      zone TEXT NOT NULL,
      currency TEXT NOT NULL,
      locale TEXT NOT NULL,
      week_start INTEGER NOT NULL,
      slot_minutes INTEGER NOT NULL,
      hours TEXT NOT NULL,
      closures TEXT NOT NULL
    ) STRICT;

    CREATE TABLE staff (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      name TEXT NOT NULL,
      hours TEXT,
      position INTEGER NOT NULL,
      active INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE service (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      name TEXT NOT NULL,
      duration_minutes INTEGER NOT NULL,
      tint TEXT NOT NULL,
      price_minor INTEGER NOT NULL,
      online INTEGER NOT NULL,
      active INTEGER NOT NULL,
      position INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE service_staff (
      service_id TEXT NOT NULL REFERENCES service (id),
      staff_id TEXT NOT NULL REFERENCES staff (id),
      PRIMARY KEY (service_id, staff_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE customer (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      name TEXT NOT NULL,
      phone TEXT NOT NULL,
      email TEXT NOT NULL,
      notes TEXT NOT NULL,
      alert TEXT NOT NULL,
      -- Folded for the search: lower case without diacritics; digits only.
      name_folded TEXT NOT NULL,
      phone_digits TEXT NOT NULL
    ) STRICT;
    CREATE INDEX customer_name ON customer (name_folded);

    CREATE TABLE booking (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      service_id TEXT NOT NULL REFERENCES service (id),
      customer_id TEXT REFERENCES customer (id),
      walk_in INTEGER NOT NULL,
      start TEXT NOT NULL,
      end TEXT NOT NULL CHECK (end > start),
      zone TEXT NOT NULL,
      -- Null for a single booking. A series is expanded; series_end bounds it for range queries, null is endless.
      rrule TEXT,
      series_end TEXT,
      status TEXT NOT NULL,
      cancel_reason TEXT NOT NULL,
      customer_notes TEXT NOT NULL,
      desk_notes TEXT NOT NULL,
      price_minor INTEGER,
      source TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;
    -- Range queries read single bookings by start; the longest booking bounds how far back they look.
    CREATE INDEX booking_start ON booking (start) WHERE rrule IS NULL;
    CREATE INDEX booking_series ON booking (series_end) WHERE rrule IS NOT NULL;
    CREATE INDEX booking_customer ON booking (customer_id, start);
    CREATE INDEX booking_service ON booking (service_id);
    CREATE INDEX booking_staff ON booking (staff_id, start);

    -- One occurrence of a series that differs from its rule. Null columns follow the series.
    CREATE TABLE booking_override (
      booking_id TEXT NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
      original_start TEXT NOT NULL,
      revision INTEGER NOT NULL,
      cancelled INTEGER NOT NULL,
      start TEXT,
      end TEXT,
      staff_id TEXT REFERENCES staff (id),
      service_id TEXT REFERENCES service (id),
      status TEXT,
      customer_notes TEXT,
      desk_notes TEXT,
      price_minor INTEGER,
      PRIMARY KEY (booking_id, original_start)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE booking_log (
      id TEXT PRIMARY KEY,
      booking_id TEXT NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      details TEXT NOT NULL
    ) STRICT;
    CREATE INDEX booking_log_booking ON booking_log (booking_id, at);

    -- Time that can't be booked, made at the desk (source 'desk') or out of foreign_event ('google').
    CREATE TABLE block (
      id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      source TEXT NOT NULL,
      start TEXT NOT NULL,
      end TEXT NOT NULL CHECK (end > start),
      all_day_from TEXT,
      all_day_to TEXT,
      title TEXT NOT NULL,
      rrule TEXT,
      series_end TEXT,
      calendar_key TEXT,
      remote_event_id TEXT,
      CHECK ((source = 'google') = (remote_event_id IS NOT NULL))
    ) STRICT;
    CREATE INDEX block_start ON block (start);
    CREATE INDEX block_remote ON block (calendar_key, remote_event_id);

    -- No row: the block holds for everyone.
    CREATE TABLE block_staff (
      block_id TEXT NOT NULL REFERENCES block (id) ON DELETE CASCADE,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      PRIMARY KEY (block_id, staff_id)
    ) STRICT, WITHOUT ROWID;
  `,
} as const;
