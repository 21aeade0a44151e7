import { expect, test } from "vitest";
import { csvOf, linesOf } from "../../../../src-renderer/integrations/activity-file.ts";

test("quotes and commas in a cell stay in their cell, and letters of every language survive", () => {
  expect(csvOf([["Which"], ['Esra Yıldız, "cut"']])).toBe(
    '\uFEFF"Which"\r\n"Esra Yıldız, ""cut"""\r\n',
  );
});

test("a title that a spreadsheet would run as a formula is written as text", () => {
  for (const title of ["=1+1", "+49 30", "-2", "@SUM(A1)", "\t=1"])
    expect(csvOf([[title]])).toBe(`\uFEFF"'${title}"\r\n`);
});

test("on the clipboard a row is a line and a cell never breaks it", () => {
  expect(
    linesOf([
      ["Time", "Which"],
      ["10:00", "Mara\tVogt\nat noon"],
    ]),
  ).toBe("Time\tWhich\n10:00\tMara Vogt at noon");
});
