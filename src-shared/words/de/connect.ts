import type { connect as en } from "../en/connect.ts";
import type { Translated } from "../companion/translated.ts";

export const connect: Translated<typeof en> = {
  title: "Google Kalender verbinden",
  steps: "Schritte",
  stepShared: "Was geteilt wird",
  stepSharedDone: "Name, Leistung und Notizen",
  stepSignIn: "Mit Google anmelden",
  stepCalendar: "Kalender wählen",
  stepRules: "Regeln",
  stepDone: "Abgeglichen",
  cancel: "Abbrechen",
  shared: {
    title: "Was wird mit Google geteilt?",
    about:
      "Nichts verlässt diesen Computer, bevor Sie sich angemeldet und einen Kalender gewählt haben.",
    written: "In den Kalender geschrieben",
    writtenList:
      "Name des Kunden, Leistung, Zeit und die Notizen einer Buchung: die des Kunden und die des Empfangs",
    read: "Daraus gelesen",
    readList: "Wann andere Termine Zeit brauchen. Am Empfang steht dort nur „Belegt“",
    never: "Nie gesendet",
    neverList: "Telefonnummern, E-Mail-Adressen, Preise und was auf der Karte eines Kunden steht",
    makeCalendar: "Bellhop darf einen Kalender „Buchungen“ anlegen",
    makeCalendarMore:
      "Hält Buchungen von privaten Terminen getrennt. Google fragt nach einer Erlaubnis mehr",
    signIn: "Über Google anmelden",
  },
  waiting: {
    title: "Warten auf Google…",
    about: "Die Anmeldung ist in Ihrem Browser offen. Kommen Sie danach hierher zurück.",
    until: "Bellhop wartet bis {{time}}.",
    again: "Noch einmal öffnen",
    link: "Oder öffnen Sie diese Adresse in einem Browser auf diesem Computer",
    copy: "Kopieren",
    copied: "Kopiert",
    nothingWritten: "Es wird nichts geschrieben, bevor Sie einen Kalender gewählt haben.",
  },
  failed: {
    title: "Das hat nicht geklappt",
    denied: "Die Erlaubnis wurde verweigert",
    timedOut: "Niemand hat sich angemeldet",
    scope: "Ein Häkchen fehlte",
    scopeText: "Google hat nicht erlaubt:",
    scopeFix:
      "Fragen Sie noch einmal und lassen Sie jedes Häkchen gesetzt. Es wurde nichts verbunden.",
    askAgain: "Noch einmal fragen",
    tryAgain: "Noch einmal versuchen",
  },
  scopes: {
    events: "Termine in Ihren Kalendern sehen und ändern",
    calendarList: "Die Liste Ihrer Kalender sehen",
    makeCalendar: "Einen Kalender anlegen",
  },
  calendar: {
    title: "Welcher Kalender?",
    about:
      "Buchungen kommen hinein, und was sonst darin steht, sperrt Zeit am Empfang. Es wird nichts geschrieben, bevor Sie fortfahren.",
    make: "Neuen Kalender „{{name}}“ anlegen",
    makeMore: "Von privaten Terminen getrennt",
    makeNeedsPermission: "Von privaten Terminen getrennt. Google fragt nach einer Erlaubnis mehr",
    askToMake: "Darum bitten",
    newName: "Buchungen",
    recommended: "Empfohlen",
    orExisting: "Oder einen vorhandenen",
    primary: "Hauptkalender des Kontos",
    current: "Zurzeit benutzt",
    clearOld: "Unsere Buchungen aus „{{name}}“ entfernen",
    access: {
      owner: "Eigentümer",
      writer: "Darf Termine ändern",
      reader: "Nur lesen",
      freeBusy: "Nur frei/belegt",
      unknown: "Nicht bekannt",
    },
    reason: {
      reader: "Nur lesen: Google lässt dieses Konto hier nicht schreiben",
      freeBusy:
        "Sie sehen nur frei und belegt. Der Eigentümer kann ihn mit „Termine ändern“ freigeben",
      unknown: "Google sagt nicht, ob dieses Konto hier schreiben darf",
    },
    later: "Der Kalender lässt sich später wechseln. Nichts wird doppelt.",
    none: "Dieses Konto hat keinen Kalender, in den es schreiben darf.",
    loading: "Google wird nach den Kalendern gefragt",
    starting: "Wird begonnen",
    preview: {
      looking: "Wird nachgesehen, was das bewirkt",
      events_one: "{{count}} Termin wird Zeit am Empfang sperren",
      events_other: "{{count}} Termine werden Zeit am Empfang sperren",
      bookings_one: "{{count}} Buchung wird gesendet",
      bookings_other: "{{count}} Buchungen werden gesendet",
      overlaps_one:
        "{{count}} Buchung überschneidet sich mit einem solchen Termin. Sie bleibt und wird markiert:",
      overlaps_other:
        "{{count}} Buchungen überschneiden sich mit solchen Terminen. Sie bleiben und werden markiert:",
      more_one: "und {{count}} weitere",
      more_other: "und {{count}} weitere",
      unknown: "Was das bewirkt, ließ sich gerade nicht lesen; beginnen können Sie trotzdem.",
    },
  },
  rules: {
    title: "Wie soll es gehen?",
    about:
      "Nichts wird geschrieben, bevor Sie beginnen. Alles lässt sich später bei der Verbindung ändern.",
    back: "Zurück",
    start: "Abgleich beginnen",
  },
  done: {
    title: "Google Kalender ist verbunden",
    about:
      "Buchungen gehen nach „{{calendar}}“, und was sonst darin steht, sperrt Zeit am Empfang.",
    firstSync: "Wird zum ersten Mal verglichen.",
    firstSyncOf: "{{done}} von {{total}} gesendet.",
    result:
      "Abgeglichen: {{linked}} Buchungen sind in Google, {{blocks}} belegte Zeiten sperren den Empfang.",
    canClose: "Sie können inzwischen weiterarbeiten.",
    toDetail: "Verbindung zeigen",
    toSchedule: "Zum Plan",
  },
};
