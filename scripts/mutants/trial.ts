import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { capture } from "../tools/run.ts";

const PROPERTY_TEST = "integration/sync/property.test.ts";
const LONGEST_MS = 240_000;

export interface TrialOptions {
  readonly copy: string;
  readonly tests: readonly string[];
  readonly histories: number;
  readonly seed: number;
}

export type Trial =
  | { readonly is: "passed" }
  | { readonly is: "failed"; readonly test: string }
  /** The property test failed, in that history. */
  | { readonly is: "failedInHistory"; readonly history: number }
  /** A broken engine may never come to rest. */
  | { readonly is: "endless" };

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

function readReport(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : null;
}

interface Ended {
  /** Title of the first test that failed; null if all passed. */
  readonly failed: string | null;
  readonly output: string;
}

/** Runs test files in a copy of the project until one test fails; null if they come to no end. */
function vitest({ copy, histories, seed }: TrialOptions, files: readonly string[]): Ended | null {
  const report = path.join(copy, "report.json");
  rmSync(report, { force: true });
  const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const run = capture(
    "vitest",
    ["run", "--bail=1", ...output, ...files.map((file) => `test/${file}`)],
    {
      cwd: copy,
      timeoutMs: LONGEST_MS,
      env: {
        BELLHOP_HISTORIES: String(histories),
        BELLHOP_SEED: String(seed),
        BELLHOP_SHRINK: "no",
      },
    },
  );
  const results = readReport(report)?.testResults;
  if (results === undefined) return null;
  const unloaded = results.find((one) => one.status === "failed" && one.message !== "");
  if (unloaded !== undefined)
    throw new Error(`${unloaded.name} does not load: ${unloaded.message}`);
  const failed = results
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === "failed");
  return { failed: failed?.title ?? null, output: run.output };
}

/** The named tests first; what none of them notices has to get past the property test. */
export function runTrial(options: TrialOptions): Trial {
  const named = vitest(options, options.tests);
  if (named === null) return { is: "endless" };
  if (named.failed !== null) return { is: "failed", test: named.failed };
  const drawn = vitest(options, [PROPERTY_TEST]);
  if (drawn === null) return { is: "endless" };
  if (drawn.failed === null) return { is: "passed" };
  const history = Number(/(\d+) histories in/.exec(drawn.output)?.[1] ?? 0);
  return { is: "failedInHistory", history };
}
