import { cpus, totalmem } from "node:os";
import path from "node:path";
import { benchCompanion } from "../test/bench/companion.ts";
import type { Result } from "../test/bench/measure.ts";
import { benchRecurrence } from "../test/bench/recurrence.ts";
import { benchSchedule } from "../test/bench/schedule.ts";
import { benchStart } from "../test/bench/start.ts";
import { benchStore } from "../test/bench/store.ts";
import { benchSync } from "../test/bench/sync.ts";
import { benchWindow } from "../test/bench/window.ts";
import { ensureBrowser } from "./tools/browser.ts";
import { ensureBuilt } from "./tools/build.ts";
import { ROOT } from "./tools/run.ts";

const NAME_WIDTH = 52;

function print(results: readonly Result[]): void {
  for (const { name, value } of results) console.log(`${name.padEnd(NAME_WIDTH)} ${value}`);
}

const [cpu] = cpus();
print([
  {
    name: "Machine",
    value: `${cpus().length} × ${cpu?.model ?? "unknown"}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`,
  },
  { name: "Node", value: `${process.version}, ${process.platform} ${process.arch}` },
]);
/** In this order; `npm run bench -- companion` runs one alone. */
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  store: () => benchStore(print),
  recurrence: async () => print(await benchRecurrence()),
  sync: async () => print(await benchSync()),
  companion: () => benchCompanion(print),
  window: async () => {
    ensureBuilt();
    print(await benchWindow(path.join(ROOT, "out", "renderer")));
  },
  schedule: async () => {
    ensureBuilt();
    await benchSchedule(await ensureBrowser(), print);
  },
  start: async () => {
    ensureBuilt();
    print(await benchStart(await ensureBrowser()));
  },
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in PARTS));
if (unknown !== undefined)
  throw new Error(`There is no part ${unknown}: ${Object.keys(PARTS).join(", ")}.`);
for (const [name, run] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(name)) await run();
