/** Languages that somebody can choose: of the desk, of the customers' pages and mails. */
export const LANGUAGES = ["en", "de", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Their names, each in its own words, so that it is found by whoever can't read the present one. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  de: "Deutsch",
  es: "Español",
};

/**
 * Made of English for tests: right to left, and a third longer. It is accepted as a choice and offered nowhere.
 */
export const PSEUDO = "ar-XB";

/** What the words are in. */
export type Spoken = Language | typeof PSEUDO;

export const LANGUAGE_CHOICES = ["system", ...LANGUAGES, PSEUDO] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** How hours are counted: as usual where the business is, or as chosen. */
export const CLOCK_CHOICES = ["region", "12", "24"] as const;
export type ClockChoice = (typeof CLOCK_CHOICES)[number];

export function asLanguage(text: string | undefined): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

/** The first of ours among BCP 47 tags, the most wanted first; English if there is none. */
export function bestLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = asLanguage(tag.toLowerCase().split("-")[0]);
    if (found !== null) return found;
  }
  return "en";
}

/** The tags of an Accept-Language header, the most wanted first; without those it refuses. */
export function acceptedTags(header: string): readonly string[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.find((one) => one.trim().startsWith("q="));
      return { tag, q: weight === undefined ? 1 : Number(weight.trim().slice(2)) };
    })
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q)
    .map(({ tag }) => tag);
}

/** @param systemTags what the computer asks for, the most wanted first */
export function spokenOf(choice: LanguageChoice, systemTags: readonly string[]): Spoken {
  return choice === "system" ? bestLanguage(systemTags) : choice;
}

export function directionOf(spoken: Spoken): "ltr" | "rtl" {
  return spoken === PSEUDO ? "rtl" : "ltr";
}

export interface Writing {
  readonly spoken: Spoken;
  /** BCP 47, the business's own. */
  readonly locale: string;
  readonly clock: ClockChoice;
}

const CYCLES = { "12": "h12", "24": "h23" } as const;

/**
 * The BCP 47 locale that dates, times and money are written by: in the language of the words, by the habits of the
 * business's region. A locale of the same language is taken as it is, so `de-CH` keeps its ways.
 */
export function formatLocale({ spoken, locale, clock }: Writing): string {
  const own = new Intl.Locale(locale);
  // Hebrew stands for the language of tests: it is written from the right and counts in the digits of English.
  const language = spoken === PSEUDO ? "he" : spoken;
  const region = own.maximize().region;
  const base =
    own.language === language ? own : new Intl.Locale(language, region ? { region } : {});
  return clock === "region"
    ? base.toString()
    : new Intl.Locale(base, { hourCycle: CYCLES[clock] }).toString();
}
