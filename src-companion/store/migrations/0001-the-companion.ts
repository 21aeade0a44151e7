import { sql } from "kysely";
import type { Migration } from "../migrate.ts";

const PROFILE = `
CREATE TABLE business (
  id text PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  name text NOT NULL,
  zone text NOT NULL,
  currency text NOT NULL,
  locale text NOT NULL,
  week_start bigint NOT NULL,
  slot_minutes bigint NOT NULL,
  hours text NOT NULL,
  closures text NOT NULL,
  address text NOT NULL,
  phone text NOT NULL,
  confirming text NOT NULL CHECK (confirming IN ('auto', 'hand')),
  cutoff_minutes bigint NOT NULL,
  lead_minutes bigint NOT NULL,
  horizon_days bigint NOT NULL,
  profile_version bigint NOT NULL,
  busy_version bigint NOT NULL,
  busy_from_at bigint NOT NULL,
  busy_until_at bigint NOT NULL,
  published_at bigint NOT NULL,
  event_position bigint NOT NULL DEFAULT 0,
  created_at bigint NOT NULL
);
CREATE TABLE service (
  business_id text NOT NULL REFERENCES business (id) ON DELETE CASCADE,
  id text NOT NULL,
  name text NOT NULL,
  duration_minutes bigint NOT NULL CHECK (duration_minutes > 0),
  tint text NOT NULL,
  price_minor bigint NOT NULL,
  position bigint NOT NULL,
  staff_ids text NOT NULL,
  PRIMARY KEY (business_id, id)
);
CREATE TABLE staff (
  business_id text NOT NULL REFERENCES business (id) ON DELETE CASCADE,
  id text NOT NULL,
  name text NOT NULL,
  hours text,
  position bigint NOT NULL,
  PRIMARY KEY (business_id, id)
);
CREATE TABLE busy_interval (
  business_id text NOT NULL REFERENCES business (id) ON DELETE CASCADE,
  staff_id text,
  start_at bigint NOT NULL,
  end_at bigint NOT NULL,
  CHECK (start_at < end_at)
);
CREATE INDEX busy_interval_by_time ON busy_interval (business_id, start_at);
`;

const BOOKING = `
CREATE TABLE hold (
  id text PRIMARY KEY,
  business_id text NOT NULL REFERENCES business (id) ON DELETE CASCADE,
  service_id text NOT NULL,
  staff_id text NOT NULL,
  any_staff bigint NOT NULL,
  start_at bigint NOT NULL,
  end_at bigint NOT NULL,
  browser_hash text NOT NULL,
  moves_request_id text,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  CHECK (start_at < end_at)
);
CREATE INDEX hold_by_browser ON hold (browser_hash);
CREATE INDEX hold_by_end ON hold (expires_at);
CREATE TABLE booking_request (
  id text PRIMARY KEY,
  business_id text NOT NULL REFERENCES business (id) ON DELETE CASCADE,
  customer_id text REFERENCES customer (id) ON DELETE SET NULL,
  service_id text NOT NULL,
  staff_id text NOT NULL,
  any_staff bigint NOT NULL,
  start_at bigint NOT NULL,
  end_at bigint NOT NULL,
  service_name text NOT NULL,
  staff_name text NOT NULL,
  price_minor bigint NOT NULL,
  notes text NOT NULL,
  status text NOT NULL CHECK (status IN ('waiting', 'confirmed', 'declined', 'cancelled')),
  reason text NOT NULL,
  cutoff_at bigint NOT NULL,
  sequence bigint NOT NULL,
  desk_booking_id text,
  link_hash text NOT NULL UNIQUE,
  language text NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  CHECK (start_at < end_at)
);
CREATE INDEX booking_request_by_customer ON booking_request (customer_id, start_at);
CREATE INDEX booking_request_by_business ON booking_request (business_id, start_at);
CREATE TABLE slot_unit (
  business_id text NOT NULL REFERENCES business (id) ON DELETE CASCADE,
  staff_id text NOT NULL,
  unit bigint NOT NULL,
  hold_id text REFERENCES hold (id) ON DELETE CASCADE,
  request_id text REFERENCES booking_request (id) ON DELETE CASCADE,
  free_at bigint,
  PRIMARY KEY (business_id, staff_id, unit),
  CHECK ((hold_id IS NULL) <> (request_id IS NULL)),
  CHECK ((hold_id IS NULL) = (free_at IS NULL))
);
CREATE INDEX slot_unit_by_hold ON slot_unit (hold_id);
CREATE INDEX slot_unit_by_request ON slot_unit (request_id);
`;

const DESK = `
CREATE TABLE desk_token (
  id text PRIMARY KEY,
  business_id text NOT NULL REFERENCES business (id) ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  created_at bigint NOT NULL,
  last_used_at bigint NOT NULL,
  revoked_at bigint
);
CREATE TABLE pairing_code (
  code_hash text PRIMARY KEY,
  key_hash text NOT NULL UNIQUE,
  business_id text NOT NULL,
  business_name text NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  confirmed_at bigint
);
CREATE TABLE desk_event (
  business_id text NOT NULL REFERENCES business (id) ON DELETE CASCADE,
  position bigint NOT NULL,
  kind text NOT NULL,
  request_id text,
  created_at bigint NOT NULL,
  PRIMARY KEY (business_id, position)
);
CREATE TABLE push_channel (
  id text PRIMARY KEY,
  business_id text NOT NULL REFERENCES business (id) ON DELETE CASCADE,
  token_hash text NOT NULL,
  last_message bigint NOT NULL,
  expires_at bigint NOT NULL,
  created_at bigint NOT NULL
);
CREATE TABLE outbox_mail (
  id text PRIMARY KEY,
  to_address text NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  html text NOT NULL,
  calendar text,
  created_at bigint NOT NULL,
  next_attempt_at bigint NOT NULL,
  attempts bigint NOT NULL,
  claimed_until bigint NOT NULL,
  sent_at bigint
);
CREATE INDEX outbox_mail_waiting ON outbox_mail (sent_at, next_attempt_at);
CREATE TABLE rate_limit (
  key_hash text PRIMARY KEY,
  count bigint NOT NULL,
  window_ends_at bigint NOT NULL
);
CREATE INDEX rate_limit_by_end ON rate_limit (window_ends_at);
`;

/** Moments of the sign-in library: its adapter writes ISO text on SQLite and timestamps on PostgreSQL. */
const signIn = (moment: string, flag: string): string => `
CREATE TABLE customer (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified ${flag} NOT NULL,
  image text,
  first_name text NOT NULL,
  last_name text NOT NULL,
  language text NOT NULL,
  created_at ${moment} NOT NULL,
  updated_at ${moment} NOT NULL
);
CREATE TABLE customer_session (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  customer_id text NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  expires_at ${moment} NOT NULL,
  ip_address text,
  user_agent text,
  created_at ${moment} NOT NULL,
  updated_at ${moment} NOT NULL
);
CREATE INDEX customer_session_by_customer ON customer_session (customer_id);
CREATE TABLE sign_in_method (
  id text PRIMARY KEY,
  customer_id text NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  provider text NOT NULL,
  subject text NOT NULL,
  password text,
  access_token text CHECK (access_token IS NULL),
  refresh_token text CHECK (refresh_token IS NULL),
  id_token text CHECK (id_token IS NULL),
  access_token_expires_at ${moment},
  refresh_token_expires_at ${moment},
  scope text,
  created_at ${moment} NOT NULL,
  updated_at ${moment} NOT NULL,
  UNIQUE (provider, subject)
);
CREATE INDEX sign_in_method_by_customer ON sign_in_method (customer_id);
CREATE TABLE verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at ${moment} NOT NULL,
  created_at ${moment} NOT NULL,
  updated_at ${moment} NOT NULL
);
CREATE INDEX verification_by_identifier ON verification (identifier);
CREATE TABLE pending_sign_up (
  token_hash text PRIMARY KEY,
  browser_hash text NOT NULL,
  email text NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  image text,
  language text NOT NULL,
  provider text NOT NULL,
  subject text,
  password text,
  next text NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL
);
CREATE INDEX pending_sign_up_by_end ON pending_sign_up (expires_at);
CREATE TABLE data_deletion (
  code text PRIMARY KEY,
  status text NOT NULL,
  requested_at bigint NOT NULL
);
`;

function statementsOf(script: string): readonly string[] {
  return script
    .split(";\n")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

export const theCompanion: Migration = {
  version: 1,
  name: "the companion",
  apply: async (db, kind) => {
    const moment = kind === "sqlite" ? "date" : "timestamptz";
    const flag = kind === "sqlite" ? "integer" : "boolean";
    const script = [PROFILE, signIn(moment, flag), BOOKING, DESK].join("\n");
    for (const statement of statementsOf(script)) await sql.raw(statement).execute(db);
  },
};
