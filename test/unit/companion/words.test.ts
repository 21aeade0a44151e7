import { describe, expect, it } from "vitest";
import { COMPANION_WORDS, LANGUAGES } from "../../../src-shared/words/companion/index.ts";
import { fixedParts, flatWords, hasManyWords } from "../../fixtures/flat-words.ts";

const english = flatWords(COMPANION_WORDS.en);

describe("Words of the companion", () => {
  for (const language of LANGUAGES.filter((one) => one !== "en"))
    it(`say the same in ${language} as in English: every key, with the same values, none left in English`, () => {
      const words = flatWords(COMPANION_WORDS[language]);
      expect([...words.keys()].toSorted()).toEqual([...english.keys()].toSorted());
      for (const [key, text] of words) {
        const original = english.get(key) ?? "";
        expect(fixedParts(text), key).toEqual(fixedParts(original));
        if (hasManyWords(original)) expect(text, key).not.toBe(original);
      }
    });

  it("have no exclamation marks and no empty sentences", () => {
    for (const language of LANGUAGES)
      for (const [key, text] of flatWords(COMPANION_WORDS[language])) {
        expect(text, `${language} ${key}`).not.toContain("!");
        expect(text.trim(), `${language} ${key}`).not.toBe("");
      }
  });
});
