import { describe, expect, it } from "vitest";
import { allDay, expand, timed } from "../../../../fixtures/recurrence/series.ts";

const YEAR = ["2026-01-01", "2027-01-01"] as const;
const many = (count: number, line: string) => Array.from({ length: count }, () => line);

/** CPU time of this thread, so that a busy machine doesn't count; far above what is needed, far below a search until the year 9999. */
function cpuMsOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

describe("a rule that asks for endless work", () => {
  it.each([
    ["30 February, by the year", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
    ["30 February, by the month", "RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"],
    ["30 February, by the day", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"],
    ["30 February, by the hour", "RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30"],
    ["an hour that the interval steps over", "RRULE:FREQ=HOURLY;INTERVAL=2;BYHOUR=3"],
    ["a position beyond its set", "RRULE:FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=2"],
    ["a position far before its set", "RRULE:FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=-366"],
    ["a weekday that months don't have so often", "RRULE:FREQ=MONTHLY;BYDAY=53MO"],
    ["a step of a million years", "RRULE:FREQ=YEARLY;INTERVAL=1000000"],
  ])("is left with its first start: %s", (_, line) => {
    const series = timed("2026-03-01T02:30Z", [line], "UTC");
    const ms = cpuMsOf(() => {
      const { occurrences, problems } = expand(series, ...YEAR);
      expect(occurrences.map((one) => one.originalStart)).toEqual(["2026-03-01T02:30:00.000Z"]);
      expect(problems).toEqual([]);
    });
    expect(ms).toBeLessThan(1_000);
  });

  it.each([
    ["every hour for 8,000 years", many(1, "RRULE:FREQ=HOURLY")],
    [
      "30 February by the hour, ten times over",
      many(10, "RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30"),
    ],
    ["a million times since 1950", many(1, "RRULE:FREQ=DAILY;COUNT=1000000")],
    [
      "288 times a day",
      many(1, `RRULE:FREQ=HOURLY;BYMINUTE=${[...Array(12).keys()].map((n) => n * 5).join(",")}`),
    ],
    ["as many exceptions by rule", ["RRULE:FREQ=HOURLY", ...many(9, "EXRULE:FREQ=HOURLY")]],
  ])("is cut, and says so: %s", (_, lines) => {
    const series = timed("1950-01-01T08:00Z", lines, "UTC");
    const ms = cpuMsOf(() => {
      const { occurrences, cut } = expand(series, "1950-01-01", "9999-12-31");
      expect(cut).toBe(true);
      expect(occurrences.length).toBeLessThanOrEqual(2_000);
    });
    expect(ms).toBeLessThan(2_000);
  });
});

describe("hostile amounts", () => {
  it("of exceptions are taken up to a bound", () => {
    const hours = Array.from({ length: 20_000 }, (_, i) =>
      new Date(Date.UTC(2026, 0, 1, i)).toISOString().replaceAll(/[-:]|\.000/g, ""),
    );
    const series = timed(
      "2026-01-01T08:00Z",
      ["RRULE:FREQ=DAILY", `EXDATE:${hours.join(",")}`],
      "UTC",
    );
    const { occurrences, problems } = expand(series, ...YEAR);
    // The first 5,000 hours are taken, from then on every day is left.
    expect(occurrences[0]?.originalStart).toBe("2026-07-28T08:00:00.000Z");
    expect(problems).toHaveLength(1);
  });

  it("of rules and of rubbish are passed over, and the journal gets no more than it can hold", () => {
    const lines = [
      ...many(500, "RRULE:FREQ=DAILY"),
      ...many(500, "x".repeat(5_000)).map((line, i) => `${i}${line}`),
    ];
    const { occurrences, problems } = expand(timed("2026-01-01T08:00Z", lines, "UTC"), ...YEAR);
    expect(occurrences).toHaveLength(365);
    expect(problems.join("").length).toBeLessThan(5_000);
  });

  it("of letters in one line take time in proportion", () => {
    const lines = [
      `RRULE:${"FREQ=DAILY;".repeat(100_000)}`,
      `EXDATE${";A=B".repeat(250_000)}`,
      `EXDATE;TZID=${'"'.repeat(1_000_000)}:20260101`,
      `RDATE:${",".repeat(1_000_000)}`,
    ];
    const series = timed("2026-01-01T08:00Z", lines, "UTC");
    expect(cpuMsOf(() => expand(series, ...YEAR))).toBeLessThan(2_000);
  });
});

describe("times at the ends of the calendar", () => {
  it.each(["0001-01-01T00:00:00.000Z", "1899-12-31T23:00:00.000Z", "9999-12-31T23:59:59.000Z"])(
    "never throw, whatever the rule and the zone: %s",
    (start) => {
      for (const zone of ["UTC", "America/New_York", "Pacific/Auckland"])
        for (const rule of [
          "FREQ=DAILY",
          "FREQ=YEARLY;COUNT=3",
          "FREQ=WEEKLY;UNTIL=00010101T000000Z",
        ]) {
          const series = timed(
            start,
            [`RRULE:${rule}`, "RDATE:99991231T235959Z,00010101T000000Z"],
            zone,
          );
          const { occurrences } = expand(series, "0001-01-01", "9999-12-31T23:59:59Z");
          expect(occurrences.length).toBeLessThanOrEqual(2_000);
        }
    },
  );

  it("an endless daily series from the year 1 still blocks this week", () => {
    const series = timed("0001-01-01T08:00:00.000Z", ["RRULE:FREQ=DAILY"], "UTC");
    expect(expand(series, "2026-05-01", "2026-05-08").occurrences).toHaveLength(7);
  });

  it("a COUNT from before the year 100 is not followed, and that is said", () => {
    const series = timed("0001-01-01T08:00:00.000Z", ["RRULE:FREQ=DAILY;COUNT=1000000"], "UTC");
    expect(expand(series, "2026-05-01", "2026-05-08")).toMatchObject({
      occurrences: [],
      cut: true,
    });
  });

  it("an end before the start is no length at all", () => {
    const backwards = timed("2026-05-01T08:00Z", ["RRULE:FREQ=DAILY;COUNT=2"], "UTC", -60);
    expect(expand(backwards, ...YEAR).occurrences.map(({ time }) => time)).toMatchObject([
      { start: "2026-05-01T08:00:00.000Z", end: "2026-05-01T08:00:00.000Z" },
      { start: "2026-05-02T08:00:00.000Z", end: "2026-05-02T08:00:00.000Z" },
    ]);
    expect(expand(allDay("2026-05-02", "2026-05-01", []), ...YEAR).occurrences).toHaveLength(1);
  });

  it("all-day series up to the last year don't throw", () => {
    const series = allDay("2026-01-01", "9999-12-31", ["RRULE:FREQ=DAILY"]);
    expect(expand(series, ...YEAR, "Pacific/Auckland").cut).toBe(false);
  });
});
