import type { print as en } from "../en/print.ts";
import type { Translated } from "../companion/translated.ts";

export const print: Translated<typeof en> = {
  button: "Imprimir el día",
  title: "Imprimir {{day}}",
  print: "Imprimir",
  whose: "El día de quién",
  everybody: "Todos",
  detail: "Cuánto",
  short: "Breve",
  shortDetail: "Hora, cliente y servicio",
  detailed: "Detallado",
  detailedDetail: "También teléfono, notas, avisos y precio",
  apart: "Cada persona en su propia página",

  printedAt: "impreso {{moment}}",
  time: "Hora",
  customer: "Cliente",
  service: "Servicio",
  notes: "Notas",
  price: "Precio",
  firstVisit: "primera visita",
  allDay: "Todo el día",
  blocked: "Bloqueado",
  free: "Nada reservado.",
  nothing: "Nadie trabaja este día y no hay nada reservado.",
};
