import { isDeepStrictEqual } from "node:util";

/** Something at the desk or in Google is not as the story says. */
class Differs extends Error {}

/** @throws if the two differ; `what` says what was looked at */
export function same(what: string, actual: unknown, expected: unknown): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new Differs(
    `${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`,
  );
}

/** @throws if there is none */
export function present<T>(what: string, value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Differs(`${what} is missing`);
  return value;
}

/** One line a step: what happened, or how it differs. */
export interface Report {
  /** `work` returns the rest of the line. After a step that differs the others still run. */
  step(name: string, work: () => Promise<string>): Promise<void>;
  heading(text: string): void;
  readonly differing: () => number;
  readonly steps: () => number;
}

export function createReport(say: (line: string) => void): Report {
  let steps = 0;
  let differing = 0;
  return {
    heading: (text) => say(`\n${text}`),
    async step(name, work) {
      steps += 1;
      try {
        say(`  ok      ${name}: ${await work()}`);
      } catch (error) {
        differing += 1;
        say(`  DIFFERS ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    differing: () => differing,
    steps: () => steps,
  };
}
