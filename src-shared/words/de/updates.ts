import type { updates as en } from "../en/updates.ts";
import type { Translated } from "../companion/translated.ts";

export const updates: Translated<typeof en> = {
  about: "Welches Bellhop das ist und ob ein neueres bereitsteht.",
  version: "Version",
  title: "Aktualisierung",
  check: "Jetzt nachsehen",
  restart: "Neu starten und aktualisieren",
  restartMore:
    "Der Abgleich hält an, die Daten werden gesichert, und Bellhop startet als neue Version.",
  never:
    "Aktualisiert wird nur über diesen Knopf, nie beim Beenden von Bellhop oder des Computers.",
  ready: "Bellhop {{version}} ist bereit.",
  off: {
    browser: "Dieser Empfang läuft im Browser; wer ihn installiert hat, aktualisiert ihn.",
    noFeed:
      "Dieses Bellhop wurde ohne Adresse für Aktualisierungen gebaut und sucht deshalb nie danach.",
    notInstalled: "Dieses Bellhop wurde nicht installiert und aktualisiert sich deshalb nicht.",
  },
  neverChecked:
    "Bellhop sucht eine Minute nach dem Start und alle sechs Stunden nach einer neueren Version.",
  upToDate: "Das ist die neueste Version. Zuletzt nachgesehen {{time}}.",
  checking: "Neuere Version wird gesucht…",
  downloading: "Bellhop {{version}} wird geholt: {{percent}} %.",
  installing: "Bellhop {{version}} wird installiert. Das Fenster schließt sich und kommt wieder.",
  failed: {
    offline: "Die neuere Version war nicht erreichbar. Bellhop versucht es von selbst wieder.",
    feedUnreadable:
      "Was am Ort für Aktualisierungen liegt, lässt sich nicht lesen. Es wurde nichts geändert.",
    refused:
      "Was als Aktualisierung angeboten wurde, ist kein echtes Bellhop und wurde verworfen. Es wurde nichts geändert. Bleibt das so, sagen Sie es dem, der Bellhop installiert hat.",
    noSpace:
      "Auf der Festplatte ist nicht genug Platz für die Aktualisierung. Es wurde nichts geändert.",
    backupFailed:
      "Die Daten ließen sich nicht sichern, deshalb wurde nicht aktualisiert. Ist Platz auf der Festplatte? Es wurde nichts geändert.",
  },
};
