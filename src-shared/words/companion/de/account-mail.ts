import type { accountMail as en } from "../en/account-mail.ts";
import type { Translated } from "../translated.ts";

export const accountMail: Translated<typeof en> = {
  signature: "Gesendet von Bellhop, das für Geschäfte die Online-Buchung betreibt.",
  confirm: {
    subject: "Bestätigen Sie Ihre E-Mail-Adresse",
    heading: "Ist das Ihre Adresse?",
    lead: "Bestätigen Sie sie innerhalb einer Stunde, dann ist Ihr Konto fertig.",
    button: "Adresse bestätigen",
    reason:
      "Jemand hat sich mit dieser Adresse registriert. Wenn Sie es nicht waren, beachten Sie diese Mail nicht: Ohne Bestätigung gibt es kein Konto.",
  },
  known: {
    subject: "Sie haben schon ein Konto",
    heading: "Sie haben schon ein Konto",
    lead: "Jemand, vermutlich Sie, hat sich noch einmal mit dieser Adresse registriert. Melden Sie sich an wie immer; ein vergessenes Passwort können Sie dort neu wählen.",
    button: "Anmelden",
    reason: "Wenn Sie es nicht waren, beachten Sie diese Mail nicht. Es wurde nichts geändert.",
  },
  confirmFacebook: {
    subject: "Schließen Sie die Anmeldung mit Facebook ab",
    heading: "Ist das Ihre Adresse?",
    lead: "Bestätigen Sie sie innerhalb einer Stunde, in dem Browser, in dem Sie Facebook gewählt haben. Dann sind Sie angemeldet.",
    button: "Adresse bestätigen",
    reason:
      "Jemand wollte sich mit Facebook anmelden, und Facebook hat diese Adresse genannt. Wenn Sie es nicht waren, beachten Sie diese Mail nicht: Ohne Bestätigung gibt es kein Konto.",
  },
  knownFacebook: {
    subject: "Verknüpfen Sie Facebook in Ihrem Profil",
    heading: "Sie haben schon ein Konto",
    lead: "Sie haben Facebook gewählt, aber zu Ihrem Konto gehört ein anderer Weg. Melden Sie sich auf diesem an und verknüpfen Sie Facebook dann in Ihrem Profil.",
    button: "Anmelden",
    reason:
      "Facebook sagt nicht, ob eine Adresse bestätigt ist; deshalb öffnet es nie von selbst ein bestehendes Konto. Wenn Sie es nicht waren, beachten Sie diese Mail nicht.",
  },
  reset: {
    subject: "Wählen Sie ein neues Passwort",
    heading: "Wählen Sie ein neues Passwort",
    lead: "Der Link gilt eine Stunde und ein einziges Mal.",
    button: "Neues Passwort wählen",
    reason:
      "Jemand hat das auf der Anmeldeseite angefordert. Wenn Sie es nicht waren, beachten Sie diese Mail nicht: Ihr Passwort bleibt.",
  },
  passwordChanged: {
    subject: "Ihr Passwort wurde geändert",
    heading: "Ihr Passwort wurde geändert",
    lead: "Alle Geräte sind abgemeldet. Melden Sie sich mit dem neuen Passwort an.",
    button: "Anmelden",
    reason: "Wenn Sie es nicht waren, wählen Sie auf der Anmeldeseite sofort ein neues Passwort.",
  },
  passwordAdded: {
    subject: "Ihr Konto hat jetzt ein Passwort",
    heading: "Ihr Konto hat jetzt ein Passwort",
    lead: "Sie können sich nun auch mit E-Mail-Adresse und Passwort anmelden.",
    button: "Profil öffnen",
    reason: "Wenn Sie es nicht waren, wählen Sie auf der Anmeldeseite sofort ein neues Passwort.",
  },
  deleted: {
    subject: "Ihr Konto ist gelöscht",
    heading: "Ihr Konto ist gelöscht",
    lead: "Name, Adresse und Anmeldewege sind entfernt. Buchungen, die noch bevorstanden, sind abgesagt.",
    button: "Zum Anfang",
    reason:
      "Wenn Sie es nicht waren, hatte jemand Zugang zu Ihrem Konto. Sagen Sie bitte dem Geschäft Bescheid, bei dem Sie gebucht haben.",
  },
};
