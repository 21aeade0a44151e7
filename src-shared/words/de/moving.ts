import type { moving as en } from "../en/moving.ts";
import type { Translated } from "../companion/translated.ts";

export const moving: Translated<typeof en> = {
  command: "Verlegen…",
  label: "{{customer}} ist aufgenommen",
  from: "von {{day}}, {{time}}, {{count}} Min.",
  how: "Zu einem Tag oder einer Person blättern, dann auf eine Zeit klicken oder dort Enter drücken.",
  putItBack: "Zurücklegen",
  escape: "Esc",
  pickedUp:
    "{{customer}} ist aufgenommen. Pfeiltasten wählen eine Zeit, Bild ab den nächsten Tag, Enter legt ab, Escape legt zurück.",
  putBack: "{{customer}} bleibt am alten Platz.",
  slot: "{{day}}, {{time}}, {{name}}, {{state}}",
  free: "frei",
  slotHint: "Pfeiltasten wählen eine Zeit, Enter bucht sie",
};
