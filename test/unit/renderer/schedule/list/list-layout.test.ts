import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeByKey } from "../../../../../src-renderer/schedule/list/list-keys.ts";
import {
  anchorAt,
  daysWithin,
  layoutDays,
  offsetOfNow,
  ROW_PX,
  rowPlace,
  rowsWithin,
  yOfAnchor,
  yOfRow,
} from "../../../../../src-renderer/schedule/list/list-layout.ts";
import { addDays } from "../../../../../src-shared/time/zones.ts";
import { listed } from "./listed.ts";

/** Days in a row with so many bookings each. */
function daysWith(counts: readonly number[], first = "2026-11-19") {
  return counts.map((count, i) => {
    const date = addDays(first, i);
    const bookings = Array.from({ length: count }, (_, n) =>
      listed(`${date}-${n}`, date, `${String(8 + n).padStart(2, "0")}:00`),
    );
    return { date, bookings };
  });
}

const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });
const px = fc.integer({ min: 0, max: 12_000 });

describe("the places of a list's days", () => {
  it("follow each other without a gap or an overlap", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0, 52), (all, above) => {
        const { days, height } = layoutDays(daysWith(all), above);
        let top = above;
        for (const day of days) {
          expect(day.top).toBe(top);
          top += day.height;
        }
        expect(height).toBe(top);
      }),
    );
  });

  it("draw every row that is in sight, and none of a day that is not", () => {
    fc.assert(
      fc.property(counts, px, fc.integer({ min: 1, max: 900 }), (all, from, length) => {
        const layout = layoutDays(daysWith(all), 0);
        const to = from + length;
        const drawn = daysWithin(layout, from, to);
        const touching = layout.days.filter((day) => day.top < to && day.top + day.height > from);
        expect(drawn.map(({ date }) => date)).toEqual(touching.map(({ date }) => date));
        for (const day of drawn) {
          const { first, end } = rowsWithin(day, from, to);
          day.bookings.forEach((_, row) => {
            const y = yOfRow(layout, { key: "", day: layout.days.indexOf(day), row });
            expect(row >= first && row < end).toBe(y < to && y + ROW_PX > from);
          });
        }
      }),
    );
  });

  it("stay under the eye while days come in above", () => {
    fc.assert(
      fc.property(counts, counts, px, (before, after, y) => {
        const old = layoutDays(daysWith(after), 0);
        const at = anchorAt(old, Math.min(y, old.height - 200));
        const earlier = daysWith(before, addDays("2026-11-19", -before.length));
        const grown = layoutDays([...earlier, ...daysWith(after)], 0);
        if (at === null) throw new Error("A list with days has a place.");
        const shift = yOfAnchor(grown, at) - yOfAnchor(old, at);
        expect(shift).toBe(grown.height - old.height);
      }),
    );
  });

  it("go on with the next day where the one in sight has gone", () => {
    const layout = layoutDays(daysWith([2, 3]), 0);
    const gone = layoutDays(daysWith([2, 3]).slice(1), 0);
    const at = anchorAt(layout, 40);
    expect(at).toEqual({ date: "2026-11-19", offset: 40 });
    expect(yOfAnchor(gone, at ?? { date: "", offset: 0 })).toBe(0);
  });

  it("begin today with the last booking that is over", () => {
    const [day] = daysWith([5]);
    if (day === undefined) throw new Error("There is a day.");
    expect(offsetOfNow(day, Date.parse("2026-11-19T07:00:00.000Z"))).toBe(0);
    expect(offsetOfNow(day, Date.parse("2026-11-19T10:30:00.000Z"))).toBe(2 * ROW_PX);
    expect(offsetOfNow(day, Date.parse("2026-11-19T23:00:00.000Z"))).toBe(4 * ROW_PX);
  });
});

describe("walking through a list by keys", () => {
  const layout = layoutDays(daysWith([2, 0, 3]), 0);
  const go = (key: string, from: string): string | undefined => {
    const place = rowPlace(layout, from);
    if (place === null) throw new Error(`${from} is not in the list.`);
    return placeByKey(key, layout, place)?.key;
  };

  it.each([
    ["ArrowDown", "2026-11-19-0", "2026-11-19-1"],
    ["ArrowDown", "2026-11-19-1", "2026-11-21-0"],
    ["ArrowUp", "2026-11-21-0", "2026-11-19-1"],
    ["Home", "2026-11-21-2", "2026-11-21-0"],
    ["End", "2026-11-21-0", "2026-11-21-2"],
    ["PageDown", "2026-11-19-1", "2026-11-21-0"],
    ["PageUp", "2026-11-21-1", "2026-11-19-0"],
  ])("%s leads from %s to %s, over days without any", (key, from, to) => {
    expect(go(key, from)).toBe(to);
  });

  it("ends at the first and the last one", () => {
    expect(go("ArrowUp", "2026-11-19-0")).toBeUndefined();
    expect(go("ArrowDown", "2026-11-21-2")).toBeUndefined();
    expect(go("Enter", "2026-11-21-2")).toBeUndefined();
  });

  it("reaches every booking once by going down", () => {
    fc.assert(
      fc.property(counts, (all) => {
        const list = layoutDays(daysWith(all), 0);
        const keys = list.days.flatMap((day) => day.bookings.map(({ id }) => id));
        const walked: string[] = [];
        let at = rowPlace(list, keys[0] ?? null);
        while (at !== null) {
          walked.push(at.key);
          at = placeByKey("ArrowDown", list, at);
        }
        expect(walked).toEqual(keys);
      }),
    );
  });
});
