import type { notices as en } from "../en/notices.ts";
import type { Translated } from "../companion/translated.ts";

export const notices: Translated<typeof en> = {
  booked_one: "Neue Online-Buchung",
  booked_other: "{{count}} neue Online-Buchungen",
  waiting_one: "Eine Online-Buchung wartet auf Ihre Antwort",
  waiting_other: "{{count}} Online-Buchungen warten auf Ihre Antwort",
  cancelled_one: "Eine Kundin oder ein Kunde hat online abgesagt",
  cancelled_other: "{{count}} Absagen online",
  arrived_one: "Eine Kundin oder ein Kunde ist da",
  arrived_other: "{{count}} Kundinnen und Kunden sind da",
  booking: "{{when}}: {{service}}",
  bookingNamed: "{{when}}: {{service}}, {{name}}",
  seeSchedule: "Sie stehen im Kalender.",
  show: "Zeigen",
  title: "Mitteilungen des Systems",
  on: "Online-Buchungen, Absagen und eine nötige Anmeldung bei Google melden",
  onMore: "Jedes einmal, und zusammen, wenn mehreres gleichzeitig kommt.",
  arrivals: "Auch melden, wenn jemand angekommen ist",
  arrivalsMore:
    "Für alle, die nicht am Empfang sitzen. Innerhalb einer halben Stunde oder gar nicht.",
  names: "In Mitteilungen Namen nennen",
  namesMore: "Auch auf dem gesperrten Bildschirm kann sie jeder lesen, der vorbeigeht.",
  whenClosed: "Auch außerhalb der Öffnungszeiten",
  whenClosedMore: "Sonst wird gemeldet, was inzwischen kam, sobald geöffnet ist.",
  signIn: "Google bittet Sie, sich wieder anzumelden",
  signInMore: "Neue Buchungen warten auf diesem Computer; nichts geht verloren.",
};
