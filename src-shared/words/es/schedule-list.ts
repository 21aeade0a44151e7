import type { list as en } from "../en/schedule-list.ts";
import type { Translated } from "../companion/translated.ts";

export const list: Translated<typeof en> = {
  label: "Reservas, día tras día",
  filter: "Qué muestra la lista",
  by: { staff: "Por persona", status: "Por estado", service: "Por servicio" },
  any: { staff: "Todas las personas", status: "Cualquier estado", service: "Cualquier servicio" },
  some: {
    staff_one: "{{count}} persona",
    staff_other: "{{count}} personas",
    status_one: "{{count}} estado",
    status_other: "{{count}} estados",
    service_one: "{{count}} servicio",
    service_other: "{{count}} servicios",
  },
  showAll: "Mostrar todo",
  none: "Nada reservado.",
  noneMatches: "Nada que coincida.",
  noneMatchesTitle: "Nada coincide",
  noneMatchesText: "Un año atrás y un año adelante no hay ninguna reserva así.",
  emptyText:
    "Pulse <k>C</k> para una reserva nueva. Sin cita: <k>Shift</k><k>C</k>. Aparecen aquí día a día.",
  end: {
    before: "Nada más hasta el {{day}}, hacia atrás.",
    after: "Nada más hasta el {{day}}.",
  },
  further: { before: "Mirar más atrás", after: "Mirar más adelante" },
};
