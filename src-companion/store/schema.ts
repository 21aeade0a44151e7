import type { Generated } from "kysely";

/**
 * The tables, the same on SQLite and PostgreSQL. Columns that end in `_at` are epoch milliseconds; lists and
 * hours are JSON text; `0 | 1` is a flag. The four tables of the sign-in library keep its types: text for moments
 * on SQLite, timestamps on PostgreSQL; only it writes them.
 */

type Flag = 0 | 1;

/** The public profile of a business, as its desk published it last, and its counters. */
export interface BusinessTable {
  id: string;
  /** Part of its address: `/b/<slug>`. */
  slug: string;
  name: string;
  zone: string;
  currency: string;
  locale: string;
  week_start: number;
  slot_minutes: number;
  /** WeeklyHours of src-shared/domain/business.ts. */
  hours: string;
  closures: string;
  address: string;
  phone: string;
  /** `auto`: the desk confirms by itself when free. `hand`: somebody looks at each. */
  confirming: "auto" | "hand";
  /** Customers change and cancel until so many minutes before the start. */
  cutoff_minutes: number;
  /** The earliest a customer may book, in minutes from now. */
  lead_minutes: number;
  /** How many days ahead can be booked. */
  horizon_days: number;
  /** Grow with each publication; a lower one is ignored. */
  profile_version: number;
  busy_version: number;
  /** The stretch that the busy intervals cover; outside of it nothing is free. */
  busy_from_at: number;
  busy_until_at: number;
  published_at: number;
  /** Position of the newest desk event; counted here so that positions are handed out in commit order. */
  event_position: Generated<number>;
  created_at: number;
  /** The customer who confirmed the pairing: only they may pair another desk. Null once that account is gone. */
  owner_id: Generated<string | null>;
  /** Colour of its pages as `#2d6a4f`; null: the ink of the house. */
  accent: Generated<string | null>;
}

export interface ServiceTable {
  business_id: string;
  id: string;
  name: string;
  duration_minutes: number;
  tint: string;
  price_minor: number;
  position: number;
  /** Ids of who does it; an empty list means everybody. */
  staff_ids: string;
}

export interface StaffTable {
  business_id: string;
  id: string;
  name: string;
  /** WeeklyHours or null: whenever the business is open. */
  hours: string | null;
  position: number;
}

/** Time that can't be booked. No reason, no title, no customer: the desk sends none. */
export interface BusyIntervalTable {
  business_id: string;
  /** Null: everybody. */
  staff_id: string | null;
  start_at: number;
  end_at: number;
}

/** A slot kept for one browser while its owner signs in. */
export interface HoldTable {
  id: string;
  business_id: string;
  service_id: string;
  staff_id: string;
  /** Whether the customer asked for anyone. */
  any_staff: Flag;
  start_at: number;
  end_at: number;
  /** SHA-256 of the secret in the browser's cookie. */
  browser_hash: string;
  /** The booking that this hold shall move, for a change of time. */
  moves_request_id: string | null;
  created_at: number;
  expires_at: number;
}

export type RequestStatus = "waiting" | "confirmed" | "declined" | "cancelled";

/** What a customer asked for, and what became of it. */
export interface BookingRequestTable {
  id: string;
  business_id: string;
  /** Null once the customer deleted the account. */
  customer_id: string | null;
  service_id: string;
  staff_id: string;
  any_staff: Flag;
  start_at: number;
  end_at: number;
  service_name: string;
  staff_name: string;
  price_minor: number;
  notes: string;
  status: RequestStatus;
  /** A code of the words catalogue for a decline or cancellation; empty otherwise. */
  reason: string;
  /** Change and cancel are possible until then. */
  cutoff_at: number;
  /** SEQUENCE of the calendar file; the UID is the id. */
  sequence: number;
  /** The desk's own booking, once it took the request. */
  desk_booking_id: string | null;
  /** The hold that became this request, or that moved it last. */
  hold_id: string;
  language: string;
  created_at: number;
  updated_at: number;
}

/**
 * Five minutes of one staff member, given to one hold or one request. The primary key is what makes giving a slot
 * twice impossible, on both databases and however many servers run.
 */
export interface SlotUnitTable {
  business_id: string;
  staff_id: string;
  /** Epoch milliseconds divided by 300 000. */
  unit: number;
  hold_id: string | null;
  request_id: string | null;
  /** When a hold's unit may be given to somebody else; null for a request's. */
  free_at: number | null;
}

export interface DeskTokenTable {
  id: string;
  business_id: string;
  token_hash: string;
  created_at: number;
  last_used_at: number;
  revoked_at: number | null;
}

export interface PairingCodeTable {
  /** SHA-256 of the short code that the owner reads off the desk. */
  code_hash: string;
  /** SHA-256 of the key that the desk made. */
  key_hash: string;
  business_id: string;
  business_name: string;
  created_at: number;
  expires_at: number;
  confirmed_at: number | null;
}

/** What the desk has to learn, in order; kept until it acknowledged it. */
export interface DeskEventTable {
  business_id: string;
  position: number;
  kind: string;
  request_id: string | null;
  created_at: number;
}

/** Mails to be sent. Written in the transaction of what they tell, sent afterwards, at least once. */
export interface OutboxMailTable {
  id: string;
  to_address: string;
  kind: string;
  subject: string;
  text: string;
  html: string;
  /** A calendar file, or null. */
  calendar: string | null;
  created_at: number;
  next_attempt_at: number;
  attempts: number;
  /** Until then one server is sending it. */
  claimed_until: number;
  sent_at: number | null;
  /** When nobody tries any more; null while somebody does, or it is sent. */
  given_up_at: number | null;
}

export interface PushChannelTable {
  /** X-Goog-Channel-ID. */
  id: string;
  business_id: string;
  token_hash: string;
  last_message: number;
  expires_at: number;
  created_at: number;
}

/** One row per limit and who it concerns, hashed; see accounts/limits.ts. */
export interface RateLimitTable {
  key_hash: string;
  count: number;
  window_ends_at: number;
}

/** Written by the sign-in library. Every customer has a verified e-mail: see accounts/pending.ts. */
export interface CustomerTable {
  id: string;
  name: string;
  email: string;
  email_verified: unknown;
  image: string | null;
  first_name: string;
  last_name: string;
  language: string;
  created_at: unknown;
  updated_at: unknown;
}

export interface CustomerSessionTable {
  id: string;
  token: string;
  customer_id: string;
  expires_at: unknown;
  ip_address: string | null;
  user_agent: string | null;
  created_at: unknown;
  updated_at: unknown;
}

/** One way in of a customer: a password, Google or Facebook. */
export interface SignInMethodTable {
  id: string;
  customer_id: string;
  provider: string;
  /** The person's id at the provider; the customer's own id for a password. */
  subject: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: unknown;
  refresh_token_expires_at: unknown;
  scope: string | null;
  created_at: unknown;
  updated_at: unknown;
}

export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: unknown;
  created_at: unknown;
  updated_at: unknown;
}

/** Somebody who says that an address is theirs and has not proved it yet. Not a customer, and blocks nobody. */
export interface PendingSignUpTable {
  /** SHA-256 of the secret in the mailed link. */
  token_hash: string;
  /** SHA-256 of the secret in the cookie of the browser that asked. */
  browser_hash: string;
  email: string;
  first_name: string;
  last_name: string;
  image: string | null;
  language: string;
  /** `credential` or `facebook`. */
  provider: string;
  /** The person's id at the provider; null for a password. */
  subject: string | null;
  password: string | null;
  /** Where to go on afterwards, a path of ours. */
  next: string;
  created_at: number;
  expires_at: number;
}

/** Data deletions that Facebook passed on, for the status page. */
export interface DataDeletionTable {
  code: string;
  status: "done" | "nothing";
  requested_at: number;
}

export interface Schema {
  business: BusinessTable;
  service: ServiceTable;
  staff: StaffTable;
  busy_interval: BusyIntervalTable;
  hold: HoldTable;
  booking_request: BookingRequestTable;
  slot_unit: SlotUnitTable;
  desk_token: DeskTokenTable;
  pairing_code: PairingCodeTable;
  desk_event: DeskEventTable;
  outbox_mail: OutboxMailTable;
  push_channel: PushChannelTable;
  rate_limit: RateLimitTable;
  customer: CustomerTable;
  customer_session: CustomerSessionTable;
  sign_in_method: SignInMethodTable;
  verification: VerificationTable;
  pending_sign_up: PendingSignUpTable;
  data_deletion: DataDeletionTable;
}
