import { describe, expect, it } from "vitest";
import { allDay, expand, starts, startsOf, timed } from "../../../../fixtures/recurrence/series.ts";

const WEEK = ["2026-05-01", "2026-05-06"] as const;
const DAILY = "RRULE:FREQ=DAILY;COUNT=5";
const days = (starts_: readonly string[]) => starts_.map((start) => start.slice(8, 10)).join(" ");
const daily = (...lines: readonly string[]) => timed("2026-05-01T08:00Z", [DAILY, ...lines]);
const kept = (...lines: readonly string[]) => days(starts(daily(...lines), ...WEEK));

describe("EXDATE", () => {
  it.each([
    ["in UTC", "EXDATE:20260502T080000Z"],
    ["with the zone of the series", "EXDATE;TZID=Europe/Berlin:20260502T100000"],
    ["with a zone in quotes", 'EXDATE;TZID="Europe/Berlin":20260502T100000'],
    ["with another zone, at the same instant", "EXDATE;TZID=America/New_York:20260502T040000"],
    ["with a zone by its Windows name", "EXDATE;TZID=Eastern Standard Time:20260502T040000"],
    ["without a zone", "EXDATE:20260502T100000"],
    ["in small letters", "exdate;value=date-time:20260502t080000z"],
    ["folded over two lines", "EXDATE:20260502T08\r\n 0000Z"],
  ])("%s takes one occurrence away", (_, line) => {
    expect(kept(line)).toBe("01 03 04 05");
  });

  it.each([
    ["of another kind", "EXDATE;VALUE=DATE:20260502"],
    ["at another time", "EXDATE:20260502T090000Z"],
    ["of a day that never was", "EXDATE:20260231T080000Z"],
  ])("%s is without effect", (_, line) => {
    expect(kept(line)).toBe("01 02 03 04 05");
  });

  it("names several in one line, and may take the first start away", () => {
    expect(kept("EXDATE:20260501T080000Z,20260503T080000Z", "EXDATE:20260505T080000Z")).toBe(
      "02 04",
    );
  });

  it("of an all-day series is a date; a time is without effect", () => {
    const series = allDay("2026-05-01", "2026-05-02", [
      DAILY,
      "EXDATE;VALUE=DATE:20260502",
      "EXDATE:20260503",
      "EXDATE:20260504T000000Z",
    ]);
    expect(days(starts(series, ...WEEK))).toBe("01 04 05");
  });

  it("finds an occurrence in a skipped hour by the name that calendars give it", () => {
    const nightly = timed("2026-03-28T01:30Z", [
      "RRULE:FREQ=DAILY;COUNT=3",
      "EXDATE:20260329T013000Z",
    ]);
    expect(days(starts(nightly, "2026-03-28", "2026-04-01"))).toBe("28 30");
  });
});

describe("several rules and dates in one series", () => {
  it("are joined, and what they share occurs once", () => {
    const lines = ["RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3", "RRULE:FREQ=DAILY;INTERVAL=3;COUNT=2"];
    expect(days(starts(timed("2026-05-01T08:00Z", lines), ...WEEK))).toBe("01 03 04 05");
  });

  it("RDATE adds, in any zone, and once", () => {
    const lines = [
      "RDATE:20260503T080000Z,20260503T080000Z",
      "RDATE;TZID=America/New_York:20260504T040000",
      "RDATE:20260505T100000",
    ];
    expect(starts(timed("2026-05-01T08:00Z", lines), ...WEEK)).toEqual([
      "2026-05-01T08:00Z",
      "2026-05-03T08:00Z",
      "2026-05-04T08:00Z",
      "2026-05-05T08:00Z",
    ]);
  });

  it("EXRULE takes away what it gives", () => {
    expect(kept("EXRULE:FREQ=DAILY;INTERVAL=2")).toBe("02 04");
  });
});

describe("what is not understood", () => {
  it.each([
    ["no line at all", "garbage"],
    ["an empty line", ""],
    ["a start within the lines", "DTSTART:20260501T080000Z"],
    ["a rule without a frequency", "RRULE:BYDAY=MO"],
    ["an unknown frequency", "RRULE:FREQ=FORTNIGHTLY"],
    ["an interval of nothing", "RRULE:FREQ=DAILY;INTERVAL=0"],
    ["a part twice", "RRULE:FREQ=DAILY;COUNT=1;COUNT=2"],
    ["a number out of range", "RRULE:FREQ=MONTHLY;BYMONTHDAY=32"],
    ["a weekday that is none", "RRULE:FREQ=WEEKLY;BYDAY=XX"],
    ["a rule of every minute", "RRULE:FREQ=MINUTELY"],
    [
      "a rule of every minute in other words",
      "RRULE:FREQ=HOURLY;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12",
    ],
    ["a period", "RDATE;VALUE=PERIOD:20260503T080000Z/PT1H"],
    ["an end that is no date", "RRULE:FREQ=DAILY;UNTIL=tomorrow"],
  ])("%s is named, and the rest still counts", (_, line) => {
    const expansion = expand(daily(line), ...WEEK);
    expect(expansion.problems).toEqual([line]);
    expect(days(startsOf(expansion))).toBe("01 02 03 04 05");
  });

  it("names dates of the wrong kind among those to add", () => {
    expect(expand(daily("RDATE;VALUE=DATE:20260503"), ...WEEK).problems).toEqual([
      "RDATE:20260503",
    ]);
  });

  it("passes over parts of a rule that the RFC doesn't name", () => {
    const series = timed("2026-05-01T08:00Z", ["RRULE:FREQ=DAILY;COUNT=2;X-MOOD=good"]);
    expect(expand(series, ...WEEK)).toMatchObject({ problems: [], occurrences: [{}, {}] });
  });
});

describe("zones", () => {
  it("are known by their Windows names too", () => {
    const series = timed(
      "2026-03-28T14:00Z",
      ["RRULE:FREQ=DAILY;COUNT=2"],
      "W. Europe Standard Time",
    );
    const expansion = expand(series, "2026-03-28", "2026-04-01");
    expect(startsOf(expansion)).toEqual(["2026-03-28T14:00Z", "2026-03-29T13:00Z"]);
    expect(expansion.problems).toEqual([]);
    expect(expansion.occurrences[0]?.time).toMatchObject({ zone: "Europe/Berlin" });
  });

  it.each(["Mars/Olympus", "", "+01:00", "../../etc", "__proto__", "constructor"])(
    "that nobody knows (%j) become that of the business, and are named",
    (zone) => {
      const series = timed("2026-03-28T14:00Z", ["RRULE:FREQ=DAILY;COUNT=2"], zone);
      const expansion = expand(series, "2026-03-28", "2026-04-01", "Europe/Berlin");
      expect(startsOf(expansion)).toEqual(["2026-03-28T14:00Z", "2026-03-29T13:00Z"]);
      expect(expansion.problems).toEqual([zone]);
    },
  );
});
