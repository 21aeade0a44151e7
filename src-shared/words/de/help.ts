import type { help as en } from "../en/help.ts";
import type { Translated } from "../companion/translated.ts";

export const help: Translated<typeof en> = {
  title: "Hilfe",
  checks: {
    title: "Prüfungen",
    running: "Wird geprüft",
    again: "Noch einmal prüfen",
    at: "Geprüft um {{time}}. Buchen geht die ganze Zeit, was auch immer hier steht.",
    failed: "Die Prüfungen waren nicht möglich.",
    allFine: "Alles in Ordnung",
    needs_one: "Eine Sache braucht Sie",
    needs_other: "{{count}} Sachen brauchen Sie",
    result: {
      fine: "in Ordnung",
      notice: "gut zu wissen",
      trouble: "braucht Sie",
      later: "nicht geprüft",
    },
  },
  check: {
    store: {
      title: "Buchungen sind auf diesem Computer gespeichert",
      saved_one: "{{count}} Buchung",
      saved_other: "{{count}} Buchungen",
      unreadable: "Die Datei mit den Buchungen hat nicht geantwortet. Starten Sie Bellhop neu.",
    },
    network: {
      title: "Das Netz ist da",
      answers: "Google antwortet in {{ms}} ms",
      silent:
        "Google antwortet nicht. Sehen Sie nach dem Netz; Buchen geht weiter, und Änderungen gehen von selbst hinaus.",
      notTrusted:
        "Jemand antwortet an Googles Stelle, mit einem Zertifikat, dem dieser Computer nicht vertraut. Das tun Büro-Proxys und Virenscanner: Wer sie betreut, kann ihr Zertifikat dem System hinzufügen.",
      stranger:
        "Eine andere Seite antwortet an Googles Stelle. Vielleicht verlangt dieses Netz eine eigene Anmeldung: Öffnen Sie eine Webseite und sehen Sie nach.",
    },
    clock: {
      title: "Die Uhr geht richtig",
      right_one: "{{count}} Sekunde daneben; mehr als 5 Minuten würden die Anmeldung verhindern",
      right_other: "{{count}} Sekunden daneben; mehr als 5 Minuten würden die Anmeldung verhindern",
      wrong:
        'Sie geht um $t(sync.clockOff.{{clockUnit}}, {"count": {{clockAmount}} }) falsch. Windows: Einstellungen, Zeit und Sprache, Datum und Uhrzeit, „Uhrzeit automatisch festlegen“. macOS: Systemeinstellungen, Allgemein, Datum & Uhrzeit.',
      unknown: "Wird geprüft, wenn Google antwortet",
    },
    keychain: {
      title: "Der Schlüsselbund bewahrt die Anmeldung",
      kept: "Er antwortet",
      session:
        "Dieser Computer hat keinen Schlüsselbund. Bellhop merkt sich die Anmeldung, bis es beendet wird, und schreibt sie nie in eine Datei.",
      locked: "Er ist gesperrt. Entsperren Sie ihn, oder melden Sie sich am Computer neu an.",
      silent:
        "Er gibt die Anmeldung nicht heraus. Wenn das System gefragt hat, ob Bellhop ihn benutzen darf, war die Antwort Nein: Erlauben Sie es in den Einstellungen des Schlüsselbunds.",
    },
    signIn: {
      title: "Google lässt Bellhop ein",
      good: "Die Anmeldung gilt",
      notConnected: "Es ist kein Konto verbunden. Buchungen bleiben auf diesem Computer.",
      grantRevoked:
        "Google hat die Anmeldung beendet. Das geschieht nach einem neuen Passwort, nach einem halben Jahr ohne Nutzung oder wenn jemand Bellhop im Google-Konto entfernt hat. Was wartet, geht danach von selbst hinaus.",
      grantExpired:
        "Die Erlaubnis galt nur für begrenzte Zeit. Eine App, die bei Google noch im Test ist, verliert sie nach 7 Tagen: Veröffentlichen Sie sie in der Google-Konsole und melden Sie sich dann noch einmal an.",
      secretMissing:
        "Die Anmeldung ist nicht mehr auf diesem Computer. Ohne Schlüsselbund endet sie, wenn Bellhop beendet wird.",
      clientRejected:
        "Google kennt dieses Bellhop nicht. Sein Client wurde in der Google-Konsole gelöscht oder geändert; wer es eingerichtet hat, kann dort nachsehen.",
      noAnswer: "Wird geprüft, wenn Google antwortet",
      keychain: "Wird geprüft, wenn der Schlüsselbund antwortet",
    },
    access: {
      title: "Die Organisation erlaubt Bellhop",
      allowed: "Keine Regel der Organisation ist im Weg",
      blocked:
        "Apps von Dritten sind für dieses Konto gesperrt. Der Administrator kann Bellhop in der Google-Admin-Konsole erlauben.",
      notConnected: "Wird nach der Anmeldung geprüft",
      afterSignIn: "Wird nach der Anmeldung geprüft",
      noAnswer: "Wird geprüft, wenn Google antwortet",
      keychain: "Wird geprüft, wenn der Schlüsselbund antwortet",
    },
    permission: {
      title: "Bellhop darf Termine sehen und ändern",
      given: "Alles wurde erlaubt",
      missing:
        "Bei der Anmeldung blieb ein Häkchen leer. Fragen Sie noch einmal und lassen Sie jedes Häkchen gesetzt.",
      notConnected: "Wird nach der Anmeldung geprüft",
      afterSignIn: "Wird nach der Anmeldung geprüft",
      noAnswer: "Wird geprüft, wenn Google antwortet",
      keychain: "Wird geprüft, wenn der Schlüsselbund antwortet",
    },
    calendar: {
      title: "Der Kalender ist da und beschreibbar",
      there: "„{{name}}“",
      renamed: "„{{before}}“ heißt jetzt „{{name}}“. Sonst hat sich nichts geändert.",
      notChosen: "Noch kein Kalender gewählt",
      gone: "„{{name}}“ gibt es in Google nicht mehr, oder dieses Konto sieht ihn nicht mehr.",
      readOnly:
        "„{{name}}“ darf dieses Konto nur lesen. Der Eigentümer kann ihn mit „Termine ändern“ freigeben, oder wählen Sie einen anderen.",
      notConnected: "Wird nach der Anmeldung geprüft",
      afterSignIn: "Wird nach der Anmeldung geprüft",
      noAnswer: "Wird geprüft, wenn Google antwortet",
      keychain: "Wird geprüft, wenn der Schlüsselbund antwortet",
    },
    limit: {
      title: "Googles Grenzen lassen Platz",
      free: "Nichts wird zurückgehalten",
      limited: "Google begrenzt die Anfragen. Nächster Versuch {{at}}; niemand muss etwas tun.",
      now: "Google begrenzt gerade die Anfragen; niemand muss etwas tun.",
      notConnected: "Wird nach der Anmeldung geprüft",
      afterSignIn: "Wird nach der Anmeldung geprüft",
      noAnswer: "Wird geprüft, wenn Google antwortet",
      keychain: "Wird geprüft, wenn der Schlüsselbund antwortet",
    },
    sync: {
      title: "Empfang und Kalender stimmen überein",
      inStep_one: "{{count}} Buchung ist in Google",
      inStep_other: "{{count}} Buchungen sind in Google",
      attention_one: "{{count}} Buchung braucht einen Blick",
      attention_other: "{{count}} Buchungen brauchen einen Blick",
      waits_one: "{{count}} Änderung wartet hier und geht von selbst hinaus",
      waits_other: "{{count}} Änderungen warten hier und gehen von selbst hinaus",
      waits_zero: "Nichts wartet; Google wird von selbst wieder gefragt",
      asks: "Der Abgleich hat angehalten, um zu fragen, bevor er viel entfernt.",
      paused: "Sie haben den Abgleich angehalten.",
      stopped:
        "Der Abgleich hat aus einem Grund angehalten, den Bellhop nicht kennt. Der Bericht sagt mehr.",
      notConnected: "Wird geprüft, wenn ein Kalender verbunden ist",
      above: "Geht weiter, wenn erledigt ist, was darüber steht",
    },
  },
  stuck: {
    title: "Hilft das nicht?",
    about:
      "Der Bericht sagt, was geprüft wurde und was Google geantwortet hat. Keine Namen, keine Telefonnummern, keine Passwörter.",
    copy: "Diagnose kopieren",
    copied: "Die Diagnose ist kopiert.",
    save: "Bericht speichern",
    look: "Hineinsehen",
    inside: "Was im Bericht steht",
  },
  now: "Im Moment",
  states: "Was der Abgleich sagt",
  stateWord: {
    active: "Aktiv",
    offline: "Offline",
    error: "Fehler",
    disconnected: "Getrennt",
  },
  state: {
    active:
      "Empfang und Google Kalender stimmen überein. Änderungen gehen innerhalb von Sekunden hinaus.",
    offline:
      "Kein Netz. Buchen Sie weiter: Änderungen warten auf diesem Computer und gehen von selbst hinaus. Die belegten Zeiten aus Google können veraltet sein.",
    error:
      "Etwas, das nur ein Mensch beheben kann, etwa eine neue Anmeldung. Nichts ist verloren; die rote Zeile nennt das eine, was zu tun ist.",
    disconnected: "Es ist kein Kalender verbunden. Buchungen bleiben auf diesem Computer.",
  },
  questions: "Gut zu wissen",
  question: {
    move: "Wenn jemand eine Buchung in Google verlegt",
    delete: "Wenn jemand eine Buchung in Google löscht",
    foreign: "Wenn jemand in Google einen Termin einträgt",
    both: "Wenn eine Buchung hier und in Google geändert wird",
  },
  answer: {
    move: "Die Buchung rückt mit, wenn die neue Zeit bei der Person frei ist. Sonst wird der Termin zurückgesetzt.",
    delete:
      "Der Termin wird wiederhergestellt, und unter Integrationen steht die Frage, ob die Buchung abgesagt werden soll. Nur der Empfang sagt eine Buchung ab.",
    foreign:
      "Er sperrt die Zeit am Empfang als „Belegt“, für alle. Öffnen Sie ihn im Plan, um ihn einer Person zu geben.",
    both: "Der Empfang gewinnt, und unter Integrationen steht es.",
  },
  keyboard: "Tastatur",
  version: "Version",
  versionLine: "Bellhop {{version}}",
  host: { electron: "Im eigenen Fenster", browser: "Im Browser" },
  practice:
    "Übung: ein Beispielbetrieb neben einem Stellvertreter für Google. Nichts hier ist echt.",
};
