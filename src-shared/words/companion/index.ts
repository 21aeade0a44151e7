import { failures as failuresDe } from "./de/failures.ts";
import { page as pageDe } from "./de/page.ts";
import { failures } from "./en/failures.ts";
import { page } from "./en/page.ts";
import { failures as failuresEs } from "./es/failures.ts";
import { page as pageEs } from "./es/page.ts";
import type { Translated } from "./translated.ts";

/** Languages of the customers' pages and mails. */
export const LANGUAGES = ["en", "de", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

const en = { failures, page } as const;

export type CompanionWords = typeof en;

/** The words of the companion. `{{name}}` is a value, `_one` and `_other` are plural forms (i18next). */
export const COMPANION_WORDS: Readonly<Record<Language, Translated<CompanionWords>>> = {
  en,
  de: { failures: failuresDe, page: pageDe },
  es: { failures: failuresEs, page: pageEs },
};
