import { describe, expect, test } from "vitest";
import { firstOfRule, moveSeries } from "../../../../../src-shared/time/recurrence/move.ts";

const ZONE = "Europe/Berlin";
/** Friday 20 November 2026, 10:00 in Berlin. */
const START = "2026-11-20T09:00:00.000Z";

describe("the first time that a rule gives", () => {
  test.each([
    ["FREQ=WEEKLY", START],
    ["FREQ=WEEKLY;BYDAY=MO", "2026-11-23T09:00:00.000Z"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30T09:00:00.000Z"],
    ["FREQ=YEARLY;BYMONTHDAY=20", START],
    ["FREQ=DAILY;UNTIL=20261119", null],
    ["FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=2MO", null],
    ["nonsense", null],
  ])("%s", (rule, first) => {
    expect(firstOfRule({ start: START, zone: ZONE, rule })).toBe(first);
  });
});

describe("a series moves", () => {
  const move = (rule: string, from: string, to: string, start = START) =>
    moveSeries({ start, zone: ZONE, rule }, from, to);

  test.each([
    ["a date", "UNTIL=20261225", "UNTIL=20261224"],
    ["a time on the wall", "UNTIL=20261225T100000", "UNTIL=20261224T150000"],
    ["an instant", "UNTIL=20261225T090000Z", "UNTIL=20261224T140000Z"],
  ])("with an UNTIL that is %s", (_kind, until, moved) => {
    expect(move(`FREQ=WEEKLY;${until}`, START, "2026-11-19T14:00:00.000Z")).toEqual({
      start: "2026-11-19T14:00:00.000Z",
      zone: ZONE,
      rule: `FREQ=WEEKLY;${moved}`,
    });
  });

  test("with an UNTIL over the change of the clocks, by the time on the wall", () => {
    const summer = "2026-10-09T08:00:00.000Z";
    const moved = move(
      "FREQ=WEEKLY;UNTIL=20261106T090000Z",
      summer,
      "2026-10-09T12:00:00.000Z",
      summer,
    );
    expect(moved?.rule).toBe("FREQ=WEEKLY;UNTIL=20261106T130000Z");
  });

  test("monthly, with as many occurrences as there were up to its UNTIL", () => {
    const moved = move("FREQ=MONTHLY;BYDAY=3FR;UNTIL=20270120", START, "2026-11-22T09:00:00.000Z");
    expect(moved).toEqual({
      start: "2026-11-22T09:00:00.000Z",
      zone: ZONE,
      rule: "FREQ=MONTHLY;BYDAY=4SU;UNTIL=20270124T090000Z",
    });
  });

  test("every other week on several days as long as none leaves its week", () => {
    const rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR";
    expect(move(rule, START, "2026-11-21T09:00:00.000Z")?.rule).toBe(
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SA",
    );
    expect(move(rule, START, "2026-11-23T09:00:00.000Z")).toBeNull();
  });

  test("from the last day of the month to the last but one, counted from the end as before", () => {
    const last = "2026-11-30T09:00:00.000Z";
    const moved = move("FREQ=MONTHLY;BYMONTHDAY=-1", last, "2026-11-29T09:00:00.000Z", last);
    expect(moved?.rule).toBe("FREQ=MONTHLY;BYMONTHDAY=-2");
  });

  test("not to a day that its rule never gives", () => {
    expect(move("FREQ=YEARLY;BYMONTHDAY=20", START, "2026-11-21T09:00:00.000Z")).toBeNull();
    expect(move("nonsense", START, "2026-11-21T09:00:00.000Z")).toBeNull();
  });
});
