import { describe, expect, test } from "vitest";
import {
  rangeParams,
  SELECT_IN_RANGE,
  SELECT_IN_RANGE_WITH_CANCELLED,
  SELECT_TAKEN_SPANS,
} from "../../../src-main/core/store/booking-rows.ts";
import { openSalon } from "../../fixtures/salon.ts";

const WEEK = rangeParams("2026-11-15T23:00:00.000Z", "2026-11-22T23:00:00.000Z");

/** How SQLite goes about a query, step by step, with statistics as they are after a longer while. */
async function planOf(query: string, staffId?: string): Promise<readonly string[]> {
  const salon = await openSalon();
  const customer = { is: "known" as const, id: (await salon.customer("Eva Berg")).id };
  for (const day of ["17", "18", "19"]) {
    await salon.book(`2026-11-${day}T09:00:00.000Z`, {}, true);
    await salon.book(`2026-11-${day}T10:00:00.000Z`, { customer }, true);
  }
  salon.db.statement("test.analyze", "ANALYZE").run();
  return salon.db
    .statement<{ detail: string }>("test.plan", `EXPLAIN QUERY PLAN ${query}`)
    .all(staffId === undefined ? WEEK : { ...WEEK, staffId })
    .map(({ detail }) => detail);
}

describe.each([
  ["", SELECT_IN_RANGE],
  [" with what was cancelled", SELECT_IN_RANGE_WITH_CANCELLED],
])("the bookings of a week%s", (_what, query) => {
  test("are found by their start alone, however many there are before and after", async () => {
    const plan = await planOf(query);
    expect(plan[0]).toBe("SEARCH b USING INDEX booking_start (start>? AND start<?)");
    expect(plan.filter((step) => step.startsWith("SCAN b"))).toEqual([]);
  });

  test("come in order without being sorted", async () => {
    expect((await planOf(query)).filter((step) => step.includes("B-TREE"))).toEqual([]);
  });

  test("are told whether they are a first visit without a look at other bookings", async () => {
    const plan = await planOf(query);
    expect(plan).toContain("SEARCH f USING PRIMARY KEY (customer_id=?) LEFT-JOIN");
    expect(plan.filter((step) => /\bbooking_customer\b/.test(step))).toEqual([]);
  });
});

test("the times of one person are read out of an index alone, in order", async () => {
  expect(await planOf(SELECT_TAKEN_SPANS, "anna")).toEqual([
    "SEARCH b USING COVERING INDEX booking_staff (staff_id=? AND start>? AND start<?)",
  ]);
});
