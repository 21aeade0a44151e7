/** When something goes wrong on the companion: what happened, what to do. */
export const failures = {
  start: "To the start",
  notFoundTitle: "This page does not exist",
  notFoundText: "The address may be mistyped, or the page is no longer there.",
  brokenTitle: "Something went wrong here",
  brokenText: "Nothing has been changed. Please try again in a moment.",
  cookiesTitle: "Your browser blocks cookies",
  cookiesText:
    "Signing in and holding a time need one cookie of this site. Allow cookies for it in your browser’s settings, then go back and try again.",
  formTitle: "This page was open for too long",
  formText: "Nothing has been changed. Please go back, reload the page and send it again.",
} as const;
