import type { pane as en } from "../en/schedule-pane.ts";
import type { Translated } from "../companion/translated.ts";

export const pane: Translated<typeof en> = {
  label: "Neben dem Plan",
  previousMonth: "Monat davor",
  nextMonth: "Monat danach",
  week: "Woche {{number}}",
  day: "{{day}}, {{bookings}}",
  atDesk: "Am Empfang",
  nobodyAtDesk: "Niemand wartet.",
  waiting: "wartet {{minutes}} Min.",
  early: "{{minutes}} Min. zu früh",
  late: "{{minutes}} Min. zu spät",
  withStaff: "{{time}} {{service}} bei {{staff}}",
  next: "Als Nächstes",
  nextToday: "Als Nächstes heute",
  nothingNext: "Heute nichts mehr.",
  freeNow: "Jetzt frei: {{name}}",
  freeNowUntil: "Jetzt frei: {{name}} bis {{time}}",
  todayTitle: "Heute",
  booked: "Gebucht",
  bookedOnline: "{{count}}, davon {{online}} online",
  expected: "Erwartet",
};
