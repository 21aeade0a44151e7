import type { Tint } from "../../../src-shared/domain/business.ts";
import type { CalendarDate, Instant, Zone } from "../../../src-shared/domain/primitives.ts";

/**
 * The only way the engine knows a calendar. Google stands behind it; Outlook and the in-memory calendar of the
 * tests fit behind it too. Every method may reject with a `RemoteError` and with nothing else.
 */

/** When an event is. All-day dates have an exclusive end and no zone. */
export type EventTime =
  | { readonly is: "timed"; readonly start: Instant; readonly end: Instant; readonly zone: Zone }
  | { readonly is: "allDay"; readonly from: CalendarDate; readonly to: CalendarDate };

/** Our booking in the words of the engine, before a calendar's own limits and palette are applied. */
export interface OwnEvent {
  readonly bookingId: string;
  readonly title: string;
  readonly description: string;
  readonly time: EventTime;
  readonly tint: Tint;
  /** RRULE, EXDATE … lines with their prefix; empty for a single event. */
  readonly recurrence: readonly string[];
  /** True for one occurrence of a series, which has no rule of its own to be written. */
  readonly isOccurrence?: boolean;
}

/**
 * The fields of an event that the desk owns, exactly as the calendar would hold them: text cut to its limits and
 * normalised, colour from its palette. Two equal values mean that nothing has to be written.
 */
export interface EventFields {
  readonly title: string;
  readonly description: string;
  readonly time: EventTime;
  /** The provider's own key of a colour; empty for its default. */
  readonly colour: string;
  readonly recurrence: readonly string[];
}

/** What the calendar says about one event; read defensively, so that a hostile row can't stop the others. */
export type RemoteRow =
  | { readonly is: "live"; readonly event: RemoteEvent }
  /** A tombstone: only the id is sure, and for an occurrence what it belonged to. */
  | {
      readonly is: "gone";
      readonly id: string;
      readonly etag: string | null;
      readonly seriesId: string | null;
      readonly originalStart: Instant | CalendarDate | null;
    }
  /** Can't be understood; `reason` says why, for the journal. `id` is null if even that is missing. */
  | { readonly is: "malformed"; readonly id: string | null; readonly reason: string };

export interface RemoteEvent {
  readonly id: string;
  /** Opaque. */
  readonly etag: string;
  readonly fields: EventFields;
  /** True if it blocks time by the provider's rules: not transparent, not declined, not a mere note. */
  readonly busy: boolean;
  /** False where the account may not change it, such as an invitation by somebody else. */
  readonly editable: boolean;
  /** For an exception of a series: the series and which occurrence it replaces. */
  readonly seriesId: string | null;
  readonly originalStart: Instant | CalendarDate | null;
  /** The private marks we leave on our own events; null if it carries none. They help to find, never to decide. */
  readonly mark: { readonly bookingId: string; readonly installationId: string } | null;
}

export interface RemotePage {
  readonly rows: readonly RemoteRow[];
  /** Continue with this, with every other parameter unchanged; null on the last page. */
  readonly nextPage: string | null;
  /** Where the next incremental list begins; null except on the last page, and sometimes even there. */
  readonly nextCursor: string | null;
}

/** Either everything from `windowStart` on, or what changed since a cursor. */
export type ListFrom =
  | { readonly is: "window"; readonly windowStart: Instant }
  | { readonly is: "cursor"; readonly token: string };

/** What a write answered: the event as the calendar holds it now. */
export type Written = RemoteEvent;

export interface RemoteCalendar {
  /** Stable name of this calendar of this account, `google/<account>/<calendar id>`. */
  readonly key: string;
  /** Identifies the fixed list parameters; a cursor issued for others is not used. */
  readonly parameters: string;

  list(from: ListFrom, page: string | null): Promise<RemotePage>;
  /** Null if the calendar never had it; a tombstone comes as `gone`. */
  get(id: string): Promise<RemoteRow | null>;

  /**
   * One occurrence of a series of ours by the start that the rule gives it, whatever id the calendar has for it.
   * Null if the series has no such occurrence.
   */
  occurrence(seriesId: string, originalStart: Instant): Promise<RemoteRow | null>;

  /** What this calendar would hold for an event of ours. Pure. */
  render(event: OwnEvent): EventFields;
  /** The event id for a booking and generation; the same every time. Pure. */
  eventId(bookingId: string, generation: number): string;

  /** Rejects with `alreadyExists` if the id is taken, also by a tombstone. */
  insert(id: string, event: OwnEvent): Promise<Written>;
  /**
   * Writes our fields only and makes a cancelled event live again; what others added stays.
   * @param etag the version that was seen; rejects with `changedMeanwhile` if it is no longer that. Null writes anyway.
   */
  patch(id: string, event: OwnEvent, etag: string | null): Promise<Written>;
  /** Done as well if it is gone already. Rejects with `changedMeanwhile` like `patch`. */
  remove(id: string, etag: string | null): Promise<void>;

  /** Notifications of changes; null where the calendar has none. */
  readonly watching: Watching | null;
}

/** A channel over which the calendar tells an address on the internet that something changed. */
export interface Watching {
  /**
   * @param channel `token` comes with every notification and proves it
   * @returns what names the channel when it is stopped, and until when it lives
   */
  start(channel: {
    readonly id: string;
    readonly token: string;
    readonly address: string;
  }): Promise<{ readonly resourceId: string; readonly expiresAt: Instant }>;
  /** Done as well if it is over already. */
  stop(channel: { readonly id: string; readonly resourceId: string }): Promise<void>;
}

/** Why a call failed, sorted by what has to be done about it (sync-engine.md, What a failure means). */
export type RemoteFailure =
  /** No route, DNS, refused, reset. */
  | { readonly is: "noNetwork" }
  /** Somebody answers whose certificate this computer does not trust: a proxy that looks into traffic, a hotel. */
  | { readonly is: "notTrusted" }
  /** The grant can't be read: the keychain is locked, or says no. */
  | { readonly is: "keychain"; readonly why: "locked" | "silent" }
  /** The hard limit passed without a complete answer. */
  | { readonly is: "timeout" }
  /** Too many requests for the moment. */
  | { readonly is: "rateLimited"; readonly retryAfterMs: number | null }
  /** The account is limited for hours; reading goes on. */
  | { readonly is: "quotaExceeded" }
  | { readonly is: "serverError"; readonly retryAfterMs: number | null }
  /** Not the JSON that was promised: a proxy's page, a cut body. */
  | { readonly is: "badAnswer" }
  /** This one request is refused for good. */
  | { readonly is: "refused"; readonly reason: string }
  /** The grant is over: expired, revoked, or the access was taken back. */
  | {
      readonly is: "signedOut";
      readonly cause: "grantExpired" | "grantRevoked" | "secretMissing" | "clientRejected";
    }
  | { readonly is: "scopeMissing" }
  /** The organisation or the project forbids the app. */
  | { readonly is: "accessBlocked" }
  | { readonly is: "calendarGone" }
  | { readonly is: "readOnly" }
  | { readonly is: "cursorExpired" }
  | { readonly is: "alreadyExists" }
  | { readonly is: "changedMeanwhile" }
  /** No such event, or it is deleted and can't be brought back. */
  | { readonly is: "eventGone" };

/** The only thing that a `RemoteCalendar` rejects with. The message holds no token and no personal data. */
export class RemoteError extends Error {
  readonly failure: RemoteFailure;

  constructor(failure: RemoteFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "RemoteError";
    this.failure = failure;
  }
}

/** Troubles that pass by themselves: the same request is worth repeating later. */
export function passesByItself(failure: RemoteFailure): boolean {
  switch (failure.is) {
    case "noNetwork":
    case "notTrusted":
    case "timeout":
    case "rateLimited":
    case "quotaExceeded":
    case "serverError":
    case "badAnswer":
      return true;
    default:
      return false;
  }
}
