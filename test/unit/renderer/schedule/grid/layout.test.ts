import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Laned, layoutColumn } from "../../../../../src-renderer/schedule/grid/layout.ts";

const DAY = 1_440;

const items = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      from: fc.integer({ min: 0, max: DAY - 5 }),
      length: fc.integer({ min: 5, max: 240 }),
    }),
    { selector: (item) => item.id, maxLength: 60 },
  )
  .map((rows) => rows.map(({ id, from, length }): Laned => ({ id, from, to: from + length })));

function overlap(a: Laned, b: Laned): boolean {
  return a.from < b.to && b.from < a.to;
}

describe("the lanes of a column", () => {
  it("give a booking that overlaps nothing the whole width", () => {
    const places = layoutColumn([
      { id: "a", from: 540, to: 600 },
      { id: "b", from: 600, to: 660 },
    ]);
    expect(places.get("a")).toEqual({ lane: 0, lanes: 1 });
    expect(places.get("b")).toEqual({ lane: 0, lanes: 1 });
  });

  it("put the earlier of two that overlap at the left", () => {
    const places = layoutColumn([
      { id: "late", from: 885, to: 930 },
      { id: "early", from: 855, to: 900 },
    ]);
    expect(places.get("early")).toEqual({ lane: 0, lanes: 2 });
    expect(places.get("late")).toEqual({ lane: 1, lanes: 2 });
  });

  it("use a lane again as soon as it is free", () => {
    const places = layoutColumn([
      { id: "long", from: 0, to: 100 },
      { id: "first", from: 0, to: 50 },
      { id: "second", from: 50, to: 100 },
    ]);
    expect(places.get("first")).toEqual({ lane: 1, lanes: 2 });
    expect(places.get("second")).toEqual({ lane: 1, lanes: 2 });
  });

  it("never let two bookings of one lane overlap, and place each once", () => {
    fc.assert(
      fc.property(items, (column) => {
        const places = layoutColumn(column);
        expect(places.size).toBe(column.length);
        for (const a of column)
          for (const b of column)
            if (a.id < b.id && overlap(a, b)) {
              expect(places.get(a.id)?.lane).not.toBe(places.get(b.id)?.lane);
              expect(places.get(a.id)?.lanes).toBe(places.get(b.id)?.lanes);
            }
      }),
    );
  });

  it("do not depend on the order in which the bookings come", () => {
    fc.assert(
      fc.property(items, fc.infiniteStream(fc.nat()), (column, numbers) => {
        const shuffled = column
          .map((item) => ({ item, key: numbers.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ item }) => item);
        const places = layoutColumn(column);
        const again = layoutColumn(shuffled);
        expect(again.size).toBe(places.size);
        for (const [id, place] of places) expect(again.get(id)).toEqual(place);
      }),
    );
  });
});
