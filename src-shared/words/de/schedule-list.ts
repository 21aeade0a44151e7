import type { list as en } from "../en/schedule-list.ts";
import type { Translated } from "../companion/translated.ts";

export const list: Translated<typeof en> = {
  label: "Buchungen, Tag für Tag",
  filter: "Was die Liste zeigt",
  by: { staff: "Nach Person", status: "Nach Status", service: "Nach Leistung" },
  any: { staff: "Alle Personen", status: "Jeder Status", service: "Jede Leistung" },
  some: {
    staff_one: "{{count}} Person",
    staff_other: "{{count}} Personen",
    status_one: "{{count}} Status",
    status_other: "{{count}} Status",
    service_one: "{{count}} Leistung",
    service_other: "{{count}} Leistungen",
  },
  showAll: "Alle zeigen",
  none: "Nichts gebucht.",
  noneMatches: "Nichts, was passt.",
  noneMatchesTitle: "Nichts passt",
  noneMatchesText: "Ein Jahr zurück und ein Jahr voraus gibt es keine solche Buchung.",
  emptyText:
    "Drücken Sie <k>C</k> für eine neue Buchung. Ohne Termin: <k>Shift</k><k>C</k>. Sie stehen dann hier, Tag für Tag.",
  end: {
    before: "Nichts weiter zurück bis {{day}}.",
    after: "Nichts weiter bis {{day}}.",
  },
  further: { before: "Weiter zurück sehen", after: "Weiter voraus sehen" },
};
