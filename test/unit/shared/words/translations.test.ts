import { describe, expect, test } from "vitest";
import { WORDS_DE } from "../../../../src-shared/words/de/index.ts";
import { WORDS_ES } from "../../../../src-shared/words/es/index.ts";
import { WORDS_EN } from "../../../../src-shared/words/index.ts";
import { LANGUAGES } from "../../../../src-shared/words/languages.ts";
import { loadLanguage, speakIn } from "../../../../src-shared/words/load.ts";
import { withPlurals } from "../../../../src-shared/words/plurals.ts";
import { pseudoWords } from "../../../../src-shared/words/pseudo.ts";
import { createTranslator } from "../../../../src-shared/words/translator.ts";
import { fixedParts, flatWords, hasManyWords } from "../../../fixtures/flat-words.ts";

const HINT = "Add the German and Spanish words in src-shared/words/de and es, in the same file.";
const english = flatWords(WORDS_EN);
const TRANSLATIONS = { de: WORDS_DE, es: WORDS_ES } as const;
const OTHERS = ["de", "es"] as const;

/** The bases of counted sentences: `app.integrationsNeed` of `app.integrationsNeed_other`. */
const counted = [...english.keys()]
  .filter((key) => key.endsWith("_other"))
  .map((key) => key.slice(0, -"_other".length));

test("every language that can be chosen is translated", () => {
  expect(Object.keys(TRANSLATIONS).toSorted()).toEqual(
    LANGUAGES.filter((language) => language !== "en").toSorted(),
  );
});

describe.each(OTHERS)("the words in %s", (language) => {
  const words = flatWords(TRANSLATIONS[language]);

  test("are all there, and no others", () => {
    const missing = [...english.keys()].filter((key) => !words.has(key));
    const extra = [...words.keys()].filter((key) => !english.has(key));
    expect({ missing, extra }, HINT).toEqual({ missing: [], extra: [] });
  });

  test("name the same values, tags and other keys as in English", () => {
    const different = [...words].filter(
      ([key, text]) => fixedParts(text).join() !== fixedParts(english.get(key) ?? "").join(),
    );
    expect(different).toEqual([]);
  });

  test("are not left in English", () => {
    const left = [...words].filter(
      ([key, text]) => hasManyWords(text) && text === english.get(key),
    );
    expect(left, HINT).toEqual([]);
  });

  test("are neither empty nor loud", () => {
    const wrong = [...words].filter(([, text]) => text.trim() === "" || text.includes("!"));
    expect(wrong).toEqual([]);
  });

  test("have a form for every way of counting that the language has", () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const filled = flatWords(withPlurals(TRANSLATIONS[language], language));
    const missing = counted.flatMap((base) =>
      pluralCategories.map((form) => `${base}_${form}`).filter((key) => !filled.has(key)),
    );
    expect(counted.length).toBeGreaterThan(20);
    expect(missing, HINT).toEqual([]);
  });
});

describe("a language that is chosen", () => {
  test("is spoken after its words were fetched, English before", async () => {
    const translator = createTranslator();
    expect(translator.t("schedule.today")).toBe("Today");
    await loadLanguage(translator, "de");
    expect(translator.t("schedule.today")).toBe("Today");
    await speakIn(translator, "de");
    expect(translator.t("schedule.today")).toBe("Heute");
    await speakIn(translator, "en");
    expect(translator.t("schedule.today")).toBe("Today");
  });

  test("counts by its own rules, Spanish also in millions", async () => {
    const translator = createTranslator();
    await speakIn(translator, "es");
    const said = (count: number): string => translator.t("schedule.bookings", { count });
    expect([said(0), said(1), said(2), said(1_000_000)]).toEqual([
      "ninguna reserva",
      "1 reserva",
      "2 reservas",
      "1000000 reservas",
    ]);
  });

  test("says what one sentence takes from another in the same language", async () => {
    const translator = createTranslator();
    await speakIn(translator, "de");
    expect(
      translator.t("sync.line.clockWrong", { clockUnit: "minutes", clockAmount: 14 }),
    ).toContain("geht um 14 Minuten falsch");
  });
});

describe("the language of tests", () => {
  const pseudo = flatWords(pseudoWords(WORDS_EN));

  test("has every sentence, with the same values, longer and accented", () => {
    for (const [key, text] of english) {
      const made = pseudo.get(key) ?? "";
      expect(fixedParts(made), key).toEqual(fixedParts(text));
      if (hasManyWords(text)) expect(made.length, key).toBeGreaterThan(text.length);
    }
  });
});
