import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { run } from "./tools/run.ts";

const { values } = parseArgs({
  options: { histories: { type: "string", default: "10000" }, seed: { type: "string" } },
});

if (/^\d+$/.test(values.histories)) {
  const seed = values.seed ?? String(randomInt(2 ** 31));
  process.exitCode = await run(
    "vitest",
    ["run", "--project", "integration", "property", "--testTimeout", "0"],
    { env: { BELLHOP_HISTORIES: values.histories, BELLHOP_SEED: seed } },
  );
} else {
  console.error("Say how many: npm run soak -- --histories 10000");
  process.exitCode = 1;
}
