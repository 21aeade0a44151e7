import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveTo, rowsPulled } from "../../../../src-renderer/ui/reorder.ts";

describe("the order of a list", () => {
  test("an item goes up or down to the place it was let go at", () => {
    expect(moveTo(["a", "b", "c", "d"], 0, 2)).toEqual(["b", "c", "a", "d"]);
    expect(moveTo(["a", "b", "c", "d"], 3, 1)).toEqual(["a", "d", "b", "c"]);
  });

  test("a place outside the list is its end", () => {
    expect(moveTo(["a", "b", "c"], 1, 9)).toEqual(["a", "c", "b"]);
    expect(moveTo(["a", "b", "c"], 1, -3)).toEqual(["b", "a", "c"]);
  });

  test("nothing is lost or doubled, whatever is moved where", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1 }),
        fc.nat(20),
        fc.integer(),
        (items, from, to) => {
          expect(new Set(moveTo(items, from, to))).toEqual(new Set(items));
          expect(moveTo(items, from, to)).toHaveLength(items.length);
        },
      ),
    );
  });

  test("a pull counts whole rows and stops at the ends", () => {
    expect(rowsPulled(19, 40, 2, 6)).toBe(0);
    expect(rowsPulled(21, 40, 2, 6)).toBe(1);
    expect(rowsPulled(900, 40, 2, 6)).toBe(3);
    expect(rowsPulled(-900, 40, 2, 6)).toBe(-2);
  });
});
