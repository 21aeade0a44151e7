import type { bookingMail as en } from "../en/booking-mail.ts";
import type { Translated } from "../translated.ts";

export const bookingMail: Translated<typeof en> = {
  confirmed: {
    subject: "Ihr Termin bei {{businessName}}",
    heading: "Ihr Termin ist bestätigt",
    lead: "{{businessName}} erwartet Sie.",
  },
  changed: {
    subject: "Ihr Termin bei {{businessName}} wurde geändert",
    heading: "Ihr Termin wurde geändert",
    lead: "So steht er jetzt.",
  },
  declined: {
    subject: "{{businessName}} konnte Ihren Termin nicht annehmen",
    heading: "Dieser Termin war nicht möglich",
    lead: "{{businessName}} konnte ihn nicht annehmen. Vielleicht passt eine andere Zeit.",
  },
  cancelled: {
    subject: "Ihr Termin bei {{businessName}} wurde abgesagt",
    heading: "Ihr Termin wurde abgesagt",
    lead: "Er findet nicht mehr statt.",
  },
  with: "{{service}} bei {{staff}}",
  change: "Zeit ändern",
  cancel: "Termin absagen",
  again: "Andere Zeit buchen",
  until: "Beides ist bis {{time}} möglich.",
  reason: "Sie bekommen diese Mail, weil Sie {{businessName}} um diesen Termin gebeten haben.",
};
