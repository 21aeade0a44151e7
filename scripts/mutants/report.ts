import type { Mutant } from "./mutant.ts";
import type { Trial } from "./trial.ts";

export interface Outcome {
  readonly mutant: Mutant;
  readonly trial: Trial;
}

const BEGIN = "<!-- mutants: written by `npm run mutants -- --write` -->";
const END = "<!-- end of mutants -->";

function caughtBy(trial: Trial): string {
  switch (trial.is) {
    case "passed":
      return "nothing";
    case "failed":
      return trial.test;
    case "failedInHistory":
      return `the property test, in history ${trial.history}`;
    case "endless":
      return "the tests do not come to an end";
  }
}

/** One line for the terminal. */
export function outcomeLine({ mutant, trial }: Outcome): string {
  return trial.is === "passed"
    ? `SURVIVES  ${mutant.name}: ${mutant.breaks}`
    : `caught    ${mutant.name}: ${caughtBy(trial)}`;
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

function row({ mutant, trial }: Outcome): string {
  return `| \`${mutant.name}\` | ${cell(mutant.breaks)} | ${cell(caughtBy(trial))} |`;
}

/** The page with the table of this run in its place. */
export function withTable(page: string, outcomes: readonly Outcome[]): string {
  const [before, rest = ""] = page.split(BEGIN);
  const [, after] = rest.split(END);
  if (before === undefined || after === undefined)
    throw new Error("docs/engine-proof.md has no place for the table.");
  const table = [
    "| mutant | what is broken | caught first by |",
    "| --- | --- | --- |",
    ...outcomes.map(row),
  ].join("\n");
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
}
