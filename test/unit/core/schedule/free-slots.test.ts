import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gapsOf, startsWithin } from "../../../../src-main/core/schedule/free-slots.ts";
import { type Span, touches } from "../../../../src-main/core/schedule/spans.ts";
import { instantOfWall, wallClockAt } from "../../../../src-shared/time/zones.ts";

const BERLIN = "Europe/Berlin";
const MINUTE = 60_000;

function on(date: string, from: number, to: number, zone = BERLIN) {
  return { start: instantOfWall(date, from, zone), end: instantOfWall(date, to, zone) };
}

const spans = fc
  .record({ start: fc.integer({ min: 0, max: 1_400 }), length: fc.integer({ min: 1, max: 300 }) })
  .map(({ start, length }) => ({ start: start * MINUTE, end: (start + length) * MINUTE }));

describe("the gaps in somebody's day", () => {
  test("lie in working time, touch nothing that is taken, and leave no free minute out", () => {
    fc.assert(
      fc.property(fc.array(spans), fc.array(spans), (working, taken) => {
        const gaps = gapsOf(working, taken);
        const within = (list: typeof working, at: number): boolean =>
          list.some(({ start, end }) => start <= at && at < end);
        for (let at = 0; at < 1_700 * MINUTE; at += 7 * MINUTE)
          expect(within([...gaps], at)).toBe(within(working, at) && !within(taken, at));
        for (const gap of gaps) expect(taken.some((one) => touches(one, gap))).toBe(false);
      }),
    );
  });
});

function freeStartsWithin({
  working,
  taken,
  ...search
}: {
  working: readonly Span[];
  taken: readonly Span[];
  within: Span;
  length: number;
  step: number;
  zone: string;
}) {
  return startsWithin(gapsOf(working, taken), search);
}

describe("the free times of a search", () => {
  const day = on("2026-11-26", 0, 1_440);
  const search = {
    within: day,
    length: 45 * MINUTE,
    step: 15,
    zone: BERLIN,
    working: [on("2026-11-26", 540, 720), on("2026-11-26", 780, 1_080)],
    taken: [on("2026-11-26", 600, 640)],
  };
  const walls = (starts: readonly number[], zone = BERLIN) =>
    starts.map((at) => wallClockAt(at, zone).minutes);

  test("follow one another without overlapping, on the steps of the grid, and end before the break", () => {
    expect(walls(freeStartsWithin(search))).toEqual([540, 645, 780, 825, 870, 915, 960, 1_005]);
  });

  test("begin with the search, on the next step", () => {
    const late = { ...search, within: { ...day, start: instantOfWall("2026-11-26", 902, BERLIN) } };
    expect(walls(freeStartsWithin(late))).toEqual([915, 960, 1_005]);
  });

  test("on the day that skips an hour lie on the clock's steps, and last as long as they should", () => {
    const spring = "2027-03-28";
    const starts = freeStartsWithin({
      ...search,
      within: on(spring, 0, 1_440),
      working: [on(spring, 60, 300)],
      taken: [],
    });
    // From 1:00 to 5:00 on the wall are three hours.
    expect(walls(starts)).toEqual([60, 105, 210, 255]);
  });

  test("lie on the wall's steps in a zone of quarter hours too", () => {
    const zone = "Asia/Kathmandu";
    const starts = freeStartsWithin({
      ...search,
      zone,
      step: 30,
      within: on("2026-11-26", 0, 1_440, zone),
      working: [on("2026-11-26", 545, 660, zone)],
      taken: [],
    });
    expect(walls(starts, zone)).toEqual([570]);
  });
});
