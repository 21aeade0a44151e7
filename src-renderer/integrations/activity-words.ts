import type { TFunction } from "i18next";
import { sayKey } from "../../src-shared/words/translator.ts";

export const WAY_WORDS = {
  out: "integrations.activity.toGoogle",
  in: "integrations.activity.fromGoogle",
  none: "integrations.activity.inside",
} as const;

/** What was done, or what came of it, in the words of the catalogue. */
export function sayAction(
  t: TFunction,
  words: "journal" | "journalResult",
  action: string,
): string {
  const said = sayKey(t, `${words}.${action}`);
  return said === `${words}.${action}` ? t(`${words}.unknown`) : said;
}
