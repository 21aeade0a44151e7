/**
 * Where Google's own sources disagree or say nothing, the simulator does not pretend to know:
 * each such point is a switch. The first value named is the default.
 */
export interface Switches {
  /** Write to a cancelled event: a status other than cancelled revives it, or every write is 403. */
  readonly cancelledWrites: "revive" | "forbidden";
  /** dateTime with neither offset nor timeZone: 400, or read in the calendar's zone. */
  readonly localTimeWithoutZone: "reject" | "calendarZone";
  /** Several privateExtendedProperty constraints: all must match, or any. */
  readonly repeatedProperties: "and" | "or";
  /** An event that ends when it starts: 400 timeRangeEmpty, or accepted. */
  readonly zeroLength: "reject" | "accept";
  /** A sync token that was never issued. */
  readonly garbageSyncToken: 410 | 400;
  /** created / updated in a body: silently dropped, or 400. */
  readonly serverFieldsInBody: "ignore" | "reject";
  /** Exceptions of a series whose start or rule changed; dropped ones are told as cancelled rows or not at all. */
  readonly exceptionsAfterReanchor: "keep" | "drop" | "dropUnsaid";
  /** Whether an increment reports an edit that touched nothing but reminders. */
  readonly reminderEditsInIncrements: boolean;
  /** Zone of the times in answers. */
  readonly dateTimeEcho: "calendarZone" | "utc";
  /** Shape of the ids of recurring instances, before and after the change announced for Q3 2026. */
  readonly instanceIds: "classic" | "documentedAlphabet";
  /** Whether the bound timeMin of events.instances includes an instance that ends at it. */
  readonly instancesTimeMin: "exclusive" | "inclusive";
  /** Whether an exception belongs to a window by its new time only, or by its original time too. */
  readonly exceptionWindow: "ownTime" | "ownOrOriginalTime";
  /** Whether a sync token keeps the window of its first list. */
  readonly incrementWindow: "forgotten" | "remembered";
  /** Which rows an increment has after a series with exceptions was deleted. */
  readonly deletedSeriesRows: "both" | "masterOnly" | "exceptionsOnly";
  /** Whether a cancelled row of an increment without showDeleted carries its details. */
  readonly cancelledRowsInIncrements: "bare" | "detailed";
  /** Whether a start that its own rule does not generate is an occurrence. */
  readonly startAlwaysOccurs: boolean;
  /** EXDATE counts only in the kind and zone of the series, or for every equal instant. */
  readonly exdateMatching: "kindAndZone" | "instant";
  /** UNTIL must be UTC for timed series and a date for all-day ones, or anything goes. */
  readonly untilKind: "strict" | "lenient";
  /** Pages that hold nothing and still point to a next one. */
  readonly emptyPages: "never" | "first" | "everyOther";
  /** Whether a list made with orderBy ends with a sync token. */
  readonly orderedListsGiveSyncTokens: boolean;
  /** Whether a change of access rights kills the calendar's sync tokens. */
  readonly aclChangeKillsSyncTokens: boolean;
  /** Age in ms at which a sync token dies; unpublished, so never by default. */
  readonly syncTokenLifeMs: number;
  /** Age in ms before which updatedMin is refused (30 days is what connectors assume). */
  readonly updatedMinLifeMs: number;
  /** Publishing status "Testing": refresh tokens end seven days after consent. */
  readonly testingMode: boolean;
  /** Whether the boxes of the consent page start ticked. */
  readonly consentBoxesTicked: boolean;
  /** Whether a code or refresh token may be redeemed without the client's secret. */
  readonly clientSecretOptional: boolean;
  /** Lets watch channels deliver to plain http addresses, which Google refuses. */
  readonly allowHttpWebhooks: boolean;
  /** Notifications are counted but not sent: Google loses a small share of them. */
  readonly loseNotifications: boolean;
  /** events.instances of an event that does not recur. */
  readonly instancesOfSingle: 400 | 404 | "empty";
  /** The claim email_verified of whoever signs in. */
  readonly emailVerified: boolean;
  /** Whether redeeming a code works, or Google says that the account is disabled. */
  readonly accountDisabled: boolean;
  /** Whether the signature of id_tokens is good, spoilt, or the token no token at all. */
  readonly idTokens: "good" | "badSignature" | "garbage";
}

export const defaultSwitches: Switches = {
  cancelledWrites: "revive",
  localTimeWithoutZone: "reject",
  repeatedProperties: "and",
  zeroLength: "reject",
  garbageSyncToken: 410,
  serverFieldsInBody: "ignore",
  exceptionsAfterReanchor: "keep",
  reminderEditsInIncrements: false,
  dateTimeEcho: "calendarZone",
  instanceIds: "classic",
  instancesTimeMin: "exclusive",
  exceptionWindow: "ownTime",
  incrementWindow: "forgotten",
  deletedSeriesRows: "both",
  cancelledRowsInIncrements: "bare",
  startAlwaysOccurs: true,
  exdateMatching: "kindAndZone",
  untilKind: "strict",
  emptyPages: "never",
  orderedListsGiveSyncTokens: false,
  aclChangeKillsSyncTokens: true,
  syncTokenLifeMs: Number.MAX_SAFE_INTEGER,
  updatedMinLifeMs: 30 * 86_400_000,
  testingMode: false,
  consentBoxesTicked: true,
  clientSecretOptional: false,
  allowHttpWebhooks: false,
  loseNotifications: false,
  instancesOfSingle: 400,
  emailVerified: true,
  accountDisabled: false,
  idTokens: "good",
};
