/** Mails about an account. Each has a subject, a heading, a lead, a button and the reason why it came. */
export const accountMail = {
  signature: "Sent by Bellhop, which runs the online bookings of the businesses you book with.",
  confirm: {
    subject: "Confirm your e-mail address",
    heading: "Is this your address?",
    lead: "Confirm it within an hour, and your account is ready.",
    button: "Confirm the address",
    reason:
      "Somebody signed up with this address. If it was not you, ignore this mail: without the confirmation there is no account.",
  },
  known: {
    subject: "You have an account already",
    heading: "You have an account already",
    lead: "Somebody, probably you, signed up with this address again. Sign in as always; if the password is forgotten, choose a new one there.",
    button: "Sign in",
    reason: "If it was not you, ignore this mail. Nothing has been changed.",
  },
  confirmFacebook: {
    subject: "Finish signing in with Facebook",
    heading: "Is this your address?",
    lead: "Confirm it within an hour, in the browser where you chose Facebook, and you are signed in.",
    button: "Confirm the address",
    reason:
      "Somebody chose Facebook to sign in, and Facebook named this address. If it was not you, ignore this mail: without the confirmation there is no account.",
  },
  knownFacebook: {
    subject: "Link Facebook in your profile",
    heading: "You have an account already",
    lead: "You chose Facebook, but your account has another way to sign in. Sign in that way; then link Facebook in your profile.",
    button: "Sign in",
    reason:
      "Facebook does not tell whether an address is confirmed, so it never opens an existing account by itself. If it was not you, ignore this mail.",
  },
  reset: {
    subject: "Choose a new password",
    heading: "Choose a new password",
    lead: "The link is good for an hour and for one time.",
    button: "Choose a new password",
    reason:
      "Somebody asked for it on the sign-in page. If it was not you, ignore this mail: your password stays.",
  },
  passwordChanged: {
    subject: "Your password was changed",
    heading: "Your password was changed",
    lead: "All devices have been signed out. Sign in with the new password.",
    button: "Sign in",
    reason: "If it was not you, choose a new password on the sign-in page at once.",
  },
  passwordAdded: {
    subject: "Your account has a password now",
    heading: "Your account has a password now",
    lead: "You can sign in with your e-mail address and this password, too.",
    button: "Open the profile",
    reason: "If it was not you, choose a new password on the sign-in page at once.",
  },
  deleted: {
    subject: "Your account is deleted",
    heading: "Your account is deleted",
    lead: "Name, address and ways to sign in are gone. Bookings that were still ahead are cancelled.",
    button: "To the start",
    reason:
      "If it was not you, somebody had access to your account. Please tell the business you booked with.",
  },
} as const;
