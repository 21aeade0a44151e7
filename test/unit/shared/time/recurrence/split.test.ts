import { describe, expect, it } from "vitest";
import { remainingRule, untilBefore } from "../../../../../src-shared/time/recurrence/split.ts";
import {
  allDay,
  BERLIN,
  expand,
  instant,
  starts,
  timed,
} from "../../../../fixtures/recurrence/series.ts";

const AT = instant("2026-11-19T11:30Z");

describe("a series trimmed before an occurrence", () => {
  it.each([
    ["FREQ=WEEKLY", "FREQ=WEEKLY;UNTIL=20261119T112959Z"],
    ["FREQ=WEEKLY;COUNT=9;BYDAY=TH", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261119T112959Z"],
    ["FREQ=WEEKLY;UNTIL=20270101T000000Z", "FREQ=WEEKLY;UNTIL=20261119T112959Z"],
    ["FREQ=WEEKLY;UNTIL=20261119T113000Z;WKST=SU", "FREQ=WEEKLY;WKST=SU;UNTIL=20261119T112959Z"],
  ])("%s becomes %s", (rule, trimmed) => {
    expect(untilBefore(rule, AT, BERLIN)).toBe(trimmed);
  });

  it.each(["FREQ=WEEKLY;UNTIL=20261101T000000Z", "FREQ=WEEKLY;UNTIL=20261119T122959"])(
    "keeps an earlier end: %s",
    (rule) => {
      expect(untilBefore(rule, AT, BERLIN)).toBe(rule);
    },
  );

  it("ends an all-day series on the day before", () => {
    expect(untilBefore("FREQ=DAILY", "2026-03-01", BERLIN)).toBe("FREQ=DAILY;UNTIL=20260228");
  });
});

describe("the rule of this and following", () => {
  const tail = (rule: string, from: string) =>
    remainingRule(rule, timed("2026-03-26T01:30Z", [`RRULE:${rule}`]), instant(from));

  it("has the COUNT that is left", () => {
    expect(tail("FREQ=DAILY;COUNT=10", "2026-03-26T01:30Z")).toBe("FREQ=DAILY;COUNT=10");
    expect(tail("FREQ=DAILY;COUNT=10", "2026-03-28T01:30Z")).toBe("FREQ=DAILY;COUNT=8");
    expect(tail("FREQ=DAILY;COUNT=10", "2026-04-04T00:30Z")).toBe("FREQ=DAILY;COUNT=1");
  });

  it("has one occurrence left if it is asked from after its end", () => {
    expect(tail("FREQ=DAILY;COUNT=10", "2026-05-04T00:30Z")).toBe("FREQ=DAILY;COUNT=1");
  });

  it("counts right from an occurrence in a skipped hour", () => {
    expect(tail("FREQ=DAILY;COUNT=10", "2026-03-29T01:30Z")).toBe("FREQ=DAILY;COUNT=7");
    expect(tail("FREQ=DAILY;COUNT=10", "2026-03-30T00:30Z")).toBe("FREQ=DAILY;COUNT=6");
  });

  it("counts occurrences that an EXDATE took away", () => {
    const rule = "FREQ=DAILY;COUNT=10";
    const series = timed("2026-05-01T08:00Z", [`RRULE:${rule}`, "EXDATE:20260502T080000Z"]);
    expect(remainingRule(rule, series, instant("2026-05-04T08:00Z"))).toBe("FREQ=DAILY;COUNT=7");
  });

  it("counts the days of an all-day series", () => {
    const rule = "FREQ=WEEKLY;COUNT=4";
    const series = allDay("2026-05-01", "2026-05-02", [`RRULE:${rule}`]);
    expect(remainingRule(rule, series, "2026-05-15")).toBe("FREQ=WEEKLY;COUNT=2");
  });

  it.each(["FREQ=DAILY", "FREQ=DAILY;UNTIL=20261119T112959Z"])("stays %s", (rule) => {
    expect(tail(rule, "2026-03-28T01:30Z")).toBe(rule);
  });

  it.each([
    "FREQ=DAILY;COUNT=40",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH,SU;COUNT=20",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1;COUNT=12",
    "FREQ=MONTHLY;BYMONTHDAY=1,-1",
  ])("with the trimmed head, gives just what the whole gave: %s", (rule) => {
    const window = ["2026-01-01", "2027-12-31"] as const;
    const whole = timed("2026-01-01T09:00Z", [`RRULE:${rule}`]);
    const { occurrences } = expand(whole, ...window);
    for (const { originalStart: cut } of occurrences.slice(1, 20)) {
      const head = timed("2026-01-01T09:00Z", [`RRULE:${untilBefore(rule, cut, BERLIN)}`]);
      const rest = timed(cut, [`RRULE:${remainingRule(rule, whole, cut)}`]);
      expect([...starts(head, ...window), ...starts(rest, ...window)]).toEqual(
        starts(whole, ...window),
      );
    }
  });
});
