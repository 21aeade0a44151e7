import type { pane as en } from "../en/schedule-pane.ts";
import type { Translated } from "../companion/translated.ts";

export const pane: Translated<typeof en> = {
  label: "Junto a la agenda",
  previousMonth: "Mes anterior",
  nextMonth: "Mes siguiente",
  week: "Semana {{number}}",
  day: "{{day}}, {{bookings}}",
  atDesk: "En la recepción",
  nobodyAtDesk: "Nadie espera.",
  waiting: "espera {{minutes}} min",
  early: "{{minutes}} min antes",
  late: "{{minutes}} min tarde",
  withStaff: "{{time}} {{service}} con {{staff}}",
  next: "Siguiente",
  nextToday: "Siguiente hoy",
  nothingNext: "Nada más hoy.",
  freeNow: "Libre ahora: {{name}}",
  freeNowUntil: "Libre ahora: {{name}} hasta {{time}}",
  todayTitle: "Hoy",
  booked: "Reservadas",
  bookedOnline: "{{count}}, de ellas {{online}} en línea",
  expected: "Previsto",
};
