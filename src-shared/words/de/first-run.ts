import type { firstRun as en } from "../en/first-run.ts";
import type { Translated } from "../companion/translated.ts";

export const firstRun: Translated<typeof en> = {
  title: "Drei Fragen, dann gehört der Empfang Ihnen",
  about:
    "Alles lässt sich später in den Einstellungen ändern. Nichts verlässt diesen Computer, bevor Sie einen Kalender verbinden.",
  steps: "Schritte",
  kept: "Was Sie schreiben, bleibt erhalten, auch wenn Sie das Fenster schließen.",
  stepOf: "Schritt {{step}} von 3",
  done: "fertig",
  place: {
    short: "Name und Ort",
    title: "Wie heißt der Betrieb, und wo ist er?",
    about: "Der Plan geht nach der Uhr dieses Ortes, wo auch immer der Computer steht.",
    zoneMore: "Vorgeschlagen nach der Uhr dieses Computers.",
  },
  people: {
    short: "Zeiten und Team",
    title: "Wann ist geöffnet, und wer arbeitet da?",
    about: "Außerhalb dieser Zeiten ist der Plan grau, und Kunden können nicht buchen.",
    staff: "Wer hier arbeitet",
    staffMore:
      "Jede Person ist eine Spalte des Plans. Eigene Arbeitszeiten kommen später, in den Einstellungen.",
    name: "Name von Person {{count}}",
    add: "Person hinzufügen",
    remove: "Person {{count}} entfernen",
  },
  services: {
    short: "Leistungen",
    title: "Was kann gebucht werden?",
    about: "Wenige genügen für den Anfang. Jede bekommt eine eigene Farbe.",
    name: "Leistung {{count}}",
    duration: "Minuten von Leistung {{count}}",
    price: "Preis von Leistung {{count}}",
    nameHead: "Leistung",
    durationHead: "Minuten",
    priceHead: "Preis in {{currency}}",
    add: "Leistung hinzufügen",
    remove: "Leistung {{count}} entfernen",
  },
  practice: {
    about: "Noch unsicher?",
    begin: "In einem Übungssalon umsehen",
    beginning: "Übungssalon wird geöffnet",
    shown: "Das ist ein Übungssalon.",
    more: "Probieren Sie alles aus: Nichts hier ist echt, und nichts verlässt diesen Computer.",
    own: "Eigenes Unternehmen einrichten",
    title: "Den Übungssalon verlassen?",
    leave:
      "Alles darin wird entfernt, auch was Sie selbst eingetragen haben. Neben der Datenbank bleibt eine Sicherung. Danach führen drei Fragen zu Ihrem eigenen Unternehmen.",
    stay: "Weiter üben",
    clear: "Entfernen",
    clearing: "Wird entfernt",
  },
  back: "Zurück",
  finish: "Plan öffnen",
  finishing: "Wird geöffnet",
  errors: {
    name: "Schreiben Sie, wie der Betrieb heißt.",
    zone: "Wählen Sie eine Zeitzone.",
    closed: "Mindestens ein Tag muss geöffnet sein.",
    staff: "Schreiben Sie mindestens einen Namen.",
    services: "Schreiben Sie mindestens eine Leistung.",
    serviceName: "Diese Leistung braucht einen Namen.",
  },
};
