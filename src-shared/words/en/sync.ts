/**
 * The state of the sync in words. A key directly below `sync` is one of `SyncPresentation.words`, short enough for
 * the title bar; `line` says the same in a sentence. What waits and what is not shown are sentences of their own,
 * so that each is said only when it is true (`sync-words.ts` puts them together).
 */
export const sync = {
  upToDate: "Up to date",
  sending: "Sending",
  syncing: "Syncing",
  firstSync: "First sync",
  offline: "Offline",
  offlineWaiting_one: "Offline, {{count}} waiting",
  offlineWaiting_other: "Offline, {{count}} waiting",
  retrying: "Trying again",
  stuck: "Google does not answer",
  limited: "Google limits requests",
  notTrusted: "Network not trusted",
  paused: "Paused",
  stale: "Not checked lately",
  needsAttention_one: "{{count}} needs attention",
  needsAttention_other: "{{count}} need attention",
  signIn: "Sign in again",
  signInExpired: "Sign in again",
  signInLost: "Sign in again",
  clientRejected: "Not known to Google",
  keychainLocked: "Keychain is locked",
  keychainSilent: "Keychain does not answer",
  permission: "Permission missing",
  calendarGone: "Calendar is gone",
  calendarReadOnly: "Calendar is read-only",
  accessBlocked: "Access blocked",
  clockWrong: "Clock is wrong",
  unexpected: "Sync stopped",
  decide: "Stopped to ask",
  connecting: "Waiting for Google",
  choosingCalendar: "Choose a calendar",
  notConnected: "Not connected",

  line: {
    upToDate: "Up to date. Last sync {{lastSync}}.",
    sending: "Sending what was changed at the desk.",
    syncing: "Looking at Google Calendar.",
    firstSync: "Comparing the desk with Google Calendar for the first time.",
    offline: "No network since {{asOf}}.",
    offlineNever: "No network.",
    retrying: "Google does not answer at the moment. Next try {{retryAt}}.",
    stuck: "Google has not answered for more than a quarter of an hour. Next try {{retryAt}}.",
    limited: "Google is limiting requests. Next try {{retryAt}}.",
    notTrusted:
      "Google cannot be reached from this network: the certificate is not trusted. Next try {{retryAt}}.",
    paused: "Paused by you.",
    pausedUntil: "Paused by you until {{until}}.",
    stale: "Google Calendar was not looked at since {{asOf}}.",
    needsAttention: "Google refused a part of what was sent. Everything else goes on.",
    signIn: "Google asks you to sign in again.",
    signInExpired:
      "Google gave this permission for a limited time, and that time is over. Sign in again.",
    signInLost:
      "The sign-in is not on this computer any more: without a keychain it ends when Bellhop is closed. Sign in again.",
    clientRejected:
      "Google does not know this copy of Bellhop: its app was deleted or changed in the Google console.",
    keychainLocked:
      "The keychain of this computer is locked, so Bellhop can’t use its sign-in. Unlock it, then try again.",
    keychainSilent:
      "The keychain of this computer does not give out the sign-in. Bellhop’s access may have been refused.",
    permission: "Google did not give permission to change events.",
    calendarGone: "The calendar no longer exists in Google, or this account can’t see it any more.",
    calendarGoneNamed:
      "The calendar “{{calendar}}” no longer exists in Google, or this account can’t see it any more.",
    calendarReadOnly:
      "The calendar is read-only for this account. Its owner can share it with “Make changes to events”.",
    calendarReadOnlyNamed:
      "The calendar “{{calendar}}” is read-only for this account. Its owner can share it with “Make changes to events”.",
    accessBlocked:
      "Your organisation blocks this app. Its administrator can allow it in the Google Admin console.",
    clockWrong:
      'This computer’s clock is $t(sync.clockOff.{{clockUnit}}, {"count": {{clockAmount}} }) off. Times at the desk are wrong, and Google refuses a new sign-in.',
    unexpected: "The sync stopped for a reason that Bellhop does not know.",
    decide: "Stopped to ask you. Nothing has been changed; sync goes on when you answer.",
    connecting: "Waiting for your sign-in in the browser.",
    choosingCalendar: "Signed in. Choose the calendar that bookings go to.",
    notConnected: "Bookings stay on this computer.",
  },
  /** Said after a trouble, when something waits. */
  waitSafely_one: "{{count}} booking waits here; nothing is lost.",
  waitSafely_other: "{{count}} bookings wait here; nothing is lost.",
  /** Said when what waits needs nobody. */
  waitAndGo_one: "{{count}} change waits on this computer and goes out by itself.",
  waitAndGo_other: "{{count}} changes wait on this computer and go out by themselves.",
  parked_one: "{{count}} booking needs a look.",
  parked_other: "{{count}} bookings need a look.",
  notShown: "Google’s changes since {{asOf}} are not shown.",

  /** How far a clock is off. */
  clockOff: {
    minutes_one: "{{count}} minute",
    minutes_other: "{{count}} minutes",
    hours_one: "{{count}} hour",
    hours_other: "{{count}} hours",
    days_one: "{{count}} day",
    days_other: "{{count}} days",
  },
  /** What an administrator is asked for, to be sent to them as it is. */
  adminText:
    "Please allow the app Bellhop for our Google accounts. In the Google Admin console: Security, Access and data control, API controls, Manage third-party app access, Add app, OAuth client ID {{clientId}}. It uses Google Calendar only: {{scopes}}.",

  tone: { active: "Active", error: "Error", disconnected: "Disconnected" },

  fix: {
    connect: "Connect",
    signIn: "Sign in again",
    askPermission: "Ask for permission",
    chooseCalendar: "Choose a calendar",
    decide: "Answer",
    review: "See what is stuck",
    resume: "Resume",
    retry: "Try now",
    help: "What to do",
    adminText: "Copy text for admin",
  },
} as const;
