import type { host as en } from "../en/host.ts";
import type { Translated } from "../companion/translated.ts";

export const host: Translated<typeof en> = {
  open: "Bellhop öffnen",
  quit: "Bellhop beenden",
  syncNow: "Jetzt abgleichen",
  pause: "Abgleich anhalten",
  pauseHour: "Für eine Stunde",
  pauseToday: "Bis morgen",
  pauseUntilResumed: "Bis ich fortsetze",
  resume: "Abgleich fortsetzen",
  restartToUpdate: "Neu starten und auf {{version}} aktualisieren",
  nothingNext: "Heute keine Buchungen mehr",
  booking: "{{time}}  {{name}}, {{service}}",
  walkIn: "Ohne Termin",
  tooltip: "Bellhop: {{state}}",
  file: "Datei",
  view: "Ansicht",
  edit: "Bearbeiten",
  help: "Hilfe",
  noSuggestions: "Keine Vorschläge",
  menu: {
    settings: "Einstellungen…",
    about: "Über Bellhop",
    help: "Hilfe zu Bellhop",
    search: "Suchen…",
    print: "Den Tag drucken…",
    findTime: "Freie Zeit finden…",
  },
  closeQuestion: "Soll Bellhop weiterlaufen?",
  closeMore:
    "Neben der Uhr gleicht es den Kalender weiter ab und meldet neue Buchungen. Ihre Antwort ändern Sie in den Einstellungen unter „Dieser Computer“.",
  keepRunning: "Weiterlaufen",
  quitInstead: "Beenden",
  cancel: "Abbrechen",
  startFailed: "Bellhop kann nicht starten",
};
