import { expect, test } from "vitest";
import { besideCell } from "../../../../../src-renderer/schedule/hover/place-card.ts";

const book = { left: 0, top: 100, right: 900, bottom: 700 };
const card = { width: 288, height: 200 };

test("a card stands at the right of its booking, as high as it", () => {
  const cell = { left: 100, top: 250, right: 240, bottom: 300 };
  expect(besideCell({ book, cell, card })).toEqual({ left: 246, top: 150 });
});

test("at the right edge it stands at the left, and it never covers its booking", () => {
  const cell = { left: 700, top: 250, right: 890, bottom: 300 };
  expect(besideCell({ book, cell, card })).toEqual({ left: 406, top: 150 });
});

test("low on the screen it moves up, and leaves the foot readable", () => {
  const cell = { left: 100, top: 650, right: 240, bottom: 690 };
  expect(besideCell({ book, cell, card }).top).toBe(352);
});

test("in a narrow book it stands below its booking, or above where there is no room", () => {
  const narrow = { ...book, right: 480 };
  const high = { left: 188, top: 250, right: 324, bottom: 300 };
  expect(besideCell({ book: narrow, cell: high, card })).toEqual({ left: 184, top: 206 });
  const low = { ...high, top: 600, bottom: 650 };
  expect(besideCell({ book: narrow, cell: low, card })).toEqual({ left: 184, top: 294 });
});
