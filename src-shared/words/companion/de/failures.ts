import type { failures as en } from "../en/failures.ts";
import type { Translated } from "../translated.ts";

export const failures: Translated<typeof en> = {
  start: "Zum Anfang",
  notFoundTitle: "Diese Seite gibt es nicht",
  notFoundText: "Vielleicht ist die Adresse vertippt, oder die Seite gibt es nicht mehr.",
  brokenTitle: "Hier ist etwas schiefgegangen",
  brokenText: "Es wurde nichts geändert. Bitte versuchen Sie es gleich noch einmal.",
  cookiesTitle: "Ihr Browser blockiert Cookies",
  cookiesText:
    "Zum Anmelden und zum Freihalten einer Zeit braucht diese Seite ein Cookie. Erlauben Sie Cookies für diese Seite in den Einstellungen des Browsers, gehen Sie zurück und versuchen Sie es noch einmal.",
  formTitle: "Diese Seite war zu lange offen",
  formText:
    "Es wurde nichts geändert. Bitte gehen Sie zurück, laden Sie die Seite neu und senden Sie sie noch einmal ab.",
};
