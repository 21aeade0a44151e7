import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markMatches } from "../../../../src-renderer/ui/mark-matches.ts";

function hits(text: string, query: string): string[] {
  return markMatches(text, query)
    .filter((part) => part.hit)
    .map((part) => part.text);
}

describe("what was searched for", () => {
  it("is marked wherever it stands, case and accents aside", () => {
    expect(hits("Mirjam van den Berg", "ber")).toEqual(["Ber"]);
    expect(hits("Esra Yıldız, Emil Sörensen", "soren")).toEqual(["Sören"]);
  });

  it("may be several words in any order", () => {
    expect(hits("Mara Vogt +49 171 39200 24", "vogt 392")).toEqual(["Vogt", "392"]);
  });

  it("finds digits of a number that is written with spaces", () => {
    expect(hits("+49 171 39200 24", "13920")).toEqual(["1 3920"]);
  });

  it("loses nothing of the text, whatever is searched", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, query) => {
        expect(
          markMatches(text, query)
            .map((p) => p.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
