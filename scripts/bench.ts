import { cpus, totalmem } from "node:os";
import path from "node:path";
import type { Result } from "../test/bench/measure.ts";
import { benchRecurrence } from "../test/bench/recurrence.ts";
import { benchStore } from "../test/bench/store.ts";
import { benchSync } from "../test/bench/sync.ts";
import { benchWindow } from "../test/bench/window.ts";
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
print(await benchStore());
print(await benchRecurrence());
print(await benchSync());
ensureBuilt();
print(await benchWindow(path.join(ROOT, "out", "renderer")));
