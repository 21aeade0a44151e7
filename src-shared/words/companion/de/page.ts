import type { page as en } from "../en/page.ts";
import type { Translated } from "../translated.ts";

export const page: Translated<typeof en> = {
  back: "Zurück",
  skip: "Zum Inhalt",
  languages: "Sprache",
  byBellhop: "Buchungen mit Bellhop.",
  usesBellhop: "{{businessName}} nimmt Buchungen mit Bellhop an.",
  privacy: "Datenschutz",
};
