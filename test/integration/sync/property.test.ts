import fc from "fast-check";
import { expect, test } from "vitest";
import { histories } from "../../fixtures/history/arbitrary.ts";
import { runHistory } from "../../fixtures/history/run.ts";

const WANTED = 1_000;
const COUNT = Number(process.env["BELLHOP_HISTORIES"] ?? WANTED);
/** Always the same histories here, so that a change is judged by what it changed; `npm run soak` draws new ones. */
const SEED = Number(process.env["BELLHOP_SEED"] ?? 20_261_126);
/** Who only wants to know whether a history fails need not wait until it is as short as can be. */
const SHRINKS = process.env["BELLHOP_SHRINK"] !== "no";
/** Most commands of one history. */
const LENGTH = 25;
const MS_PER_HISTORY = 2_000;
const MS_TO_SHRINK = 300_000;

test(
  "whatever the desk, a person in Google, the network and the computer do, both sides end up equal",
  async () => {
    if (COUNT < WANTED) console.log(`ONLY ${COUNT} HISTORIES: BELLHOP_HISTORIES says so.`);
    console.log(`${COUNT} histories, seed ${SEED}`);
    const began = performance.now();
    let lived = 0;
    const property = fc.asyncProperty(histories(LENGTH), async (history) => {
      lived += 1;
      await runHistory(history);
    });
    try {
      await fc.assert(property, { numRuns: COUNT, seed: SEED, endOnFailure: !SHRINKS });
    } finally {
      console.log(`${lived} histories in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    }
    expect(lived).toBe(COUNT);
  },
  MS_TO_SHRINK + COUNT * MS_PER_HISTORY,
);
