import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Stretch, suspectsOf } from "../../../../src-main/core/schedule/suspects.ts";

const at = (minutes: number): string =>
  new Date(Date.UTC(2026, 10, 19) + minutes * 60_000).toISOString();

/** Any stretches of up to so many minutes in a day. */
function stretches(longest: number) {
  return fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 1_440 }), fc.integer({ min: 5, max: longest }))
      .map(([start, minutes]): Stretch => ({ start: at(start), end: at(start + minutes) })),
    { maxLength: 12 },
  );
}

function touches(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Minute by minute, whether all of a booking lies in working time. */
function isWorked({ start, end }: Stretch, working: readonly Stretch[]): boolean {
  for (let now = Date.parse(start); now < Date.parse(end); now += 60_000) {
    const minute = new Date(now).toISOString();
    if (!working.some((span) => span.start <= minute && minute < span.end)) return false;
  }
  return true;
}

describe("the bookings that may have something in their way", () => {
  const days = fc.record({
    bookings: stretches(120).map((rows) =>
      rows.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
    ),
    shut: stretches(300),
    working: stretches(700),
  });

  it("are never too few: of two that overlap the later one, and all that is shut out or outside hours", () => {
    fc.assert(
      fc.property(days, ({ bookings, shut, working }) => {
        const suspects = suspectsOf(bookings, { shut, working });
        bookings.forEach((one, i) => {
          const overlaps = bookings.some(
            (other, j) => j !== i && touches(one, other) && other.start <= one.start,
          );
          const isShut = shut.some((block) => touches(one, block));
          if (overlaps || isShut || !isWorked(one, working)) expect(suspects).toContain(one);
        });
      }),
    );
  });

  it("are none where everybody follows the other within the hours", () => {
    const bookings = Array.from({ length: 40 }, (_, i) => ({
      start: at(480 + i * 15),
      end: at(495 + i * 15),
    }));
    const working = [
      { start: at(480), end: at(780) },
      { start: at(780), end: at(1_080) },
    ];
    const shut = [{ start: at(0), end: at(480) }];
    expect(suspectsOf(bookings, { shut, working })).toEqual([]);
  });
});
