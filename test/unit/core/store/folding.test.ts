import { expect, test } from "vitest";
import { digitsOf, fold } from "../../../../src-main/core/store/folding.ts";

test.each([
  ["Müller-Łuczak", "muller luczak"],
  ["  Chloé   O'Brien ", "chloe o brien"],
  ["Straße", "strasse"],
  ["İpek Işık", "ipek isik"],
  ["Đorđe Øst", "dorde ost"],
  ["Å", "a"],
  ["שרה כהן", "שרה כהן"],
  ["🦄", "🦄"],
  ["!?", ""],
])("%s is found as %s", (name, folded) => {
  expect(fold(name)).toBe(folded);
});

test("both ways of writing an accent fold to the same", () => {
  expect(fold("e\u0301")).toBe(fold("\u00e9"));
});

test("a phone number is its digits", () => {
  expect(digitsOf("+49 (0)170 / 12-34")).toBe("4901701234");
});
