import type { moving as en } from "../en/moving.ts";
import type { Translated } from "../companion/translated.ts";

export const moving: Translated<typeof en> = {
  command: "Mover…",
  label: "{{customer}} está en la mano",
  from: "de {{day}}, {{time}}, {{count}} min",
  how: "Vaya a cualquier día o persona y haga clic en una hora, o pulse Enter en ella.",
  putItBack: "Devolver",
  escape: "Esc",
  pickedUp:
    "{{customer}} está en la mano. Las flechas eligen una hora, Av Pág el día siguiente, Enter coloca, Escape devuelve.",
  putBack: "{{customer}} se queda donde estaba.",
  slot: "{{day}}, {{time}}, {{name}}, {{state}}",
  free: "libre",
  slotHint: "Las flechas eligen una hora, Enter la reserva",
};
