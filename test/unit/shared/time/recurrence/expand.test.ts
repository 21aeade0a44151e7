import { describe, expect, it } from "vitest";
import { occurrencesBetween } from "../../../../../src-shared/time/recurrence/expand.ts";
import {
  allDay,
  expand,
  instant,
  starts,
  startsOf,
  timed,
} from "../../../../fixtures/recurrence/series.ts";

describe("a timed series over a change of the clocks", () => {
  it("stays at 15:00 on the wall over both changes of the year", () => {
    const weekly = timed("2026-03-18T14:00Z", ["RRULE:FREQ=WEEKLY"]);
    expect(starts(weekly, "2026-03-20", "2026-04-04")).toEqual([
      "2026-03-25T14:00Z",
      "2026-04-01T13:00Z",
    ]);
    expect(starts(weekly, "2026-10-20", "2026-10-31")).toEqual([
      "2026-10-21T13:00Z",
      "2026-10-28T14:00Z",
    ]);
  });

  it("begins with the offset before the gap where its hour is skipped, as calendars show and name it", () => {
    const nightly = timed("2026-03-28T01:30Z", ["RRULE:FREQ=DAILY;COUNT=3"]);
    const { occurrences } = expand(nightly, "2026-03-28", "2026-04-01");
    expect(occurrences.map((one) => one.originalStart)).toEqual([
      instant("2026-03-28T01:30Z"),
      instant("2026-03-29T01:30Z"),
      instant("2026-03-30T00:30Z"),
    ]);
    expect(occurrences[1]?.time).toMatchObject({
      start: instant("2026-03-29T01:30Z"),
      end: instant("2026-03-29T02:30Z"),
    });
  });

  it("takes the first of two in a repeated hour, unless the series itself began in the second", () => {
    const rule = ["RRULE:FREQ=DAILY;COUNT=2"];
    expect(starts(timed("2026-10-24T00:30Z", rule), "2026-10-24", "2026-10-31")).toEqual([
      "2026-10-24T00:30Z",
      "2026-10-25T00:30Z",
    ]);
    expect(starts(timed("2026-10-25T01:30Z", rule), "2026-10-24", "2026-10-31")).toEqual([
      "2026-10-25T01:30Z",
      "2026-10-26T01:30Z",
    ]);
  });

  it("lasts as long in real time on the night when the clocks change", () => {
    const nightly = timed("2026-03-27T22:00Z", ["RRULE:FREQ=DAILY;COUNT=3"], "Europe/Berlin", 480);
    const lengths = expand(nightly, "2026-03-27", "2026-04-01").occurrences.map(({ time }) =>
      time.is === "timed" ? Date.parse(time.end) - Date.parse(time.start) : 0,
    );
    expect(lengths).toEqual([28_800_000, 28_800_000, 28_800_000]);
  });
});

describe("the window", () => {
  const daily = timed("2026-05-01T08:00Z", ["RRULE:FREQ=DAILY"]);

  it("takes in what runs into it, and leaves out what ends or begins at its edges", () => {
    expect(starts(daily, "2026-05-10T08:59Z", "2026-05-11T08:01Z")).toEqual([
      "2026-05-10T08:00Z",
      "2026-05-11T08:00Z",
    ]);
    expect(starts(daily, "2026-05-10T09:00Z", "2026-05-11T08:00Z")).toEqual([]);
  });

  it("takes in what began many days before it, and what has no length", () => {
    const fair = allDay("2026-01-01", "2026-01-11", ["RRULE:FREQ=MONTHLY"]);
    expect(starts(fair, "2026-05-10T10:00Z", "2026-05-10T11:00Z")).toEqual(["2026-05-01"]);
    const mark = timed("2026-05-01T08:00Z", ["RRULE:FREQ=DAILY"], "UTC", 0);
    expect(starts(mark, "2026-05-10T08:00Z", "2026-05-11T08:00Z")).toEqual(["2026-05-10T08:00Z"]);
  });

  it("takes in what a position picks from its last period, also if the next has nothing to pick from", () => {
    const rule = ["RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYSETPOS=1"];
    const leapDay = timed("2020-02-29T09:00Z", rule);
    expect(starts(leapDay, "2024-01-01", "2024-12-31")).toEqual(["2024-02-29T09:00Z"]);
  });

  it("lists the earliest up to the limit and says that it cut", () => {
    const span = [instant("2026-05-10"), instant("2026-05-20")] as const;
    const cut = occurrencesBetween(daily, ...span, 2);
    expect(startsOf(cut)).toEqual(["2026-05-10T08:00Z", "2026-05-11T08:00Z"]);
    expect(cut.cut).toBe(true);
    expect(occurrencesBetween(daily, ...span, 10).cut).toBe(false);
  });

  it("keeps in step with a rule that began long ago", () => {
    const fortnightly = timed("1999-01-04T08:00Z", ["RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"]);
    expect(starts(fortnightly, "2026-05-01", "2026-05-25")).toEqual([
      "2026-05-04T07:00Z",
      "2026-05-08T07:00Z",
      "2026-05-18T07:00Z",
      "2026-05-22T07:00Z",
    ]);
  });

  it("counts a COUNT from the start of the series, not of the window", () => {
    const hundred = timed("2026-02-01T09:00Z", ["RRULE:FREQ=DAILY;COUNT=100"]);
    expect(starts(hundred, "2026-05-10", "2026-06-01")).toEqual([
      "2026-05-10T08:00Z",
      "2026-05-11T08:00Z",
    ]);
  });
});

describe("the first start", () => {
  it("occurs even where the rule doesn't give it, and uses up no COUNT", () => {
    const fridays = timed("2026-05-06T08:00Z", ["RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=2"]);
    expect(starts(fridays, "2026-05-01", "2026-06-01")).toEqual([
      "2026-05-06T08:00Z",
      "2026-05-08T08:00Z",
      "2026-05-15T08:00Z",
    ]);
  });

  it("is all there is of a series without lines or with none that is understood", () => {
    expect(starts(timed("2026-05-06T08:00Z", []), "2026-05-01", "2026-06-01")).toHaveLength(1);
    expect(
      starts(timed("2026-05-06T08:00Z", ["RRULE:oops"]), "2026-05-01", "2026-06-01"),
    ).toHaveLength(1);
  });

  it("doesn't occur in a series that was trimmed to nothing", () => {
    const trimmed = timed("2026-05-06T08:00Z", ["RRULE:FREQ=DAILY;UNTIL=20260506T075959Z"]);
    expect(starts(trimmed, "2026-05-01", "2026-06-01")).toEqual([]);
  });
});

describe("UNTIL", () => {
  const until = (text: string) =>
    starts(
      timed("2026-05-01T22:30Z", [`RRULE:FREQ=DAILY;UNTIL=${text}`]),
      "2026-05-01",
      "2026-06-01",
    );

  it("in UTC includes an occurrence at that instant and none after it", () => {
    expect(until("20260503T223000Z")).toHaveLength(3);
    expect(until("20260503T222959Z")).toHaveLength(2);
  });

  it("without a zone is meant on the wall, a date includes its whole day there", () => {
    expect(until("20260504T003000")).toHaveLength(3);
    expect(until("20260504T002959")).toHaveLength(2);
    expect(until("20260504")).toHaveLength(3);
  });

  it("ends in a repeated hour by the instant", () => {
    const nightly = timed("2026-10-23T00:30Z", ["RRULE:FREQ=DAILY;UNTIL=20261025T001500Z"]);
    expect(starts(nightly, "2026-10-23", "2026-11-01")).toHaveLength(2);
  });

  it("of an all-day series includes its date, also if a time stands beside it", () => {
    for (const end of ["20260503", "20260503T235959Z", "20260503T000000"]) {
      const days = allDay("2026-05-01", "2026-05-02", [`RRULE:FREQ=DAILY;UNTIL=${end}`]);
      expect(starts(days, "2026-04-01", "2026-06-01")).toHaveLength(3);
    }
  });
});

describe("an all-day series", () => {
  it("repeats by dates with an exclusive end", () => {
    const weekend = allDay("2026-05-02", "2026-05-04", ["RRULE:FREQ=WEEKLY;COUNT=2"]);
    expect(expand(weekend, "2026-05-01", "2026-06-01", "Pacific/Auckland").occurrences).toEqual([
      { originalStart: "2026-05-02", time: { is: "allDay", from: "2026-05-02", to: "2026-05-04" } },
      { originalStart: "2026-05-09", time: { is: "allDay", from: "2026-05-09", to: "2026-05-11" } },
    ]);
  });

  it("has its days where the business is", () => {
    const daily = allDay("2026-05-01", "2026-05-02", ["RRULE:FREQ=DAILY"]);
    const during = (zone: string) =>
      startsOf(expand(daily, "2026-05-10T11:00Z", "2026-05-10T13:00Z", zone));
    expect(during("Pacific/Auckland")).toEqual(["2026-05-10", "2026-05-11"]);
    expect(during("America/New_York")).toEqual(["2026-05-10"]);
  });

  it("passes over hours in its rule", () => {
    const daily = allDay("2026-05-01", "2026-05-02", ["RRULE:FREQ=DAILY;COUNT=2;BYHOUR=9,17"]);
    expect(starts(daily, "2026-04-01", "2026-06-01")).toEqual(["2026-05-01", "2026-05-02"]);
  });
});

describe("weekdays with and without a number in one rule", () => {
  it("are days of either kind", () => {
    const mixed = timed("2026-05-04T08:00Z", ["RRULE:FREQ=MONTHLY;BYDAY=MO,1TU;COUNT=6"]);
    expect(starts(mixed, "2026-05-01", "2026-07-01").map((start) => start.slice(5, 10))).toEqual([
      "05-04",
      "05-05",
      "05-11",
      "05-18",
      "05-25",
      "06-01",
    ]);
  });

  it("without a day, a rule by weeks of the year takes the weekday of its start", () => {
    const week20 = timed("2026-05-13T08:00Z", ["RRULE:FREQ=YEARLY;BYWEEKNO=20"]);
    expect(starts(week20, "2026-01-01", "2028-01-01").map((start) => start.slice(0, 10))).toEqual([
      "2026-05-13",
      "2027-05-19",
    ]);
  });
});
