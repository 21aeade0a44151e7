import { describe, expect, test } from "vitest";
import {
  closureSchema,
  draftOfDays,
  fromToday,
  isLeapDay,
  readDays,
} from "../../../../src-renderer/settings/closures-draft.ts";
import { daysOffSchema, typedDaysOff } from "../../../../src-renderer/settings/days-off-draft.ts";
import { Closure } from "../../../../src-shared/domain/business.ts";

const YEAR_END: Closure = {
  from: "2026-12-24",
  to: "2027-01-02",
  name: "Year’s end",
  yearly: false,
};
const MESSAGES = { date: "date", order: "order", long: "long" };

function faultsOf(result: { readonly error?: { readonly issues: readonly unknown[] } }) {
  return result.error?.issues.map((issue) => {
    const { path, message } = issue as {
      readonly path: readonly string[];
      readonly message: string;
    };
    return `${path.join(".")}: ${message}`;
  });
}

describe("closures as typed", () => {
  const schema = closureSchema(MESSAGES);

  test("people name the last day that is shut, the desk keeps the first that is open again", () => {
    const typed = draftOfDays(YEAR_END);
    expect(typed).toEqual({ first: "2026-12-24", last: "2027-01-01" });
    expect(schema.parse({ ...typed, name: "Year’s end", yearly: false })).toEqual(YEAR_END);
  });

  test("one day is enough, and the bridge takes it", () => {
    const read = schema.parse({ name: " Fair ", first: "2026-12-31", last: null, yearly: true });
    expect(read).toEqual({ name: "Fair", from: "2026-12-31", to: "2027-01-01", yearly: true });
    expect(Closure.parse(read)).toEqual(read);
  });

  test("a missing first day, a last day before the first and a year of every year are faults", () => {
    expect(readDays({ first: null, last: "2026-12-31" })).toBe("date");
    expect(readDays({ first: "0026-12-31", last: null })).toBe("date");
    expect(readDays({ first: "2026-12-31", last: "9999-12-31" })).toBe("date");
    const typed = { name: "", yearly: false, first: "2026-12-31", last: "2026-12-30" };
    expect(faultsOf(schema.safeParse(typed))).toEqual(["last: order"]);
    expect(faultsOf(schema.safeParse({ ...typed, first: null }))).toEqual(["first: date"]);
    const year = { name: "", yearly: true, first: "2026-01-01", last: "2026-12-31" };
    expect(faultsOf(schema.safeParse(year))).toEqual(["last: long"]);
  });

  test("what is over is told apart; a closure counts until its last day is over", () => {
    const fair: Closure = { from: "2026-03-02", to: "2026-03-03", name: "Fair", yearly: false };
    expect(fromToday([YEAR_END, fair], "2026-03-02").ahead.map((one) => one.closure)).toEqual([
      fair,
      YEAR_END,
    ]);
    expect(fromToday([YEAR_END, fair], "2026-03-03")).toMatchObject({
      ahead: [{ closure: YEAR_END }],
      past: 1,
    });
  });

  test("a yearly one is never over, and stands where it comes next", () => {
    const mayDay: Closure = { from: "2020-05-01", to: "2020-05-02", name: "May", yearly: true };
    const { ahead, past } = fromToday([YEAR_END, mayDay], "2026-11-19");
    expect(past).toBe(0);
    expect(ahead.map(({ next }) => next.from)).toEqual(["2026-12-24", "2027-05-01"]);
    const leapDay = { ...mayDay, from: "2028-02-29", to: "2028-03-01" };
    expect(fromToday([leapDay], "2096-03-01").ahead[0]?.next.from).toBe("2104-02-29");
    const later = { ...mayDay, from: "2044-05-01", to: "2044-05-02" };
    expect(fromToday([later], "2026-11-19").ahead[0]?.next.from).toBe("2044-05-01");
  });

  test("29 February alone is known as such", () => {
    expect(isLeapDay({ first: "2028-02-29", last: null })).toBe(true);
    expect(isLeapDay({ first: "2028-02-29", last: "2028-03-01" })).toBe(false);
  });
});

describe("days off as typed", () => {
  const schema = daysOffSchema("Europe/Berlin", MESSAGES);
  const who = { staffId: "anna", others: [], everyone: false };

  test("are whole days by the business's clock, also over the change to winter time", () => {
    const typed = { name: " Holiday ", first: "2026-10-24", last: "2026-10-25", who };
    expect(schema.parse(typed)).toEqual({
      staffIds: ["anna"],
      title: "Holiday",
      start: "2026-10-23T22:00:00.000Z",
      end: "2026-10-25T23:00:00.000Z",
      allDay: { from: "2026-10-24", to: "2026-10-26" },
      rrule: null,
    });
  });

  test("without a first day, or with a last one before it, are answered at the field", () => {
    const typed = { name: "", first: null, last: null, who };
    expect(faultsOf(schema.safeParse(typed))).toEqual(["first: date"]);
    const backwards = { ...typed, first: "2026-10-24", last: "2026-10-23" };
    expect(faultsOf(schema.safeParse(backwards))).toEqual(["last: order"]);
  });

  test("come back into the form as they were typed", () => {
    const block = {
      id: "b",
      revision: 2,
      source: "desk" as const,
      ...schema.parse({ name: "Ill", first: "2026-11-19", last: null, who }),
      originalStart: null,
    };
    expect(typedDaysOff({ ...block, rrule: null, allDay: block.allDay ?? null }, "ben")).toEqual({
      name: "Ill",
      first: "2026-11-19",
      last: "2026-11-19",
      who,
    });
  });
});
