/** Sign-in that did not work: what happened, what it means, what to do. */
export const trouble = {
  title: "Trouble signing in?",
  lead: "These are the usual reasons.",
  tryAgain: "Try again",
  tryGoogle: "Try again with Google",
  tryFacebook: "Try again with Facebook",
  byEmail: "Sign in with your e-mail address",
  toProfile: "Back to the profile",
  cookies: {
    title: "Your browser blocks cookies",
    text: "Signing in needs one cookie of this site. Allow cookies for it in your browser’s settings, or open the page in another browser. A page inside another app often can’t keep any: choose “Open in browser” there.",
  },
  popup: {
    title: "A window did not open",
    text: "Signing in here needs no pop-up window: Google and Facebook open in this very window and lead back. If nothing opens, a blocker stops it; allow this site there, or sign in with your e-mail address.",
  },
  cancelled: {
    title: "Signing in was cancelled",
    text: "You came back without agreeing. Nothing has been passed on to us. You can try again or use your e-mail address.",
  },
  unverified: {
    title: "Google has not confirmed your address",
    text: "Your Google account has an e-mail address that is not confirmed yet, so we can’t tell that it is yours. Confirm it with Google, or sign in with your e-mail address here.",
  },
  disabled: {
    title: "This account is closed",
    text: "The provider has disabled this account, or your organisation does not allow it to sign in here. The provider can tell you why. Meanwhile your e-mail address works.",
  },
  down: {
    title: "The provider does not answer",
    text: "Google or Facebook is out of reach at the moment. That is not your fault, and usually over in minutes. Your e-mail address works meanwhile.",
  },
  expired: {
    title: "This link is no longer good",
    text: "It was used already, is too old, or was begun in another browser. Nothing has been changed. Please begin again.",
  },
  noEmail: {
    title: "Facebook gave no e-mail address",
    text: "Your Facebook account has none, or you chose not to pass it on. Confirmations need one: please sign up with your e-mail address.",
  },
  linkedElsewhere: {
    title: "This account can’t be linked",
    text: "It belongs to another customer already, or the provider has not confirmed its address. Nothing has been changed.",
  },
  tooMany: {
    title: "Too many tries",
    text: "Please wait a quarter of an hour, then try again. Nothing is lost meanwhile.",
  },
} as const;
