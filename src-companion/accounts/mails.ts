import type { Language } from "../../src-shared/words/companion/index.ts";
import type { Mail } from "../mail/outbox.ts";
import { mailHtml, mailText } from "../mail/template.ts";
import { wordsOf } from "../pages/words.ts";

/** The mails about an account; each name is a group of the words catalogue. */
export type AccountMail =
  | "confirm"
  | "known"
  | "confirmFacebook"
  | "knownFacebook"
  | "reset"
  | "passwordChanged"
  | "passwordAdded"
  | "deleted";

export interface AccountMailParts {
  readonly kind: AccountMail;
  readonly to: string;
  readonly language: Language;
  /** Where the button leads; a mail without one has none. */
  readonly url?: string;
}

export async function accountMail({ kind, to, language, url }: AccountMailParts): Promise<Mail> {
  const t = wordsOf(language);
  const content = {
    language,
    subject: t(`accountMail.${kind}.subject`),
    sender: "Bellhop",
    heading: t(`accountMail.${kind}.heading`),
    lead: t(`accountMail.${kind}.lead`),
    ...(url === undefined ? {} : { button: { label: t(`accountMail.${kind}.button`), url } }),
    reason: t(`accountMail.${kind}.reason`),
    signature: t("accountMail.signature"),
  };
  return {
    to,
    kind: `account.${kind}`,
    subject: content.subject,
    text: mailText(content),
    html: await mailHtml(content),
    calendar: null,
  };
}
