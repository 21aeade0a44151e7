import type { Translated } from "./companion/translated.ts";

/** Values, nested keys and tags, which stay as they are. */
const KEPT = /(\{\{\w+\}\}|\$t\([^)]*\)\s*|<\/?\w+>)/;
const ACCENTS: Readonly<Record<string, string>> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
};
const VOWELS = /[aeiouAEIOU]/g;

function longer(text: string): string {
  return text
    .split(KEPT)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replaceAll(VOWELS, (vowel) => `${ACCENTS[vowel] ?? ""}${vowel}`),
    )
    .join("");
}

/**
 * English, accented and a third longer. A sentence that shows without an accent did not come from the catalogue,
 * and what does not fit here does not fit in a language of long words.
 */
export function pseudoWords<T extends object>(words: T): Translated<T> {
  const entries = Object.entries(words).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === "string" ? longer(value) : pseudoWords(value as object),
  ]);
  return Object.fromEntries(entries) as Translated<T>;
}
