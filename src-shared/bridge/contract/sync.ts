import { z } from "zod";
import { CalendarDate, Id, Instant } from "../../domain/primitives.ts";
import { SyncCounts, SyncState } from "../../sync-status.ts";
import { channel } from "./define.ts";

const Nothing = z.strictObject({});

export const INTEGRATIONS = ["google", "outlook", "zoom", "stripe", "zapier"] as const;

/** A card of the Integrations panel. `coming` has nothing to switch on. */
export const IntegrationCard = z.strictObject({
  id: z.enum(INTEGRATIONS),
  availability: z.enum(["works", "coming"]),
});
export type IntegrationCard = z.infer<typeof IntegrationCard>;

/** The connected Google account. `calendar` is null until one was chosen. */
export const GoogleConnection = z.strictObject({
  account: z.string(),
  connectedAt: Instant,
  scopes: z.array(z.string()),
  calendar: z.strictObject({ id: z.string(), name: z.string(), zone: z.string() }).nullable(),
  /** Where the refresh token is kept: `session` means no keychain was found and it ends with the app. */
  secretKeptIn: z.enum(["keychain", "session"]),
  /** Name of this app at Google, for an administrator who has to allow it; null where none is set. */
  appId: z.string().nullable(),
  /** A disconnect waits for the network, because events are to be removed. */
  leaving: z.boolean(),
});
export type GoogleConnection = z.infer<typeof GoogleConnection>;

/** How far a sign-in has come. `url` is the page to open again by hand. */
export const ConnectProgress = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("none") }),
  z.strictObject({ is: z.literal("waiting"), url: z.url(), until: Instant }),
  z.strictObject({
    is: z.literal("failed"),
    code: z.string(),
    message: z.string(),
    missingScopes: z.array(z.string()),
  }),
]);
export type ConnectProgress = z.infer<typeof ConnectProgress>;

export const RemoteCalendarEntry = z.strictObject({
  id: z.string(),
  name: z.string(),
  primary: z.boolean(),
  /** CSS colour as Google shows it, or null. */
  colour: z.string().nullable(),
  access: z.enum(["owner", "writer", "reader", "freeBusy", "unknown"]),
  usable: z.boolean(),
});
export type RemoteCalendarEntry = z.infer<typeof RemoteCalendarEntry>;

export const SyncStatus = z.strictObject({
  state: SyncState,
  counts: SyncCounts,
  /** When the next cycle is due by itself; null while none is planned. */
  nextCycleAt: Instant.nullable(),
  /** When the last cycle since the start of the desk ended, well or badly; null before the first. */
  lastTryAt: Instant.nullable(),
});
export type SyncStatus = z.infer<typeof SyncStatus>;

export const ATTENTION_KINDS = [
  "movedOntoBusy",
  "movedInGoogle",
  "changedOnBothSides",
  "deletedInGoogle",
  "parked",
  "malformed",
] as const;

/** Something about one booking (or one row of Google's) that a person should look at. */
export const AttentionItem = z.strictObject({
  id: Id,
  kind: z.enum(ATTENTION_KINDS),
  bookingId: Id.nullable(),
  customerName: z.string(),
  start: Instant.nullable(),
  /** Where the event stands in the calendar, for `movedInGoogle`; null when it can't be told any more. */
  movedTo: Instant.nullable(),
  since: Instant,
  /** Plain reason, in English; for a parked change what Google answered. */
  reason: z.string(),
});
export type AttentionItem = z.infer<typeof AttentionItem>;

/** An event as one side has it. All-day dates have an exclusive end. */
export const EventVersion = z.strictObject({
  title: z.string(),
  description: z.string(),
  time: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("timed"), start: Instant, end: Instant }),
    z.strictObject({ is: z.literal("allDay"), from: CalendarDate, to: CalendarDate }),
  ]),
  /** RRULE, EXDATE … lines; empty for a single event. */
  recurrence: z.array(z.string()),
});
export type EventVersion = z.infer<typeof EventVersion>;

/** Both versions of a booking's event, for a person to choose. */
export const Comparison = z.strictObject({
  kind: z.enum(ATTENTION_KINDS),
  bookingId: Id,
  /** Which occurrence of a series; null for a whole booking. */
  originalStart: Instant.nullable(),
  /** Null if the booking has no event any more, as it is cancelled. */
  ours: EventVersion.nullable(),
  /** Null if the calendar has none, or what it showed is not known any more. */
  theirs: EventVersion.nullable(),
  differs: z.array(z.enum(["title", "description", "time", "colour", "recurrence"])),
  /** The time of the calendar where a single booking, or one occurrence, could take it; null elsewhere. */
  takes: z.strictObject({ start: Instant, end: Instant }).nullable(),
});
export type Comparison = z.infer<typeof Comparison>;

export const JournalEntry = z.strictObject({
  id: Id,
  at: Instant,
  direction: z.enum(["out", "in", "none"]),
  /** Stable name, a key below `journal.` of the catalogue: `created`, `changed`, `deleted`, `blocked`, `freed`, … */
  action: z.string(),
  /** What it was about, for a person: customer and time. */
  subject: z.string(),
  reason: z.string(),
  bookingId: Id.nullable(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** What the owner decides about the sync. */
export const SyncRules = z.strictObject({
  /** `block`: the calendar blocks time, and no booking is kept in it; `send`: bookings go out, and nothing comes in. */
  direction: z.enum(["both", "block", "send"]),
  /** How the events of our bookings are called: by the customer's name, its initials, or alike for all (S8). */
  titles: z.enum(["name", "initials", "booked"]),
  /** Whether all-day events of others block the day. */
  allDay: z.enum(["busy", "free"]),
  /** What happens when somebody moves one of our events in the calendar to a free time. */
  moves: z.enum(["accept", "ask", "putBack"]),
  /** Shows the titles of foreign events on the schedule; off, they are just "Busy" (S19). */
  showDetails: z.boolean(),
  /** How many bookings are kept in the calendar, the nearest in time first (S12). */
  maxEvents: z.int().min(10).max(10_000),
});
export type SyncRules = z.infer<typeof SyncRules>;

/** What a full re-sync found: rows that were compared and events that had to be written. */
export const FullSyncReport = z.strictObject({
  status: SyncStatus,
  compared: z.int(),
  written: z.int(),
});
export type FullSyncReport = z.infer<typeof FullSyncReport>;

/**
 * Events that look like doubles: of a booking, or of each other. Bellhop made none of those in `events`. One that
 * repeats is a whole series, and goes as a whole; its time is the next one.
 */
export const DuplicateGroup = z.strictObject({
  kind: z.enum(["copyOfBooking", "sameTimeAsBooking", "sameTitleAndTime"]),
  bookingId: Id.nullable(),
  customerName: z.string(),
  events: z.array(
    z.strictObject({
      id: z.string(),
      /** Null: somebody else's event, and the owner wants no titles of those at the desk. */
      title: z.string().nullable(),
      start: Instant,
      end: Instant,
      repeats: z.boolean(),
    }),
  ),
});
export type DuplicateGroup = z.infer<typeof DuplicateGroup>;

/** What connecting a calendar would do. */
export const CalendarPreview = z.strictObject({
  /** Events of others that will block time at the desk; a series counts once. */
  events: z.int(),
  /** Bookings that will be sent; a series counts once. */
  bookings: z.int(),
  /** Bookings still to come whose time is taken in the calendar, occurrences counted one by one. */
  overlapCount: z.int(),
  /** The first of them. */
  overlaps: z.array(z.strictObject({ bookingId: Id, customerName: z.string(), start: Instant })),
});
export type CalendarPreview = z.infer<typeof CalendarPreview>;

const SomeRules = SyncRules.partial().default({});

/** What happens to our events in the calendar that was used before. */
const OldEvents = z.enum(["leave", "remove"]).default("leave");

export const DISCONNECT_EVENTS = ["leave", "removeFuture", "removeAll"] as const;
export const DISCONNECT_BLOCKS = ["remove", "keep"] as const;

/** What becomes of our events in the calendar, and of the calendar's blocks here, when the two part. */
export const Farewell = z.strictObject({
  events: z.enum(DISCONNECT_EVENTS),
  blocks: z.enum(DISCONNECT_BLOCKS),
});
export type Farewell = z.infer<typeof Farewell>;

export const syncChannels = {
  "integrations.list": channel(
    "The cards of the Integrations panel.",
    Nothing,
    z.array(IntegrationCard),
  ),
  "google.connection": channel(
    "The connected account and the sign-in under way.",
    Nothing,
    z.strictObject({ connection: GoogleConnection.nullable(), progress: ConnectProgress }),
  ),
  "google.connect": channel(
    "Opens the sign-in in the system browser. With `makeCalendar` the permission to make a calendar is asked for too.",
    z.strictObject({ makeCalendar: z.boolean() }),
    ConnectProgress,
    ["PRACTISING", "CONNECT_BUSY", "CONNECT_NOT_CONFIGURED", "CONNECT_FAILED"],
  ),
  "google.connectCancel": channel("Gives up the sign-in under way.", Nothing, Nothing),
  "google.signInReopen": channel("Opens the sign-in page once more.", Nothing, Nothing, [
    "NOT_FOUND",
  ]),
  "google.calendars": channel(
    "The calendars of the connected account.",
    Nothing,
    z.array(RemoteCalendarEntry),
    [
      "NOT_CONNECTED",
      "SIGN_IN_NEEDED",
      "SCOPE_MISSING",
      "NO_NETWORK",
      "REMOTE_BUSY",
      "REMOTE_REFUSED",
    ],
  ),
  "google.preview": channel(
    "What choosing a calendar would do under the rules, or others in their place; `calendarId` null stands for a new one. Changes nothing.",
    z.strictObject({
      calendarId: z.string().min(1).max(1_024).nullable(),
      rules: SomeRules,
    }),
    CalendarPreview,
    [
      "NOT_CONNECTED",
      "SIGN_IN_NEEDED",
      "SCOPE_MISSING",
      "CALENDAR_GONE",
      "NO_NETWORK",
      "REMOTE_BUSY",
      "REMOTE_REFUSED",
    ],
  ),
  "google.chooseCalendar": channel(
    "Takes a calendar, or makes one, and starts the sync. `oldEvents` says what happens to our events in the one before, `rules` what changes of the rules from this calendar on.",
    z.discriminatedUnion("is", [
      z.strictObject({
        is: z.literal("existing"),
        calendarId: z.string().min(1).max(1_024),
        oldEvents: OldEvents,
        rules: SomeRules,
      }),
      z.strictObject({
        is: z.literal("new"),
        name: z.string().trim().min(1).max(200),
        oldEvents: OldEvents,
        rules: SomeRules,
      }),
    ]),
    GoogleConnection,
    [
      "NOT_CONNECTED",
      "SIGN_IN_NEEDED",
      "SCOPE_MISSING",
      "CALENDAR_GONE",
      "CALENDAR_READ_ONLY",
      "NO_NETWORK",
      "REMOTE_BUSY",
      "REMOTE_REFUSED",
    ],
  ),
  "google.disconnectPreview": channel(
    "How many bookings and blocks a disconnect touches.",
    Nothing,
    z.strictObject({ linked: z.int(), upcoming: z.int(), blocks: z.int() }),
    ["NOT_CONNECTED"],
  ),
  "google.disconnect": channel(
    "Ends the connection and gives the grant back to Google. No booking is touched. Where events are to be removed and there is no network, `offline` decides: `refuse` changes nothing, `wait` does it all once the calendar can be reached (`waits`).",
    Farewell.extend({ offline: z.enum(["refuse", "wait"]).default("refuse") }),
    z.strictObject({ removedEvents: z.int(), revoked: z.boolean(), waits: z.boolean() }),
    ["NOT_CONNECTED", "NO_NETWORK"],
  ),
  "google.stay": channel("Takes back a disconnect that waits for the network.", Nothing, Nothing, [
    "NOT_CONNECTED",
  ]),
  "sync.status": channel("The state of the sync.", Nothing, SyncStatus),
  "sync.now": channel(
    "Looks at the calendar now and sends what waits; answers when the cycle ended.",
    Nothing,
    SyncStatus,
    ["NOT_CONNECTED"],
  ),
  "sync.glance": channel(
    "Somebody looks at the window: the calendar is looked at too, at most once a minute, unless the sync rests.",
    Nothing,
    Nothing,
  ),
  "sync.pause": channel(
    "Stops the sync for a time; changes wait.",
    z.strictObject({ length: z.enum(["hour", "today", "untilResumed"]) }),
    SyncStatus,
    ["NOT_CONNECTED"],
  ),
  "sync.resume": channel("Ends a pause.", Nothing, SyncStatus, ["NOT_CONNECTED"]),
  "sync.answerGuard": channel(
    "Answers the question of the mass-change guard.",
    z.strictObject({ answer: z.enum(["goAhead", "keep"]) }),
    SyncStatus,
    ["NOT_FOUND"],
  ),
  "sync.guarded": channel(
    "Examples of what the guard's question is about, in words, the nearest in time first; empty while nothing is asked.",
    Nothing,
    z.array(z.string()),
  ),
  "sync.attention": channel("What needs a person, newest first.", Nothing, z.array(AttentionItem)),
  "sync.compare": channel(
    "Both versions of what an item is about: the desk's as it is now, the calendar's as it was last read. Changes nothing.",
    z.strictObject({ id: Id }),
    Comparison,
    ["NOT_FOUND", "NOT_CONNECTED"],
  ),
  "sync.settleAttention": channel(
    "Ends an item: `retry` sends ours again, `acceptGoogle` takes over the time of the calendar, `dismiss` leaves it. `keptBoth` sends ours after a person made a second booking of the other version.",
    z.strictObject({
      id: Id,
      how: z.enum(["retry", "dismiss", "acceptGoogle", "keptBoth"]),
    }),
    Nothing,
    ["NOT_FOUND", "NOT_ALLOWED", "NOT_CONNECTED"],
  ),
  "sync.sendSkipped": channel(
    "Sends again what Google refused and somebody skipped.",
    Nothing,
    z.strictObject({ queued: z.int() }),
    ["NOT_CONNECTED"],
  ),
  "sync.journal": channel(
    "What the sync did and why, newest first.",
    z.strictObject({
      limit: z.int().min(1).max(500),
      search: z.string().max(200),
      direction: z.enum(["all", "out", "in", "trouble"]),
    }),
    z.array(JournalEntry),
  ),
  "sync.rules": channel("What the owner decided about the sync.", Nothing, SyncRules),
  "sync.setRules": channel("Changes some of the rules.", SyncRules.partial(), SyncRules),
  "sync.full": channel(
    "Compares everything with the calendar and writes only differences; answers when it is done.",
    Nothing,
    FullSyncReport,
    ["NOT_CONNECTED"],
  ),
  "sync.duplicates": channel(
    "Events in the calendar that look like doubles; changes nothing.",
    Nothing,
    z.array(DuplicateGroup),
    ["NOT_CONNECTED"],
  ),
  "sync.removeDuplicates": channel(
    "Removes the named doubles from the calendar; what is no double is refused.",
    z.strictObject({ eventIds: z.array(z.string().min(1).max(1_024)).min(1).max(500) }),
    z.strictObject({ removed: z.int() }),
    ["NOT_CONNECTED", "NOT_FOUND", "NO_NETWORK", "REMOTE_BUSY", "REMOTE_REFUSED", "SIGN_IN_NEEDED"],
  ),
} as const;
