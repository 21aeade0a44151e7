import { describe, expect, it } from "vitest";
import { COMPANION_WORDS, LANGUAGES } from "../../../src-shared/words/companion/index.ts";

function flat(words: object, path = ""): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] =>
      typeof value === "string"
        ? [[`${path}${key}`, value]]
        : [...flat(value as object, `${path}${key}.`)],
    ),
  );
}

const values = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "").toSorted();

const english = flat(COMPANION_WORDS.en);

describe("Words of the companion", () => {
  for (const language of LANGUAGES.filter((one) => one !== "en"))
    it(`say the same in ${language} as in English: every key, with the same values, none left in English`, () => {
      const words = flat(COMPANION_WORDS[language]);
      expect([...words.keys()].toSorted()).toEqual([...english.keys()].toSorted());
      for (const [key, text] of words) {
        const original = english.get(key) ?? "";
        expect(values(text), key).toEqual(values(original));
        if (original.split(" ").length > 2) expect(text, key).not.toBe(original);
      }
    });

  it("have no exclamation marks and no empty sentences", () => {
    for (const language of LANGUAGES)
      for (const [key, text] of flat(COMPANION_WORDS[language])) {
        expect(text, `${language} ${key}`).not.toContain("!");
        expect(text.trim(), `${language} ${key}`).not.toBe("");
      }
  });
});
