import { expect, test } from "vitest";
import type { EventFields } from "../../../../src-main/core/calendars/remote-calendar.ts";
import { changedFields, sameFields } from "../../../../src-main/core/sync/fields.ts";

const START = "2026-11-20T09:00:00.000Z";
const END = "2026-11-20T10:00:00.000Z";
const WEEKLY = ["RRULE:FREQ=WEEKLY"];

const timed = { is: "timed", start: START, end: END, zone: "Europe/Berlin" } as const;
const allDay = { is: "allDay", from: "2026-11-20", to: "2026-11-21" } as const;

const EVENT: EventFields = {
  title: "Ada",
  description: "Cut",
  time: timed,
  colour: "2",
  recurrence: [],
};

test.each([
  ["title", { title: "Eve" }, ["title"]],
  ["description", { description: "" }, ["description"]],
  ["colour", { colour: "" }, ["colour"]],
  ["start", { time: { ...timed, start: "2026-11-20T08:00:00.000Z" } }, ["time"]],
  ["end", { time: { ...timed, end: "2026-11-20T11:00:00.000Z" } }, ["time"]],
  ["a whole day", { time: allDay }, ["time"]],
  ["a rule", { recurrence: WEEKLY }, ["recurrence"]],
  ["several", { title: "Eve", colour: "9", time: allDay }, ["title", "time", "colour"]],
  ["nothing", {}, []],
  ["the zone of a single event", { time: { ...timed, zone: "UTC" } }, []],
])("a difference in %s is found", (_what, change, names) => {
  const other: EventFields = { ...EVENT, ...change };
  expect(changedFields(EVENT, other)).toEqual(names);
  expect(changedFields(other, EVENT)).toEqual(names);
  expect(sameFields(EVENT, other)).toBe(names.length === 0);
});

test("the zone of a series is a difference: its rule is expanded in it", () => {
  const series = { ...EVENT, recurrence: WEEKLY };
  const elsewhere = { ...series, time: { ...timed, zone: "UTC" } };
  expect(changedFields(series, elsewhere)).toEqual(["time"]);
});

test("whole days differ by either date", () => {
  const day = { ...EVENT, time: allDay };
  const from = { ...EVENT, time: { ...allDay, from: "2026-11-19" } };
  const to = { ...EVENT, time: { ...allDay, to: "2026-11-22" } };
  expect([sameFields(day, from), sameFields(day, to), sameFields(day, day)]).toEqual([
    false,
    false,
    true,
  ]);
});

test("the lines of a rule count in their order and number", () => {
  const one = { ...EVENT, recurrence: ["RRULE:FREQ=DAILY", "EXDATE:20261120T090000Z"] };
  const swapped = { ...EVENT, recurrence: one.recurrence.toReversed() };
  const shorter = { ...EVENT, recurrence: one.recurrence.slice(0, 1) };
  expect(changedFields(one, swapped)).toEqual(["recurrence"]);
  expect(changedFields(one, shorter)).toEqual(["recurrence"]);
});

test("the parts of a rule may stand in any order, in capitals or not; what they say counts", () => {
  const rule = (text: string): EventFields => ({ ...EVENT, recurrence: [`RRULE:${text}`] });
  const one = rule("FREQ=WEEKLY;BYDAY=MO;COUNT=6");
  expect(changedFields(one, rule("COUNT=6;FREQ=WEEKLY;BYDAY=MO"))).toEqual([]);
  expect(changedFields(one, rule("freq=weekly;count=6;byday=mo"))).toEqual([]);
  expect(changedFields(one, rule("COUNT=6;FREQ=WEEKLY;BYDAY=TU"))).toEqual(["recurrence"]);
  expect(changedFields(one, rule("FREQ=WEEKLY;BYDAY=MO"))).toEqual(["recurrence"]);
});
