export const help = {
  title: "Help",
  checks: {
    title: "Checks",
    running: "Looking",
    again: "Check again",
    at: "Checked at {{time}}. Bookings work all the time, whatever stands here.",
    failed: "The checks could not be made.",
    allFine: "Everything is well",
    needs_one: "One thing needs you",
    needs_other: "{{count}} things need you",
    result: { fine: "fine", notice: "good to know", trouble: "needs you", later: "not checked" },
  },
  check: {
    store: {
      title: "Bookings are saved on this computer",
      saved_one: "{{count}} booking",
      saved_other: "{{count}} bookings",
      unreadable: "The file with the bookings did not answer. Start Bellhop again.",
    },
    network: {
      title: "The network is there",
      answers: "Google answers in {{ms}} ms",
      silent:
        "Google does not answer. Look at the network; bookings go on, and changes go out by themselves.",
      notTrusted:
        "Somebody answers in Google’s place, with a certificate that this computer does not trust. An office proxy or a virus scanner does that: whoever looks after it can add its certificate to the system.",
      stranger:
        "Another page answers in Google’s place. Perhaps this network wants a sign-in of its own: open a web page and look.",
    },
    clock: {
      title: "The clock is right",
      right_one: "{{count}} second off; more than 5 minutes would stop the sign-in",
      right_other: "{{count}} seconds off; more than 5 minutes would stop the sign-in",
      wrong:
        'It is $t(sync.clockOff.{{clockUnit}}, {"count": {{clockAmount}} }) off. Windows: Settings, Time & language, Date & time, “Set time automatically”. macOS: System Settings, General, Date & Time.',
      unknown: "Checked when Google answers",
    },
    keychain: {
      title: "The keychain keeps the sign-in",
      kept: "It answers",
      session:
        "This computer offers no keychain. Bellhop remembers the sign-in until it is closed, and never writes it to a file.",
      locked: "It is locked. Unlock it, or sign out of the computer and in again.",
      silent:
        "It does not give out the sign-in. If the system asked whether Bellhop may use it, the answer was no: allow it in the keychain’s own settings.",
    },
    signIn: {
      title: "Google lets Bellhop in",
      good: "The sign-in is good",
      notConnected: "No account is connected. Bookings stay on this computer.",
      grantRevoked:
        "Google ended the sign-in. That happens after a new password, after half a year without use, or when somebody removed Bellhop in the Google account. What waits goes out by itself afterwards.",
      grantExpired:
        "The permission was for a limited time. An app that is still in testing at Google loses it after 7 days: publish it in the Google console, then sign in once more.",
      secretMissing:
        "The sign-in is not on this computer any more. Without a keychain it ends when Bellhop is closed.",
      clientRejected:
        "Google does not know this copy of Bellhop. Its client was deleted or changed in the Google console; whoever set it up can look there.",
      noAnswer: "Checked when Google answers",
      keychain: "Checked when the keychain answers",
    },
    access: {
      title: "The organisation allows Bellhop",
      allowed: "No rule of the organisation is in the way",
      blocked:
        "Third-party apps are blocked for this account. Its administrator can allow Bellhop in the Google Admin console.",
      notConnected: "Checked after the sign-in",
      afterSignIn: "Checked after the sign-in",
      noAnswer: "Checked when Google answers",
      keychain: "Checked when the keychain answers",
    },
    permission: {
      title: "Bellhop may see and change events",
      given: "Every permission was given",
      missing: "A box was left empty at the sign-in. Ask again and leave every box ticked.",
      notConnected: "Checked after the sign-in",
      afterSignIn: "Checked after the sign-in",
      noAnswer: "Checked when Google answers",
      keychain: "Checked when the keychain answers",
    },
    calendar: {
      title: "The calendar is there and can be written",
      there: "“{{name}}”",
      renamed: "“{{before}}” is called “{{name}}” now. Nothing else changed.",
      notChosen: "No calendar is chosen yet",
      gone: "“{{name}}” no longer exists in Google, or this account can’t see it any more.",
      readOnly:
        "“{{name}}” is read-only for this account. Its owner can share it with “Make changes to events”, or choose another.",
      notConnected: "Checked after the sign-in",
      afterSignIn: "Checked after the sign-in",
      noAnswer: "Checked when Google answers",
      keychain: "Checked when the keychain answers",
    },
    limit: {
      title: "Google’s limits leave room",
      free: "Nothing is held back",
      limited: "Google is limiting requests. Next try {{at}}; nobody has to do anything.",
      now: "Google is limiting requests at the moment; nobody has to do anything.",
      notConnected: "Checked after the sign-in",
      afterSignIn: "Checked after the sign-in",
      noAnswer: "Checked when Google answers",
      keychain: "Checked when the keychain answers",
    },
    sync: {
      title: "Desk and calendar are in step",
      inStep_one: "{{count}} booking is in Google",
      inStep_other: "{{count}} bookings are in Google",
      attention_one: "{{count}} booking needs a look",
      attention_other: "{{count}} bookings need a look",
      waits_one: "{{count}} change waits here and goes out by itself",
      waits_other: "{{count}} changes wait here and go out by themselves",
      waits_zero: "Nothing waits; Google is asked again by itself",
      asks: "The sync stopped to ask something before it removes a lot.",
      paused: "The sync is paused by you.",
      stopped: "The sync stopped for a reason that Bellhop does not know. The report says more.",
      notConnected: "Checked when a calendar is connected",
      above: "Goes on when what stands above is done",
    },
  },
  stuck: {
    title: "Still stuck?",
    about:
      "The report says what was checked and what Google answered. No names, no phone numbers, no passwords.",
    copy: "Copy diagnostics",
    copied: "The diagnostics are copied.",
    save: "Save report",
    look: "Look inside",
    inside: "What the report says",
  },
  now: "Right now",
  states: "What the sync says",
  stateWord: {
    active: "Active",
    offline: "Offline",
    error: "Error",
    disconnected: "Disconnected",
  },
  state: {
    active: "The desk and Google Calendar are in step. Changes go out within seconds.",
    offline:
      "No network. Go on booking: changes wait on this computer and go out by themselves. Google’s busy times may be out of date.",
    error:
      "Something only a person can end, such as signing in again. Nothing is lost; the red line names the one thing to do.",
    disconnected: "No calendar is connected. Bookings stay on this computer.",
  },
  questions: "Good to know",
  question: {
    move: "If somebody moves a booking in Google",
    delete: "If somebody deletes a booking in Google",
    foreign: "If somebody adds an event in Google",
    both: "If a booking is changed here and in Google",
  },
  answer: {
    move: "The booking moves too, if the new time is free for that person. If not, the event is put back.",
    delete:
      "The event is put back and Integrations asks whether to cancel the booking. Only the desk cancels a booking.",
    foreign:
      "It blocks that time at the desk as “Busy”, for everyone. Open it on the schedule to give it to one person.",
    both: "The desk wins, and Integrations says so.",
  },
  keyboard: "Keyboard",
  version: "Version",
  versionLine: "Bellhop {{version}}",
  host: { electron: "In its own window", browser: "In the browser" },
  practice: "Practice mode: a sample business beside a stand-in for Google. Nothing here is real.",
} as const;
