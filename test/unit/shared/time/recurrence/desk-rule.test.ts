import { describe, expect, it } from "vitest";
import { parseDeskRule } from "../../../../../src-shared/time/recurrence/desk-rule.ts";

describe("a repetition made at the desk", () => {
  it.each([
    ["FREQ=WEEKLY", "FREQ=WEEKLY"],
    ["freq=weekly;byday=fr,mo;interval=2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"],
    ["INTERVAL=1;FREQ=DAILY;COUNT=730", "FREQ=DAILY;COUNT=730"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1,15,1,-3,15", "FREQ=MONTHLY;BYMONTHDAY=1,15,-3,-1"],
    ["FREQ=MONTHLY;BYDAY=-1SU,2MO,+1FR", "FREQ=MONTHLY;BYDAY=1FR,2MO,-1SU"],
    ["FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"],
    ["FREQ=YEARLY;UNTIL=20301231T225959Z", "FREQ=YEARLY;UNTIL=20301231T225959Z"],
    ["FREQ=DAILY;UNTIL=20301231", "FREQ=DAILY;UNTIL=20301231"],
    ["FREQ=DAILY;UNTIL=20301231T120000", "FREQ=DAILY;UNTIL=20301231T120000"],
  ])("%s is written %s, and stays so", (value, rule) => {
    expect(parseDeskRule(value)).toEqual({ ok: true, rule });
    expect(parseDeskRule(rule)).toEqual({ ok: true, rule });
  });

  it.each([
    ["", "unreadable"],
    ["every week", "unreadable"],
    ["RRULE:FREQ=DAILY", "unreadable"],
    ["FREQ=DAILY;COUNT=0", "unreadable"],
    ["FREQ=DAILY;UNTIL=20260231", "unreadable"],
    ["FREQ=HOURLY", "unsupported"],
    ["FREQ=YEARLY;BYWEEKNO=20", "unsupported"],
    ["FREQ=DAILY;WKST=SU", "unsupported"],
    ["FREQ=DAILY;X-MOOD=GOOD", "unsupported"],
    ["FREQ=WEEKLY;BYDAY=1MO", "unsupported"],
    ["FREQ=WEEKLY;BYMONTHDAY=1", "unsupported"],
    ["FREQ=MONTHLY;BYDAY=6MO", "unsupported"],
    ["FREQ=MONTHLY;BYSETPOS=1", "unsupported"],
    ["FREQ=DAILY;INTERVAL=100", "intervalOutOfRange"],
    ["FREQ=DAILY;COUNT=731", "countOutOfRange"],
    ["FREQ=DAILY;COUNT=2;UNTIL=20301231", "twoEnds"],
  ])("%j is refused: %s", (value, problem) => {
    expect(parseDeskRule(value)).toEqual({ ok: false, problem });
  });
});
