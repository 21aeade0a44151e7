/** One text per code that can cross the bridge: what happened, what it means, what to do. */
export const errors = {
  BAD_INPUT: "Something here can’t be saved like this. Look at the marked fields.",
  UNKNOWN_CHANNEL: "This window and the desk are of different versions. Start Bellhop again.",
  FORBIDDEN: "The desk does not know this window any more. Open it again from the start page.",
  TOO_LARGE: "This text is too long to be saved.",
  NOT_FOUND: "This is not there any more. Somebody may have removed it.",
  STALE: "This was changed meanwhile, so it was not saved.",
  CONFLICT: "Something is already in the way at this time.",
  TIME_SKIPPED: "This time does not exist on that day: the clocks go forward.",
  NOT_ALLOWED: "This can’t be changed here.",
  PRACTISING:
    "This is a practice salon: nothing in it reaches a real calendar or real customers. Set up your own business first.",
  NOT_CONNECTED: "No calendar is connected.",
  ALREADY_CONNECTED: "A calendar is connected already. Disconnect it first.",
  CONNECT_BUSY: "A sign-in is under way already. Finish it in the browser, or cancel it.",
  CONNECT_DENIED:
    "Nobody gave permission in Google. Nothing was connected and nothing was changed.",
  CONNECT_TIMED_OUT: "Nobody signed in within five minutes, so Bellhop stopped waiting.",
  CONNECT_CANCELLED: "The sign-in was cancelled.",
  CONNECT_STATE_MISMATCH:
    "The answer from the browser does not belong to this sign-in, so it was refused. Start again here.",
  CONNECT_FAILED: "Google did not finish the sign-in. Try again in a moment.",
  CONNECT_NOT_CONFIGURED:
    "This copy of Bellhop has no Google client yet. Whoever set it up finds the two settings in the README.",
  SCOPE_MISSING: "Google did not give permission to change events.",
  SIGN_IN_NEEDED: "Google asks you to sign in again.",
  CALENDAR_GONE: "The calendar no longer exists in Google, or this account can’t see it any more.",
  CALENDAR_READ_ONLY: "The calendar is read-only for this account.",
  COMPANION_AWAY:
    "The companion can’t be reached at the moment. Nothing was changed. Try again in a while.",
  NO_NETWORK: "Google cannot be reached from here at the moment. Bookings go on as always.",
  NOT_TRUSTED:
    "Google cannot be reached from this network: whoever answers in its place has a certificate that this computer does not trust.",
  CLOCK_WRONG:
    "This computer’s clock is wrong, so Google refuses the sign-in. Set date and time, then try again.",
  ACCESS_BLOCKED: "Your organisation does not let Bellhop into its Google accounts.",
  REMOTE_BUSY: "Google is limiting requests. Try again in a few minutes.",
  REMOTE_REFUSED: "Google refused this and gave no reason that helps.",
  KEYCHAIN_UNAVAILABLE:
    "This computer offers no keychain, so the sign-in lasts until Bellhop is closed.",
  KEYCHAIN_LOCKED: "The keychain of this computer is locked. Unlock it and try again.",
  STORE_UNREADABLE: "The file with the bookings can’t be read. Bellhop did not touch it.",
  STORE_FROM_FUTURE: "A newer Bellhop has used this data. Install the newer version to open it.",
  STORE_BUSY: "The file with the bookings was busy for a moment. Try again.",
  STORE_FULL: "The disk is full, so nothing can be saved. Free some space and try again.",
  PORT_TAKEN: "Another program uses the address that Bellhop needs on this computer.",
  ALREADY_RUNNING: "Bellhop is running already on this computer.",
  BAD_SETTING: "A setting of this computer is written wrongly, so it was not used.",
  INTERNAL: "Something went wrong inside Bellhop. It is in the log; your bookings are safe.",
} as const;
