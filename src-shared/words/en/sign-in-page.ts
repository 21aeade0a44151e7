/** Leads from that page to the desk. */
export const signInBack = "Back to Bellhop";

/** The page that the browser shows after the sign-in with Google, before the person returns to the desk. */
export const signInPage = {
  granted: {
    title: "Signed in",
    text: "Bellhop has what it needs. Close this page and go back to the desk to choose a calendar.",
  },
  missing: {
    title: "A box was left empty",
    text: "Without that permission the calendar can’t be kept in step. Go back to the desk and ask again, with every box ticked.",
  },
  denied: {
    title: "Nothing was connected",
    text: "The permission was refused. Close this page; the desk works on without Google Calendar.",
  },
  stateMismatch: {
    title: "This answer was refused",
    text: "It does not belong to the sign-in that is open at the desk. Go back to the desk and start again.",
  },
  failed: {
    title: "The sign-in did not work",
    text: "Go back to the desk: it says what happened and how to go on.",
  },
  used: {
    title: "This sign-in is over",
    text: "It counts once only. Go back to the desk.",
  },
  stranger: {
    title: "Nothing to see here",
    text: "This address only waits for a sign-in with Google.",
  },
} as const;
