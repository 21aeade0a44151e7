import { expect, it } from "vitest";
import { accentDraft, accentOf } from "../../../src-renderer/online/accent-choice.tsx";
import { typedAccent } from "../../../src-renderer/online/typed-accent.ts";

it.each([
  ["#2d6a4f", "#2d6a4f"],
  [" 2D6A4F ", "#2d6a4f"],
  ["#fa0", "#ffaa00"],
  ["FA0", "#ffaa00"],
])("%j is read as a colour", (typed, colour) => {
  expect(typedAccent(typed)).toBe(colour);
});

it.each(["", "#", "red", "#2d6a4", "#2d6a4f0", "##2d6a4f", "rgb(0,0,0)"])(
  "%j is no colour",
  (typed) => {
    expect(typedAccent(typed)).toBeNull();
  },
);

it("what is kept is chosen again: ink, one of the calm ones, or one's own", () => {
  for (const accent of [null, "#2d6a4f", "#123456"])
    expect(accentOf(accentDraft(accent))).toBe(accent);
  expect(accentDraft("#2d6a4f").chosen).toBe("pine");
  expect(accentDraft("#123456").chosen).toBe("own");
  expect(accentOf({ chosen: "own", typed: "red" })).toBeUndefined();
});
