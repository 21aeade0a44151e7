import type { notices as en } from "../en/notices.ts";
import type { Translated } from "../companion/translated.ts";

export const notices: Translated<typeof en> = {
  booked_one: "Nueva reserva en línea",
  booked_other: "{{count}} nuevas reservas en línea",
  waiting_one: "Una reserva en línea espera su respuesta",
  waiting_other: "{{count}} reservas en línea esperan su respuesta",
  cancelled_one: "Un cliente ha cancelado en línea",
  cancelled_other: "{{count}} clientes han cancelado en línea",
  arrived_one: "Ha llegado un cliente",
  arrived_other: "Han llegado {{count}} clientes",
  booking: "{{when}}: {{service}}",
  bookingNamed: "{{when}}: {{service}}, {{name}}",
  seeSchedule: "Están en la agenda.",
  show: "Mostrar",
  title: "Avisos del sistema",
  on: "Avisar de reservas en línea, cancelaciones y de que Google pide iniciar sesión",
  onMore: "Cada cosa una vez, y juntas si llegan varias a la vez.",
  arrivals: "Avisar también cuando llega un cliente",
  arrivalsMore: "Para quien trabaja lejos de la recepción. En media hora como mucho, o nunca.",
  names: "Nombrar al cliente en los avisos",
  namesMore: "Quien pase ante una pantalla bloqueada puede leerlo.",
  whenClosed: "También fuera del horario de apertura",
  whenClosedMore: "Si no, lo que llegó entretanto se avisa al abrir.",
  signIn: "Google le pide que vuelva a iniciar sesión",
  signInMore: "Las reservas nuevas esperan en este equipo; no se pierde nada.",
};
