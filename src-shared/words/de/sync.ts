import type { sync as en } from "../en/sync.ts";
import type { Translated } from "../companion/translated.ts";

export const sync: Translated<typeof en> = {
  upToDate: "Aktuell",
  sending: "Wird gesendet",
  syncing: "Wird abgeglichen",
  firstSync: "Erster Abgleich",
  offline: "Offline",
  offlineWaiting_one: "Offline, {{count}} wartet",
  offlineWaiting_other: "Offline, {{count}} warten",
  retrying: "Neuer Versuch",
  stuck: "Google antwortet nicht",
  limited: "Google begrenzt Anfragen",
  notTrusted: "Netz nicht vertrauenswürdig",
  paused: "Angehalten",
  stale: "Lange nicht geprüft",
  needsAttention_one: "{{count}} braucht einen Blick",
  needsAttention_other: "{{count}} brauchen einen Blick",
  signIn: "Neu anmelden",
  signInExpired: "Neu anmelden",
  signInLost: "Neu anmelden",
  clientRejected: "Google unbekannt",
  keychainLocked: "Schlüsselbund gesperrt",
  keychainSilent: "Schlüsselbund antwortet nicht",
  permission: "Erlaubnis fehlt",
  calendarGone: "Kalender ist weg",
  calendarReadOnly: "Kalender nur lesbar",
  accessBlocked: "Zugang gesperrt",
  clockWrong: "Uhr geht falsch",
  unexpected: "Abgleich steht still",
  decide: "Wartet auf Antwort",
  connecting: "Warten auf Google",
  choosingCalendar: "Kalender wählen",
  notConnected: "Nicht verbunden",

  line: {
    upToDate: "Aktuell. Letzter Abgleich {{lastSync}}.",
    sending: "Was am Empfang geändert wurde, wird gesendet.",
    syncing: "Google Kalender wird angesehen.",
    firstSync: "Empfang und Google Kalender werden zum ersten Mal verglichen.",
    offline: "Kein Netz seit {{asOf}}.",
    offlineNever: "Kein Netz.",
    retrying: "Google antwortet gerade nicht. Nächster Versuch {{retryAt}}.",
    stuck:
      "Google antwortet seit mehr als einer Viertelstunde nicht. Nächster Versuch {{retryAt}}.",
    limited: "Google begrenzt die Anfragen. Nächster Versuch {{retryAt}}.",
    notTrusted:
      "Google ist aus diesem Netz nicht erreichbar: Dem Zertifikat wird nicht vertraut. Nächster Versuch {{retryAt}}.",
    paused: "Von Ihnen angehalten.",
    pausedUntil: "Von Ihnen angehalten bis {{until}}.",
    stale: "Google Kalender wurde seit {{asOf}} nicht angesehen.",
    needsAttention: "Google hat einen Teil des Gesendeten abgelehnt. Alles andere geht weiter.",
    signIn: "Google bittet Sie, sich noch einmal anzumelden.",
    signInExpired:
      "Google hat diese Erlaubnis für begrenzte Zeit gegeben, und diese Zeit ist um. Melden Sie sich noch einmal an.",
    signInLost:
      "Die Anmeldung ist nicht mehr auf diesem Computer: Ohne Schlüsselbund endet sie, wenn Bellhop beendet wird. Melden Sie sich noch einmal an.",
    clientRejected:
      "Google kennt dieses Bellhop nicht: Seine App wurde in der Google-Konsole gelöscht oder geändert.",
    keychainLocked:
      "Der Schlüsselbund dieses Computers ist gesperrt; Bellhop kann seine Anmeldung nicht benutzen. Entsperren Sie ihn und versuchen Sie es noch einmal.",
    keychainSilent:
      "Der Schlüsselbund dieses Computers gibt die Anmeldung nicht heraus. Vielleicht wurde Bellhop der Zugriff verweigert.",
    permission: "Google hat nicht erlaubt, Termine zu ändern.",
    calendarGone:
      "Den Kalender gibt es in Google nicht mehr, oder dieses Konto sieht ihn nicht mehr.",
    calendarGoneNamed:
      "Den Kalender „{{calendar}}“ gibt es in Google nicht mehr, oder dieses Konto sieht ihn nicht mehr.",
    calendarReadOnly:
      "Dieses Konto darf den Kalender nur lesen. Der Eigentümer kann ihn mit „Termine ändern“ freigeben.",
    calendarReadOnlyNamed:
      "Den Kalender „{{calendar}}“ darf dieses Konto nur lesen. Der Eigentümer kann ihn mit „Termine ändern“ freigeben.",
    accessBlocked:
      "Ihre Organisation sperrt diese App. Der Administrator kann sie in der Google-Admin-Konsole erlauben.",
    clockWrong:
      'Die Uhr dieses Computers geht um $t(sync.clockOff.{{clockUnit}}, {"count": {{clockAmount}} }) falsch. Die Zeiten am Empfang stimmen nicht, und Google lehnt eine neue Anmeldung ab.',
    unexpected: "Der Abgleich hat aus einem Grund angehalten, den Bellhop nicht kennt.",
    decide:
      "Angehalten, um Sie zu fragen. Es wurde nichts geändert; nach Ihrer Antwort geht es weiter.",
    connecting: "Wartet auf Ihre Anmeldung im Browser.",
    choosingCalendar: "Angemeldet. Wählen Sie den Kalender, in den die Buchungen gehen.",
    notConnected: "Buchungen bleiben auf diesem Computer.",
  },
  waitSafely_one: "{{count}} Buchung wartet hier; nichts ist verloren.",
  waitSafely_other: "{{count}} Buchungen warten hier; nichts ist verloren.",
  waitAndGo_one: "{{count}} Änderung wartet auf diesem Computer und geht von selbst hinaus.",
  waitAndGo_other: "{{count}} Änderungen warten auf diesem Computer und gehen von selbst hinaus.",
  parked_one: "{{count}} Buchung braucht einen Blick.",
  parked_other: "{{count}} Buchungen brauchen einen Blick.",
  notShown: "Änderungen aus Google seit {{asOf}} fehlen hier.",

  clockOff: {
    minutes_one: "{{count}} Minute",
    minutes_other: "{{count}} Minuten",
    hours_one: "{{count}} Stunde",
    hours_other: "{{count}} Stunden",
    days_one: "{{count}} Tag",
    days_other: "{{count}} Tage",
  },
  adminText:
    "Bitte erlauben Sie die App Bellhop für unsere Google-Konten. In der Google-Admin-Konsole: Sicherheit, Zugriffs- und Datenkontrolle, API-Steuerung, Zugriff von Drittanbieter-Apps verwalten, App hinzufügen, OAuth-Client-ID {{clientId}}. Sie benutzt nur Google Kalender: {{scopes}}.",

  tone: { active: "Aktiv", error: "Fehler", disconnected: "Getrennt" },

  fix: {
    connect: "Verbinden",
    signIn: "Neu anmelden",
    askPermission: "Um Erlaubnis bitten",
    chooseCalendar: "Kalender wählen",
    decide: "Antworten",
    review: "Ansehen, was hängt",
    resume: "Fortsetzen",
    retry: "Jetzt versuchen",
    help: "Was tun?",
    adminText: "Text für den Administrator kopieren",
  },
};
