import { describe, expect, test } from "vitest";
import { moneyToType, parseMoney } from "../../../../src-renderer/words/money.ts";

describe("money as typed", () => {
  test.each([
    ["54", 5_400],
    ["54.5", 5_450],
    ["54,50", 5_450],
    ["€ 54", 5_400],
    ["EUR 54.00", 5_400],
    ["1 250", 125_000],
    ["1,250", 125_000],
    ["1.250,75", 125_075],
    ["1,250.75", 125_075],
    [".5", 50],
    ["0", 0],
  ])("%s is %i cents", (typed, minor) => {
    expect(parseMoney(typed, "EUR")).toBe(minor);
  });

  test.each(["", "free", "12,34,5", "5-4", "-3", "1.2.3"])("%j is not an amount", (typed) => {
    expect(parseMoney(typed, "EUR")).toBeNull();
  });

  test("a currency without cents takes none", () => {
    expect(parseMoney("5400", "JPY")).toBe(5_400);
    expect(parseMoney("54.5", "JPY")).toBeNull();
  });

  test("whole amounts are offered without zeros", () => {
    expect(moneyToType(5_400, { locale: "en-GB", currency: "EUR" })).toBe("54");
    expect(moneyToType(5_450, { locale: "de-DE", currency: "EUR" })).toBe("54,50");
  });

  test("what is offered for typing reads back as the same amount, in every convention", () => {
    for (const [locale, currency] of [
      ["en-GB", "EUR"],
      ["de-DE", "EUR"],
      ["ja-JP", "JPY"],
      ["ar-KW-u-nu-latn", "KWD"],
    ] as const)
      for (const minor of [0, 5, 54, 5_450, 123_456, 1_234_567])
        expect(parseMoney(moneyToType(minor, { locale, currency }), currency)).toBe(minor);
  });
});
