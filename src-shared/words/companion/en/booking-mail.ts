/** Mails about a booking. */
export const bookingMail = {
  confirmed: {
    subject: "Your booking with {{businessName}}",
    heading: "Your booking is confirmed",
    lead: "{{businessName}} expects you.",
  },
  changed: {
    subject: "Your booking with {{businessName}} was changed",
    heading: "Your booking was changed",
    lead: "This is how it stands now.",
  },
  declined: {
    subject: "{{businessName}} could not take your booking",
    heading: "This booking was not possible",
    lead: "{{businessName}} could not take it. Perhaps another time suits.",
  },
  cancelled: {
    subject: "Your booking with {{businessName}} was cancelled",
    heading: "Your booking was cancelled",
    lead: "It does not take place any more.",
  },
  with: "{{service}} with {{staff}}",
  change: "Change the time",
  cancel: "Cancel the booking",
  again: "Book another time",
  until: "Both are possible until {{time}}.",
  reason: "You get this mail because you asked {{businessName}} for this booking.",
} as const;
