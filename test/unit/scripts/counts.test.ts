import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { add, closingLine, playwrightCounts, vitestCounts } from "../../../scripts/tools/counts.ts";

const folder = mkdtempSync(path.join(tmpdir(), "bellhop-counts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(report: unknown): string {
  const file = path.join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}
const vitestReport = (failed: number) => ({
  numPassedTests: 7,
  numFailedTests: failed,
  numPendingTests: 2,
  numTodoTests: 1,
});

describe("the closing line", () => {
  it("sums the runners", () => {
    const sum = add({ passed: 3, failed: 0, skipped: 1 }, { passed: 4, failed: 1, skipped: 0 });
    expect(closingLine(sum)).toBe("7 passed, 1 failed, 1 skipped");
  });

  it("takes a good run of vitest as it is", () => {
    expect(vitestCounts(written(vitestReport(0)), 0)).toEqual({ passed: 7, failed: 0, skipped: 3 });
  });

  it("counts a run that ended badly without a failed test as a failure", () => {
    expect(vitestCounts(written(vitestReport(0)), 1).failed).toBe(1);
    expect(vitestCounts(written(vitestReport(2)), 1).failed).toBe(2);
  });

  it("counts a run that left no report as a failure, whatever its exit code", () => {
    const nothing = path.join(folder, "none.json");
    expect(vitestCounts(nothing, 0).failed).toBe(1);
    expect(playwrightCounts(nothing, 0).failed).toBe(1);
  });

  it("counts a flaky test as a failed one", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 };
    expect(playwrightCounts(written({ stats }), 1)).toEqual({ passed: 5, failed: 3, skipped: 3 });
  });
});
