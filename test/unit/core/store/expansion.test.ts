import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createExpansion } from "../../../../src-main/core/store/expansion.ts";
import { ruleOccurrences } from "../../../../src-main/core/store/occurrences.ts";
import { toInstant } from "../../../../src-shared/time/zones.ts";

const DAY_MS = 86_400_000;
const RULES = ["FREQ=DAILY;COUNT=90", "FREQ=WEEKLY;INTERVAL=3", "FREQ=MONTHLY;BYMONTHDAY=-1"];

describe("remembered expansion", () => {
  test("finds in any window what the rule gives, asked in any order", () => {
    const expand = createExpansion();
    const start = Date.UTC(2026, 8, 30, 22, 30);
    const row = fc.record({
      rrule: fc.constantFrom(...RULES),
      length: fc.constantFrom(5, 90, 1_440),
      from: fc.integer({ min: -40, max: 400 }),
      days: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (asked) => {
        for (const { rrule, length, from, days } of asked) {
          const series = {
            start: toInstant(start),
            end: toInstant(start + length * 60_000),
            zone: "Europe/Berlin",
            rrule,
          };
          const window = [start + from * DAY_MS, start + (from + days) * DAY_MS].map(toInstant);
          const [begin = "", end = ""] = window;
          expect(expand(series, begin, end)).toEqual(ruleOccurrences(series, begin, end));
        }
      }),
      { numRuns: 60 },
    );
  });
});
