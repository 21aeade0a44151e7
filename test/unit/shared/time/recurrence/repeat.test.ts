import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDeskRule } from "../../../../../src-shared/time/recurrence/desk-rule.ts";
import { firstOfRule } from "../../../../../src-shared/time/recurrence/move.ts";
import {
  type IsoWeekday,
  nthWeekday,
  type Repeat,
  repeatOf,
  ruleOf,
  weekdaysOn,
} from "../../../../../src-shared/time/recurrence/repeat.ts";
import {
  addDays,
  instantOfWall,
  isoWeekday,
  toInstant,
} from "../../../../../src-shared/time/zones.ts";

const ZONE = "Europe/Berlin";
/** A Thursday, the third of its month. */
const THURSDAY = "2026-11-19";
const WEEKLY: Repeat = { every: "week", interval: 1, weekdays: [4], end: { is: "never" } };

describe("a repetition chosen in words", () => {
  test("is written as a rule: every 2 weeks on Tuesday and Thursday until 3 March", () => {
    const repeat: Repeat = {
      every: "week",
      interval: 2,
      weekdays: [2, 4],
      end: { is: "until", date: "2027-03-03" },
    };
    // Midnight in Berlin is 23:00 UTC of the day before; the last second before it is meant.
    expect(ruleOf(repeat, THURSDAY, ZONE)).toBe(
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270303T225959Z",
    );
  });

  test("follows the day of the booking: a single weekday goes along, several gain one", () => {
    const friday = addDays(THURSDAY, 1);
    expect(weekdaysOn(WEEKLY, friday)).toEqual([5]);
    expect(weekdaysOn({ ...WEEKLY, weekdays: [2, 4] }, friday)).toEqual([2, 4, 5]);
    const monthly: Repeat = { ...WEEKLY, every: "month", weekdays: [] };
    expect(ruleOf(monthly, friday, ZONE)).toBe("FREQ=MONTHLY;BYMONTHDAY=20");
    const nth: Repeat = { ...monthly, every: "monthWeekday" };
    expect(ruleOf(nth, friday, ZONE)).toBe("FREQ=MONTHLY;BYDAY=3FR");
    expect(ruleOf(nth, "2026-11-26", ZONE)).toBe("FREQ=MONTHLY;BYDAY=-1TH");
  });

  test("names the last weekday of a month as the last, also where it is the fifth", () => {
    expect(nthWeekday("2026-11-26")).toBe(-1);
    expect(nthWeekday("2026-10-29")).toBe(-1);
    expect(nthWeekday("2026-10-22")).toBe(4);
  });

  test("a rule of a kind that the form doesn't offer is not bent into one that it does", () => {
    for (const rule of [
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      "FREQ=MONTHLY;BYMONTHDAY=1,15",
      "FREQ=YEARLY;BYDAY=1MO",
      "FREQ=HOURLY",
      "nonsense",
    ])
      expect(repeatOf(rule, THURSDAY, ZONE)).toBeNull();
  });
});

const dates = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays("2024-01-01", days));
const ends = fc.oneof(
  fc.constant({ is: "never" } as const),
  fc.integer({ min: 1, max: 730 }).map((count) => ({ is: "count", count }) as const),
  fc
    .integer({ min: 4_000, max: 6_000 })
    .map((days) => ({ is: "until", date: addDays("2024-01-01", days) }) as const),
);
const repeats = fc.record({
  every: fc.constantFrom("day", "week", "month", "monthWeekday", "year" as const),
  interval: fc.integer({ min: 1, max: 99 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
  end: ends,
});
const zones = fc.constantFrom(
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Auckland",
);

describe("every repetition that can be chosen", () => {
  test("is a rule of the desk, and is read again as what was chosen", () => {
    fc.assert(
      fc.property(repeats, dates, zones, (chosen, date, zone) => {
        const repeat = chosen as Repeat;
        const rule = ruleOf(repeat, date, zone);
        expect(parseDeskRule(rule)).toMatchObject({ ok: true });
        const weekdays: readonly IsoWeekday[] =
          repeat.every === "week" ? weekdaysOn(repeat, date).toSorted((a, b) => a - b) : [];
        expect(repeatOf(rule, date, zone)).toEqual({ ...repeat, weekdays });
      }),
    );
  });

  test("begins with the booking itself", () => {
    fc.assert(
      fc.property(repeats, dates, zones, (chosen, date, zone) => {
        const repeat = chosen as Repeat;
        const start = toInstant(instantOfWall(date, 600, zone));
        const rule = ruleOf(repeat, date, zone);
        expect(firstOfRule({ start, zone, rule })).toBe(start);
        if (repeat.every === "week") expect(weekdaysOn(repeat, date)).toContain(isoWeekday(date));
      }),
    );
  });
});
