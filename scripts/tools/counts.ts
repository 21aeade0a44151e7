import { existsSync, readFileSync } from "node:fs";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NO_TESTS: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** The line that a test run ends with. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A run that ended badly without a failed test (a file that doesn't load, a crash) counts as one failure. */
function withCrash(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readReport(file: string): unknown {
  if (!existsSync(file)) return null;
  return JSON.parse(readFileSync(file, "utf8"));
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** What vitest's JSON reporter wrote. */
export function vitestCounts(file: string, exitCode: number): Counts {
  const report = readReport(file) as VitestReport | null;
  if (report === null) return withCrash(NO_TESTS, exitCode || 1);
  return withCrash(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    exitCode,
  );
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly { readonly status: string }[];
  }[];
}

interface PlaywrightReport extends PlaywrightSuite {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/**
 * What Playwright's JSON reporter wrote. A flaky test failed and then passed when it was run again, which happens in
 * CI only (`retries` in playwright.config.ts): it counts as passed and is named by `flakyTests`.
 */
export function playwrightCounts(file: string, exitCode: number): Counts {
  const report = readReport(file) as PlaywrightReport | null;
  if (report === null) return withCrash(NO_TESTS, exitCode || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withCrash({ passed: expected + flaky, failed: unexpected, skipped }, exitCode);
}

function flakyIn({ suites = [], specs = [] }: PlaywrightSuite): readonly string[] {
  const here = specs
    .filter(({ tests }) => tests.some(({ status }) => status === "flaky"))
    .map(({ file, line, title }) => `${file}:${line} ${title}`);
  return [...here, ...suites.flatMap(flakyIn)];
}

/** `file:line title` of each test that passed only when it was run again. */
export function flakyTests(file: string): readonly string[] {
  return flakyIn((readReport(file) as PlaywrightReport | null) ?? {});
}
