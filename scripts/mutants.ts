/**
 * Breaks the engine on purpose, one way after the other, in a copy of the project, and tells which test notices.
 * Ends with an error if one of the broken engines passes all of them.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { breakTree, copyTree } from "./mutants/copy.ts";
import { MUTANTS } from "./mutants/list.ts";
import type { Mutant } from "./mutants/mutant.ts";
import { type Outcome, outcomeLine, withTable } from "./mutants/report.ts";
import { runTrial } from "./mutants/trial.ts";
import { capture, ROOT } from "./tools/run.ts";

const { values } = parseArgs({
  options: {
    /** Only those whose name holds this. */
    only: { type: "string", default: "" },
    histories: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    /** Writes the table of the whole run into docs/engine-proof.md. */
    write: { type: "boolean", default: false },
  },
});
const amount = { histories: Number(values.histories), seed: Number(values.seed) };

/** Tests that fail on the sound engine would prove nothing about a broken one. */
function mustPass(copy: string, mutants: readonly Mutant[]): void {
  const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))];
  const trial = runTrial({ copy, tests, ...amount });
  if (trial.is !== "passed")
    throw new Error(`The engine as it is fails already: ${JSON.stringify(trial)}`);
}

function tryAll(copy: string, mutants: readonly Mutant[]): readonly Outcome[] {
  return mutants.map((mutant) => {
    const mend = breakTree(copy, mutant);
    try {
      const outcome = { mutant, trial: runTrial({ copy, tests: mutant.tests, ...amount }) };
      console.log(outcomeLine(outcome));
      return outcome;
    } finally {
      mend();
    }
  });
}

function writeTable(outcomes: readonly Outcome[]): void {
  const page = path.join(ROOT, "docs", "engine-proof.md");
  writeFileSync(page, withTable(readFileSync(page, "utf8"), outcomes));
  capture("oxfmt", [page]);
  console.log("The table in docs/engine-proof.md is written.");
}

const chosen = MUTANTS.filter(({ name }) => name.includes(values.only));
const copy = copyTree();
try {
  console.log(
    `${chosen.length} mutants; at most ${amount.histories} histories of seed ${amount.seed}`,
  );
  mustPass(copy, chosen);
  const outcomes = tryAll(copy, chosen);
  const alive = outcomes.filter(({ trial }) => trial.is === "passed");
  console.log(`${outcomes.length - alive.length} of ${outcomes.length} caught.`);
  if (alive.length > 0 || outcomes.length === 0) process.exitCode = 1;
  else if (values.write && values.only === "") writeTable(outcomes);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
