import { describe, expect, test } from "vitest";
import {
  draftOfClosure,
  fromToday,
  readClosure,
} from "../../../../src-renderer/settings/closures-draft.ts";
import { Closure } from "../../../../src-shared/domain/business.ts";

const YEAR_END: Closure = { from: "2026-12-24", to: "2027-01-02", name: "Year’s end" };

describe("closures as typed", () => {
  test("people name the last day that is shut, the desk keeps the first that is open again", () => {
    expect(draftOfClosure(YEAR_END)).toMatchObject({ first: "2026-12-24", last: "2027-01-01" });
    expect(readClosure(draftOfClosure(YEAR_END))).toEqual(YEAR_END);
  });

  test("one day is enough, and the bridge takes it", () => {
    const read = readClosure({ name: " Fair ", first: "2026-12-31", last: null });
    expect(read).toEqual({ name: "Fair", from: "2026-12-31", to: "2027-01-01" });
    expect(Closure.parse(read)).toEqual(read);
  });

  test("a missing first day and a last day before the first are faults", () => {
    expect(readClosure({ name: "", first: null, last: "2026-12-31" })).toBe("date");
    expect(readClosure({ name: "", first: "2026-12-31", last: "2026-12-30" })).toBe("order");
  });

  test("what is over is told apart; a closure counts until its last day is over", () => {
    const fair: Closure = { from: "2026-03-02", to: "2026-03-03", name: "Fair" };
    expect(fromToday([YEAR_END, fair], "2026-03-02").ahead).toEqual([fair, YEAR_END]);
    expect(fromToday([YEAR_END, fair], "2026-03-03")).toEqual({ ahead: [YEAR_END], past: [fair] });
  });
});
