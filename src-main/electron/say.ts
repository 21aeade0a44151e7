import type { ErrorCode } from "../../src-shared/errors.ts";
import type { SyncPresentation } from "../../src-shared/sync-status.ts";
import type { Words } from "../../src-shared/words/index.ts";
import type { SyncSentence } from "../../src-shared/words/sync-words.ts";
import { createTranslator } from "../../src-shared/words/translator.ts";

type SayKey =
  | `host.${keyof Words["host"]}`
  | `sync.${SyncPresentation["words"]}`
  | `errors.${ErrorCode}`
  | SyncSentence["key"];

/** Asks the catalogue of words. */
export type Say = (key: SayKey, values?: Readonly<Record<string, string | number>>) => string;

export function createSay(): Say {
  const { t } = createTranslator();
  // i18next takes everything after an underscore for a plural form and so misreads the keys of error codes.
  return (key, values = {}) => t(key as "host.open", values);
}
