import type { errors as en } from "../en/errors.ts";
import type { Translated } from "../companion/translated.ts";

export const errors: Translated<typeof en> = {
  BAD_INPUT: "So lässt sich das nicht speichern. Sehen Sie die markierten Felder an.",
  UNKNOWN_CHANNEL:
    "Dieses Fenster und der Empfang sind verschiedene Versionen. Starten Sie Bellhop neu.",
  FORBIDDEN:
    "Der Empfang kennt dieses Fenster nicht mehr. Öffnen Sie es noch einmal von der Startseite.",
  TOO_LARGE: "Dieser Text ist zu lang zum Speichern.",
  NOT_FOUND: "Das ist nicht mehr da. Vielleicht hat es jemand entfernt.",
  STALE: "Das wurde inzwischen geändert und deshalb nicht gespeichert.",
  CONFLICT: "Zu dieser Zeit ist schon etwas im Weg.",
  TIME_SKIPPED: "Diese Zeit gibt es an dem Tag nicht: Die Uhr wird vorgestellt.",
  NOT_ALLOWED: "Das lässt sich hier nicht ändern.",
  PRACTISING:
    "Das ist ein Übungssalon: Nichts davon erreicht einen echten Kalender oder echte Kunden. Richten Sie zuerst Ihr eigenes Unternehmen ein.",
  NOT_CONNECTED: "Es ist kein Kalender verbunden.",
  ALREADY_CONNECTED: "Es ist schon ein Kalender verbunden. Trennen Sie ihn zuerst.",
  CONNECT_BUSY:
    "Eine Anmeldung läuft bereits. Schließen Sie sie im Browser ab, oder brechen Sie sie ab.",
  CONNECT_DENIED:
    "In Google hat niemand zugestimmt. Es wurde nichts verbunden und nichts geändert.",
  CONNECT_TIMED_OUT:
    "Innerhalb von fünf Minuten hat sich niemand angemeldet; Bellhop wartet nicht länger.",
  CONNECT_CANCELLED: "Die Anmeldung wurde abgebrochen.",
  CONNECT_STATE_MISMATCH:
    "Die Antwort des Browsers gehört nicht zu dieser Anmeldung und wurde abgewiesen. Beginnen Sie hier noch einmal.",
  CONNECT_FAILED:
    "Google hat die Anmeldung nicht abgeschlossen. Versuchen Sie es gleich noch einmal.",
  CONNECT_NOT_CONFIGURED:
    "Dieses Bellhop hat noch keinen Google-Client. Wer es eingerichtet hat, findet die beiden Einstellungen in der README.",
  SCOPE_MISSING: "Google hat nicht erlaubt, Termine zu ändern.",
  SIGN_IN_NEEDED: "Google bittet Sie, sich noch einmal anzumelden.",
  CALENDAR_GONE:
    "Den Kalender gibt es in Google nicht mehr, oder dieses Konto sieht ihn nicht mehr.",
  CALENDAR_READ_ONLY: "Dieses Konto darf den Kalender nur lesen.",
  COMPANION_AWAY:
    "Der Begleiter ist gerade nicht erreichbar. Es wurde nichts geändert. Versuchen Sie es später noch einmal.",
  NO_NETWORK: "Google ist von hier aus gerade nicht erreichbar. Buchen geht weiter wie immer.",
  NOT_TRUSTED:
    "Google ist aus diesem Netz nicht erreichbar: Wer an seiner Stelle antwortet, hat ein Zertifikat, dem dieser Computer nicht vertraut.",
  CLOCK_WRONG:
    "Die Uhr dieses Computers geht falsch, deshalb lehnt Google die Anmeldung ab. Stellen Sie Datum und Uhrzeit und versuchen Sie es noch einmal.",
  ACCESS_BLOCKED: "Ihre Organisation lässt Bellhop nicht an ihre Google-Konten.",
  REMOTE_BUSY: "Google begrenzt die Anfragen. Versuchen Sie es in einigen Minuten noch einmal.",
  REMOTE_REFUSED: "Google hat das abgelehnt und keinen Grund genannt, der weiterhilft.",
  KEYCHAIN_UNAVAILABLE:
    "Dieser Computer hat keinen Schlüsselbund; die Anmeldung gilt, bis Bellhop beendet wird.",
  KEYCHAIN_LOCKED:
    "Der Schlüsselbund dieses Computers ist gesperrt. Entsperren Sie ihn und versuchen Sie es noch einmal.",
  STORE_UNREADABLE:
    "Die Datei mit den Buchungen lässt sich nicht lesen. Bellhop hat sie nicht angerührt.",
  STORE_FROM_FUTURE:
    "Ein neueres Bellhop hat diese Daten benutzt. Installieren Sie die neuere Version, um sie zu öffnen.",
  STORE_BUSY: "Die Datei mit den Buchungen war einen Moment belegt. Versuchen Sie es noch einmal.",
  STORE_FULL:
    "Die Festplatte ist voll, es lässt sich nichts speichern. Schaffen Sie Platz und versuchen Sie es noch einmal.",
  PORT_TAKEN: "Ein anderes Programm benutzt die Adresse, die Bellhop auf diesem Computer braucht.",
  ALREADY_RUNNING: "Bellhop läuft auf diesem Computer schon.",
  BAD_SETTING:
    "Eine Einstellung dieses Computers ist falsch geschrieben und wurde nicht verwendet.",
  INTERNAL:
    "In Bellhop ist etwas schiefgegangen. Es steht im Protokoll; Ihre Buchungen sind sicher.",
};
