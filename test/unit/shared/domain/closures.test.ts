import { describe, expect, test } from "vitest";
import { Closure } from "../../../../src-shared/domain/business.ts";
import { closedDays, closedOn } from "../../../../src-shared/domain/closures.ts";
import { addDays } from "../../../../src-shared/time/zones.ts";

function yearly(from: string, to: string): Closure {
  return { from, to, name: "Holiday", yearly: true };
}

describe("a closure that comes again every year", () => {
  const christmas = yearly("2026-12-25", "2026-12-27");

  test("is closed on the same dates of every later year, of none before, and on no other", () => {
    for (const day of ["2026-12-25", "2027-12-26", "2055-12-25"])
      expect(closedOn([christmas], day)?.name).toBe("Holiday");
    for (const day of ["2025-12-25", "2027-12-24", "2027-12-27", "2027-06-25"])
      expect(closedOn([christmas], day)).toBeNull();
  });

  test("is told each year for itself", () => {
    expect(closedDays([christmas], "2026-12-26", "2028-12-25")).toEqual([
      { from: "2026-12-25", to: "2026-12-27", name: "Holiday" },
      { from: "2027-12-25", to: "2027-12-27", name: "Holiday" },
    ]);
  });

  test("goes over the New Year", () => {
    const yearsEnd = yearly("2026-12-30", "2027-01-03");
    expect(closedDays([yearsEnd], "2030-01-01", "2030-01-02")).toEqual([
      { from: "2029-12-30", to: "2030-01-03", name: "Holiday" },
    ]);
    expect(closedOn([yearsEnd], "2030-01-03")).toBeNull();
    expect(closedOn([yearsEnd], "2026-01-01")).toBeNull();
  });

  test("on 29 February is there in leap years only", () => {
    const leapDay = yearly("2028-02-29", "2028-03-01");
    expect(closedOn([leapDay], "2032-02-29")?.name).toBe("Holiday");
    expect(closedDays([leapDay], "2029-01-01", "2032-01-01")).toEqual([]);
    // 2100 is none.
    expect(closedDays([leapDay], "2097-01-01", "2104-01-01")).toEqual([]);
  });

  test("around 29 February has as many days as the year gives it", () => {
    const around = yearly("2028-02-28", "2028-03-02");
    expect(closedDays([around], "2029-01-01", "2030-01-01")).toEqual([
      { from: "2029-02-28", to: "2029-03-02", name: "Holiday" },
    ]);
    const until = yearly("2028-02-27", "2028-03-01");
    expect(closedDays([until], "2029-01-01", "2030-01-01")[0]?.to).toBe("2029-03-01");
  });

  test("that ends on 28 February leaves the 29th open", () => {
    const until = yearly("2027-02-27", "2027-03-01");
    expect(closedOn([until], "2028-02-28")).not.toBeNull();
    expect(closedOn([until], "2028-02-29")).toBeNull();
  });

  test("has exactly the days between its dates, day by day for eleven years", () => {
    const closure = yearly("2026-12-20", "2027-03-01");
    for (let day = "2027-01-01"; day < "2038-01-01"; day = addDays(day, 1)) {
      const date = day.slice(5);
      const isWithin = date >= "12-20" || date <= "02-28";
      expect([day, closedOn([closure], day) !== null]).toEqual([day, isWithin]);
    }
  });

  test("can't last so long that it would run into itself", () => {
    expect(Closure.safeParse(yearly("2026-01-01", "2027-01-01")).success).toBe(false);
    expect(
      Closure.safeParse({ ...yearly("2026-01-01", "2027-01-01"), yearly: false }).success,
    ).toBe(true);
  });
});

test("a closure that happens once is closed on its days alone", () => {
  const moving: Closure = { from: "2026-11-19", to: "2026-11-21", name: "Moving", yearly: false };
  expect(closedOn([moving], "2026-11-20")).toMatchObject({ name: "Moving" });
  expect(closedOn([moving], "2026-11-21")).toBeNull();
  expect(closedOn([moving], "2027-11-19")).toBeNull();
});
