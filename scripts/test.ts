import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBrowser } from "./tools/browser.ts";
import { ensureBuilt } from "./tools/build.ts";
import {
  add,
  closingLine,
  type Counts,
  flakyTests,
  NO_TESTS,
  playwrightCounts,
  vitestCounts,
} from "./tools/counts.ts";
import { capture, run } from "./tools/run.ts";

/** All of unit and integration run in the first zone, what has to do with time in the others too. */
const [FIRST_ZONE, ...OTHER_ZONES] = [
  "UTC",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Auckland",
] as const;
const ABOUT_TIME = [
  "test/unit/shared",
  "test/unit/core",
  "test/unit/renderer",
  "test/integration/store",
  "test/integration/schedule",
  "test/integration/sync",
] as const;
/** These take the longest, and the property test draws its own zones. */
const ONCE_IS_ENOUGH = "**/sync/{property,kill}.test.ts";

const reports = mkdtempSync(path.join(tmpdir(), "bellhop-reports-"));

async function vitest(zone: string, args: readonly string[]): Promise<Counts> {
  console.log(`\nUnit and integration, TZ=${zone}`);
  const report = path.join(reports, `${zone.replaceAll("/", "-")}.json`);
  const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run("vitest", ["run", ...output, ...args], { env: { TZ: zone } });
  return vitestCounts(report, code);
}

async function inOtherZones(): Promise<Counts> {
  let sum = NO_TESTS;
  for (const zone of OTHER_ZONES)
    sum = add(sum, await vitest(zone, [...ABOUT_TIME, "--exclude", ONCE_IS_ENOUGH]));
  return sum;
}

/** Without any browser each e2e test is one that was skipped. */
function skippedEndToEnd(): Counts {
  console.log("\nSKIPPED: no Chromium could be found or installed; set CHROME_BIN to one.");
  const listed = capture("playwright", ["test", "--list", "--project=e2e"]).stdout;
  return { ...NO_TESTS, skipped: Number(/Total: (\d+) test/.exec(listed)?.[1] ?? 0) };
}

async function endToEnd(): Promise<Counts> {
  const browser = await ensureBrowser();
  const projects = browser === null ? ["--project=electron"] : [];
  console.log(`\nEnd to end${browser === null ? "" : `, ${browser}`}`);
  const report = path.join(reports, "playwright.json");
  const code = await run("playwright", ["test", "--reporter=list,json", ...projects], {
    env: {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...(browser === null ? {} : { CHROME_BIN: browser }),
    },
  });
  for (const name of flakyTests(report)) console.log(`FLAKY, passed only when run again: ${name}`);
  const counts = playwrightCounts(report, code);
  return browser === null ? add(counts, skippedEndToEnd()) : counts;
}

async function everything(): Promise<Counts> {
  ensureBuilt();
  const here = await vitest(FIRST_ZONE, []);
  const elsewhere = await inOtherZones();
  return add(add(here, elsewhere), await endToEnd());
}

try {
  const counts = await everything();
  console.log(`\n${closingLine(counts)}`);
  process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  console.log(`\n${closingLine({ ...NO_TESTS, failed: 1 })}`);
  process.exitCode = 1;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
