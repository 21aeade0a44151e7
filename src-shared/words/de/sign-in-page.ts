import type { signInBack as enBack, signInPage as en } from "../en/sign-in-page.ts";
import type { Translated } from "../companion/translated.ts";

export const signInBack: Translated<{ readonly text: typeof enBack }>["text"] = "Zurück zu Bellhop";

export const signInPage: Translated<typeof en> = {
  granted: {
    title: "Angemeldet",
    text: "Bellhop hat, was es braucht. Schließen Sie diese Seite und gehen Sie zum Empfang zurück, um einen Kalender zu wählen.",
  },
  missing: {
    title: "Ein Häkchen blieb leer",
    text: "Ohne diese Erlaubnis lässt sich der Kalender nicht abgleichen. Gehen Sie zum Empfang zurück und fragen Sie noch einmal, mit allen Häkchen.",
  },
  denied: {
    title: "Es wurde nichts verbunden",
    text: "Die Erlaubnis wurde verweigert. Schließen Sie diese Seite; der Empfang arbeitet ohne Google Kalender weiter.",
  },
  stateMismatch: {
    title: "Diese Antwort wurde abgewiesen",
    text: "Sie gehört nicht zu der Anmeldung, die am Empfang offen ist. Gehen Sie zum Empfang zurück und beginnen Sie noch einmal.",
  },
  failed: {
    title: "Die Anmeldung hat nicht geklappt",
    text: "Gehen Sie zum Empfang zurück: Dort steht, was geschehen ist und wie es weitergeht.",
  },
  used: {
    title: "Diese Anmeldung ist vorbei",
    text: "Sie zählt nur einmal. Gehen Sie zum Empfang zurück.",
  },
  stranger: {
    title: "Hier gibt es nichts zu sehen",
    text: "Diese Adresse wartet nur auf eine Anmeldung mit Google.",
  },
};
