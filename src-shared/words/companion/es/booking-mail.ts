import type { bookingMail as en } from "../en/booking-mail.ts";
import type { Translated } from "../translated.ts";

export const bookingMail: Translated<typeof en> = {
  confirmed: {
    subject: "Su reserva en {{businessName}}",
    heading: "Su reserva está confirmada",
    lead: "{{businessName}} le espera.",
  },
  changed: {
    subject: "Su reserva en {{businessName}} ha cambiado",
    heading: "Su reserva ha cambiado",
    lead: "Así queda ahora.",
  },
  declined: {
    subject: "{{businessName}} no pudo aceptar su reserva",
    heading: "Esta reserva no fue posible",
    lead: "{{businessName}} no pudo aceptarla. Quizá le venga bien otra hora.",
  },
  cancelled: {
    subject: "Su reserva en {{businessName}} fue cancelada",
    heading: "Su reserva fue cancelada",
    lead: "Ya no tendrá lugar.",
  },
  with: "{{service}} con {{staff}}",
  change: "Cambiar la hora",
  cancel: "Cancelar la reserva",
  again: "Reservar otra hora",
  until: "Ambas cosas son posibles hasta el {{time}}.",
  reason: "Recibe este correo porque pidió esta reserva a {{businessName}}.",
};
