import { expect, test } from "vitest";
import { typedInto } from "../../../../src-renderer/app/type-ahead.ts";

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

test.each([
  ["a letter is written", "Mar", press("a"), "Mara"],
  ["a letter of two code units is written", "", press("😀"), "😀"],
  ["the last letter goes", "Mara", press("Backspace"), "Mar"],
  ["a named key writes nothing", "Mara", press("ArrowDown"), null],
  ["a command writes nothing", "Mara", press("a", { ctrlKey: true }), null],
])("%s", (_name, query, event, typed) => {
  expect(typedInto(query, event)).toBe(typed);
});
