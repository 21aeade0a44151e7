import { createInstance } from "i18next";
import {
  COMPANION_WORDS,
  type CompanionWords,
  LANGUAGES,
  type Language,
} from "../../src-shared/words/companion/index.ts";
import type { Ctx } from "../http/env.ts";

/** The dotted keys of a catalogue; plural forms count once, without their ending. */
type Keys<T, Prefix extends string = ""> = {
  [K in keyof T & string]: T[K] extends string
    ? `${Prefix}${K extends `${infer Stem}_${"one" | "other"}` ? Stem : K}`
    : Keys<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

export type WordKey = Keys<CompanionWords>;
export type WordValues = Readonly<Record<string, string | number>>;
export type Say = (key: WordKey, values?: WordValues) => string;

const catalogue = createInstance();
void catalogue.init({
  fallbackLng: "en",
  initAsync: false,
  // The templates escape, and mails in plain text must not.
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(
    LANGUAGES.map((language) => [language, { translation: COMPANION_WORDS[language] }]),
  ),
});

function sayIn(language: Language): Say {
  // The library's own type knows the desk's catalogue only.
  const t = catalogue.getFixedT(language) as (key: string, values: WordValues) => string;
  return (key, values = {}) => t(key, values);
}

const SAYERS: Readonly<Record<Language, Say>> = {
  en: sayIn("en"),
  de: sayIn("de"),
  es: sayIn("es"),
};

/** The words of a language. */
export function wordsOf(language: Language): Say {
  return SAYERS[language];
}

/** The words of the language that this request wants. */
export function say(c: Ctx): Say {
  return wordsOf(c.get("language"));
}
