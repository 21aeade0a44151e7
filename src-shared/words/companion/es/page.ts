import type { page as en } from "../en/page.ts";
import type { Translated } from "../translated.ts";

export const page: Translated<typeof en> = {
  back: "Atrás",
  skip: "Ir al contenido",
  languages: "Idioma",
  byBellhop: "Reservas con Bellhop.",
  usesBellhop: "{{businessName}} usa Bellhop para las reservas.",
  privacy: "Privacidad",
};
