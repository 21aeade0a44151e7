import fc from "fast-check";
import { expect, test } from "vitest";
import { histories } from "../../fixtures/history/arbitrary.ts";
import { runHistory } from "../../fixtures/history/run.ts";

const COUNT = Number(process.env["BELLHOP_HISTORIES"] ?? 1_000);
/** Always the same histories here, so that a change is judged by what it changed; `npm run soak` draws new ones. */
const SEED = Number(process.env["BELLHOP_SEED"] ?? 20_261_126);
/** Most commands of one history. */
const LENGTH = 25;
const MS_PER_HISTORY = 2_000;
const MS_TO_SHRINK = 300_000;

test(
  "whatever the desk, a person in Google, the network and the computer do, both sides end up equal",
  async () => {
    console.log(`${COUNT} histories, seed ${SEED}`);
    const began = performance.now();
    let lived = 0;
    const property = fc.asyncProperty(histories(LENGTH), async (history) => {
      lived += 1;
      await runHistory(history);
    });
    await fc.assert(property, { numRuns: COUNT, seed: SEED });
    console.log(`${lived} histories in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    expect(lived).toBe(COUNT);
  },
  MS_TO_SHRINK + COUNT * MS_PER_HISTORY,
);
