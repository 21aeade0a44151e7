export const accessRoles = [
  "none",
  "freeBusyReader",
  "reader",
  "writerWithoutPrivateAccess",
  "writer",
  "owner",
] as const;
export type AccessRole = (typeof accessRoles)[number];

/** start, end or originalStartTime on the wire: `date` (end exclusive) or `dateTime`. */
export interface EventTime {
  readonly date?: string | null | undefined;
  readonly dateTime?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
}

export interface Attendee {
  readonly email?: string | undefined;
  readonly displayName?: string | undefined;
  readonly self?: boolean | undefined;
  readonly organizer?: boolean | undefined;
  readonly responseStatus?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly resource?: boolean | undefined;
  readonly comment?: string | undefined;
}

export interface Person {
  readonly email?: string | undefined;
  readonly displayName?: string | undefined;
  readonly self?: boolean | undefined;
}

export interface ReminderOverride {
  readonly method: string;
  readonly minutes: number;
}

export interface Reminders {
  readonly useDefault?: boolean | undefined;
  readonly overrides?: readonly ReminderOverride[] | undefined;
}

export interface ExtendedProperties {
  readonly private?: Readonly<Record<string, string>> | undefined;
  readonly shared?: Readonly<Record<string, string>> | undefined;
}

/** An event as Google's JSON has it; unknown members of a body are ignored, like Google does. */
export interface WireEvent {
  readonly kind?: string | undefined;
  readonly etag?: string | undefined;
  readonly id?: string | undefined;
  readonly status?: string | undefined;
  readonly htmlLink?: string | undefined;
  readonly created?: string | undefined;
  readonly updated?: string | undefined;
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  readonly colorId?: string | undefined;
  readonly creator?: Person | undefined;
  readonly organizer?: Person | undefined;
  readonly start?: EventTime | undefined;
  readonly end?: EventTime | undefined;
  readonly endTimeUnspecified?: boolean | undefined;
  readonly recurrence?: readonly string[] | undefined;
  readonly recurringEventId?: string | undefined;
  readonly originalStartTime?: EventTime | undefined;
  readonly transparency?: string | undefined;
  readonly visibility?: string | undefined;
  readonly iCalUID?: string | undefined;
  readonly sequence?: number | undefined;
  readonly attendees?: readonly Attendee[] | undefined;
  readonly attendeesOmitted?: boolean | undefined;
  readonly extendedProperties?: ExtendedProperties | undefined;
  readonly reminders?: Reminders | undefined;
  readonly guestsCanModify?: boolean | undefined;
  readonly guestsCanInviteOthers?: boolean | undefined;
  readonly guestsCanSeeOtherGuests?: boolean | undefined;
  readonly anyoneCanAddSelf?: boolean | undefined;
  readonly privateCopy?: boolean | undefined;
  readonly locked?: boolean | undefined;
  readonly source?: unknown;
  readonly attachments?: unknown;
  readonly conferenceData?: unknown;
  readonly eventType?: string | undefined;
  readonly workingLocationProperties?: unknown;
  readonly outOfOfficeProperties?: unknown;
  readonly focusTimeProperties?: unknown;
  readonly birthdayProperties?: unknown;
}

/** What a person or a client may send: the wire with explicit nulls. */
export type EventInput = { readonly [K in keyof WireEvent]?: WireEvent[K] | null };

/** One version of one event in one calendar. Every write replaces the whole record. */
export interface StoredEvent {
  /** Order of creation in the simulated world; lists follow it. */
  readonly ordinal: number;
  /** World revision of the last change that increments report. */
  readonly revision: number;
  /** Microseconds; the etag is twice this, as seen on the live service. */
  readonly stamp: number;
  readonly createdMs: number;
  readonly updatedMs: number;
  /** Normalised; times as UTC instants with their zone, or dates. Has id, status and iCalUID. */
  readonly event: WireEvent & { readonly id: string; readonly status: string };
  /** A row left behind by a move: nothing but its id is left. */
  readonly bare: boolean;
  /** Status to return to when the series it went with is revived. */
  readonly statusBeforeSeries?: string | undefined;
  /** An exception its re-anchored series no longer knows; it hides no occurrence. */
  readonly orphaned: boolean;
}

export interface Calendar {
  readonly id: string;
  readonly dataOwner: string;
  readonly primary: boolean;
  /** Project of the client that made it, for the scope calendar.app.created. */
  readonly madeByProject: string | undefined;
  readonly events: Map<string, StoredEvent>;
  /** Ids of stored exceptions by the id of their series. */
  readonly exceptions: Map<string, Set<string>>;
  summary: string;
  description: string | undefined;
  location: string | undefined;
  timeZone: string;
  deleted: boolean;
  /** Sync tokens of an earlier epoch are dead. */
  tokenEpoch: number;
  /** World revision of the last change. */
  revision: number;
  stamp: number;
  updatedMs: number;
}

/** A calendar in somebody's list. */
export interface ListEntry {
  readonly calendarId: string;
  accessRole: AccessRole;
  summaryOverride: string | undefined;
  colorId: string;
  backgroundColor: string | undefined;
  foregroundColor: string | undefined;
  selected: boolean;
  hidden: boolean;
  deleted: boolean;
  defaultReminders: readonly ReminderOverride[];
  revision: number;
  stamp: number;
}

export interface Account {
  readonly email: string;
  readonly name: string;
  /** Stable key of the person, the `sub` of its id_tokens. */
  readonly sub: string;
  readonly zone: string;
  readonly entries: Map<string, ListEntry>;
  readonly settings: Map<string, string>;
  listEpoch: number;
  /** Simulated time until which the account is read-only (epoch ms). */
  readOnlyUntil: number;
}

export interface CalendarSeed {
  /** Default: the account's e-mail for the primary, a generated group address otherwise. */
  readonly id?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly timeZone?: string;
  readonly primary?: boolean;
  readonly accessRole?: AccessRole;
  readonly defaultReminders?: readonly ReminderOverride[];
  /** E-mail of the person whose calendar it is, if not this account's. */
  readonly dataOwner?: string;
}

export interface AccountSeed {
  readonly email: string;
  readonly name?: string;
  /** IANA zone. */
  readonly zone?: string;
  /** A primary calendar is added when none is given. */
  readonly calendars?: readonly CalendarSeed[];
}

export interface ClientSeed {
  readonly clientId: string;
  readonly clientSecret: string;
  /** `loopback`: http on 127.0.0.1, [::1] or localhost with any port and path. */
  readonly redirects: "loopback" | readonly string[];
  /** Clients of one project share grants and quota. Default: the client id up to its first hyphen. */
  readonly project?: string;
  readonly name?: string;
}
