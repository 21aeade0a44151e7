import { describe, expect, test } from "vitest";
import { timesInText } from "../../../../src-renderer/integrations/times-in-text.ts";
import { createFormats } from "../../../../src-renderer/ui/formats.ts";

const NOW = Date.parse("2026-11-25T10:00:00.000Z");
const german = createFormats("en-GB", "Europe/Berlin", "EUR", () => NOW);
const american = createFormats("en-US", "America/New_York", "USD", () => NOW);

describe("times in a line of the activity", () => {
  test.each([
    [
      "Mara Vogt, Short cut, 2026-11-25 12:00–12:30",
      "Mara Vogt, Short cut, Wed 25 Nov, 12:00–12:30",
    ],
    ["2026-11-25 22:00–2026-11-26 01:30", "Wed 25 Nov, 22:00–Thu 26 Nov, 01:30"],
    ["2026-12-24 – 2026-12-25", "Thu 24 Dec"],
    ["2026-12-24 – 2026-12-27", "Thu 24 Dec – Sat 26 Dec"],
    ["2027-01-04 09:00–09:45", "Mon 4 Jan 2027, 09:00–09:45"],
  ])("%s is written as the business writes times", (text, shown) => {
    expect(timesInText(text, german)).toBe(shown);
  });

  test("by the habits of another country", () => {
    expect(timesInText("Mara, 2026-11-25 13:00–13:30", american)).toMatch(
      /^Mara, Wed Nov 25, 1:00\sPM–1:30\sPM$/,
    );
  });

  test("what is no time of ours, or none at all, stays as it was", () => {
    for (const text of [
      "",
      "desk@salon.example",
      "2026-11-25",
      "2026-13-45 10:00–11:00",
      "2026-02-31 – 2026-03-31",
    ])
      expect(timesInText(text, german)).toBe(text);
  });
});
