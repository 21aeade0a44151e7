import type { pair as en } from "../en/pair.ts";
import type { Translated } from "../translated.ts";

export const pair: Translated<typeof en> = {
  title: "Empfang verbinden",
  lead: "Bellhop an Ihrem Empfang zeigt einen Code, unter „Integrationen“ bei „Online-Buchung“. Geben Sie ihn hier ein.",
  code: "Code vom Empfang",
  codeHint:
    "Acht Buchstaben und Ziffern. Geben Sie nur einen Code ein, den Sie an Ihrem eigenen Empfang ablesen.",
  next: "Weiter",
  unknown:
    "Kein Empfang wartet mit diesem Code. Codes gelten zehn Minuten; der Empfang zeigt einen neuen.",
  confirmTitle: "„{{businessName}}“ verbinden?",
  confirmLead: "Nur weiter, wenn das Ihr Betrieb ist und Sie vor seinem Empfang stehen.",
  meansPublish:
    "Der Empfang veröffentlicht Leistungen, Namen des Teams und Öffnungszeiten und welche Zeiten belegt sind, ohne zu sagen, von wem.",
  meansOwner:
    "{{email}} wird Inhaber: Nur mit diesem Konto lässt sich ein anderer Empfang mit dem Betrieb verbinden.",
  meansOther: "Ist schon ein Empfang mit dem Betrieb verbunden, tritt dieser an seine Stelle.",
  confirm: "Diesen Empfang verbinden",
  otherCode: "Anderen Code eingeben",
  doneTitle: "Der Empfang ist verbunden",
  doneText: "Er erfährt davon in wenigen Sekunden von selbst. Ihre Kundschaft bucht hier:",
  foreignTitle: "Dieser Betrieb gehört zu einem anderen Konto",
  foreignText:
    "Melden Sie sich mit dem Konto an, das den ersten Empfang verbunden hat, und geben Sie den Code noch einmal ein.",
};
