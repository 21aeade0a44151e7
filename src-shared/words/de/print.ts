import type { print as en } from "../en/print.ts";
import type { Translated } from "../companion/translated.ts";

export const print: Translated<typeof en> = {
  button: "Den Tag drucken",
  title: "{{day}} drucken",
  print: "Drucken",
  whose: "Wessen Tag",
  everybody: "Alle",
  detail: "Wie viel",
  short: "Kurz",
  shortDetail: "Zeit, Kunde und Leistung",
  detailed: "Ausführlich",
  detailedDetail: "Auch Telefon, Notizen, Hinweise und Preis",
  apart: "Jede Person auf einer eigenen Seite",

  printedAt: "gedruckt {{moment}}",
  time: "Zeit",
  customer: "Kunde",
  service: "Leistung",
  notes: "Notizen",
  price: "Preis",
  firstVisit: "erster Besuch",
  allDay: "Ganztägig",
  blocked: "Gesperrt",
  free: "Nichts gebucht.",
  nothing: "An diesem Tag arbeitet niemand, und es ist nichts gebucht.",
};
