import type { trouble as en } from "../en/trouble.ts";
import type { Translated } from "../translated.ts";

export const trouble: Translated<typeof en> = {
  title: "Probleme beim Anmelden?",
  lead: "Das sind die üblichen Gründe.",
  tryAgain: "Noch einmal versuchen",
  tryGoogle: "Noch einmal mit Google",
  tryFacebook: "Noch einmal mit Facebook",
  byEmail: "Mit der E-Mail-Adresse anmelden",
  toProfile: "Zurück zum Profil",
  cookies: {
    title: "Ihr Browser blockiert Cookies",
    text: "Zum Anmelden braucht diese Seite ein Cookie. Erlauben Sie es in den Einstellungen des Browsers, oder öffnen Sie die Seite in einem anderen. Eine Seite in einer anderen App kann oft keine behalten: Wählen Sie dort „Im Browser öffnen“.",
  },
  popup: {
    title: "Ein Fenster hat sich nicht geöffnet",
    text: "Zum Anmelden braucht es hier kein neues Fenster: Google und Facebook öffnen sich in diesem und führen zurück. Wenn sich nichts öffnet, hält ein Blocker es auf. Erlauben Sie dort diese Seite, oder melden Sie sich mit der E-Mail-Adresse an.",
  },
  cancelled: {
    title: "Das Anmelden wurde abgebrochen",
    text: "Sie sind ohne Zustimmung zurückgekommen. Es wurde nichts an uns weitergegeben. Versuchen Sie es noch einmal, oder nehmen Sie Ihre E-Mail-Adresse.",
  },
  unverified: {
    title: "Google hat Ihre Adresse nicht bestätigt",
    text: "Zu Ihrem Google-Konto gehört eine E-Mail-Adresse, die noch nicht bestätigt ist. Deshalb wissen wir nicht, ob sie Ihre ist. Bestätigen Sie sie bei Google, oder melden Sie sich hier mit der E-Mail-Adresse an.",
  },
  disabled: {
    title: "Dieses Konto ist gesperrt",
    text: "Der Anbieter hat dieses Konto deaktiviert, oder Ihre Organisation lässt die Anmeldung hier nicht zu. Der Anbieter kann Ihnen sagen, warum. Ihre E-Mail-Adresse geht inzwischen.",
  },
  down: {
    title: "Der Anbieter antwortet nicht",
    text: "Google oder Facebook ist gerade nicht erreichbar. Das liegt nicht an Ihnen und ist meist in Minuten vorbei. Ihre E-Mail-Adresse geht inzwischen.",
  },
  expired: {
    title: "Dieser Link gilt nicht mehr",
    text: "Er wurde schon benutzt, ist zu alt oder stammt aus einem anderen Browser. Es wurde nichts geändert. Bitte beginnen Sie noch einmal.",
  },
  noEmail: {
    title: "Facebook hat keine E-Mail-Adresse genannt",
    text: "Zu Ihrem Facebook-Konto gehört keine, oder Sie wollten sie nicht weitergeben. Für Bestätigungen brauchen wir eine: Bitte legen Sie mit Ihrer E-Mail-Adresse ein Konto an.",
  },
  linkedElsewhere: {
    title: "Dieses Konto lässt sich nicht verknüpfen",
    text: "Es gehört schon zu einem anderen Kunden, oder der Anbieter hat seine Adresse nicht bestätigt. Es wurde nichts geändert.",
  },
  tooMany: {
    title: "Zu viele Versuche",
    text: "Bitte warten Sie eine Viertelstunde und versuchen Sie es dann noch einmal. Es geht inzwischen nichts verloren.",
  },
};
