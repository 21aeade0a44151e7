import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  add,
  closingLine,
  flakyTests,
  playwrightCounts,
  vitestCounts,
} from "../../../scripts/tools/counts.ts";

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

  it("counts a test that passed when run again as passed, and names it", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 };
    const spec = (title: string, status: string) => ({
      title,
      file: "keyboard.spec.ts",
      line: 7,
      tests: [{ status }],
    });
    const suites = [
      { specs: [spec("opens", "expected")], suites: [{ specs: [spec("moves", "flaky")] }] },
    ];
    const file = written({ stats, suites });
    expect(playwrightCounts(file, 1)).toEqual({ passed: 6, failed: 1, skipped: 3 });
    expect(flakyTests(file)).toEqual(["keyboard.spec.ts:7 moves"]);
  });
});
