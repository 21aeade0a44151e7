import { describe, expect, test } from "vitest";
import {
  acceptedTags,
  bestLanguage,
  directionOf,
  formatLocale,
  spokenOf,
} from "../../../../src-shared/words/languages.ts";

const AFTERNOON = Date.parse("2026-11-19T14:30:00.000Z");

function written(writing: Parameters<typeof formatLocale>[0]): string {
  const format = { dateStyle: "full", timeStyle: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(formatLocale(writing), format).format(AFTERNOON);
}

describe("the language of the words", () => {
  test("is the computer's most wanted one that we have, or the chosen one", () => {
    expect(spokenOf("system", ["fr-FR", "de-AT", "en"])).toBe("de");
    expect(spokenOf("system", ["ja"])).toBe("en");
    expect(spokenOf("es", ["de-AT"])).toBe("es");
  });

  test("of a browser is the one it asks for most, without those it refuses", () => {
    expect(bestLanguage(acceptedTags("de;q=0, en;q=0.4, es-MX;q=0.9"))).toBe("es");
    expect(bestLanguage(acceptedTags(""))).toBe("en");
  });

  test("is read from the left, the one of tests from the right", () => {
    expect([directionOf("de"), directionOf("ar-XB")]).toEqual(["ltr", "rtl"]);
  });
});

describe("dates and times", () => {
  test("are in the language of the words, by the habits of the business's region", () => {
    const clock = "region";
    expect(formatLocale({ spoken: "de", locale: "de-CH", clock })).toBe("de-CH");
    expect(formatLocale({ spoken: "en", locale: "de-CH", clock })).toBe("en-CH");
    expect(written({ spoken: "de", locale: "en-US", clock })).toContain("Donnerstag");
    expect(written({ spoken: "es", locale: "es-ES", clock })).toMatch(/jueves.*14:30/);
    expect(written({ spoken: "en", locale: "en-US", clock })).toMatch(/Thursday.*2:30\sPM/);
  });

  test("count hours as chosen, whatever the region does", () => {
    expect(written({ spoken: "de", locale: "de-DE", clock: "12" })).toMatch(/[^0-9]2:30/);
    expect(written({ spoken: "en", locale: "en-US", clock: "24" })).toContain("14:30");
  });

  test("of the language of tests are written from the right, in the digits of English", () => {
    const locale = formatLocale({ spoken: "ar-XB", locale: "en-GB", clock: "region" });
    expect(locale).toBe("he-GB");
    expect(new Intl.NumberFormat(locale).format(1234)).toContain("1,234");
  });
});
