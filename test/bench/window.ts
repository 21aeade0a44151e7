import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { layoutColumn } from "../../src-renderer/schedule/grid/layout.ts";
import { firstLoadBytes } from "../fixtures/first-load.ts";
import { seededRandom } from "../fixtures/ports.ts";
import { inMs, medianMs, type Result } from "./measure.ts";

const BOOKINGS = 1_200;
const DAY_MINUTES = 1_440;

function crowdedDay() {
  const random = seededRandom();
  return Array.from({ length: BOOKINGS }, (_, i) => {
    const from = Math.floor((random.next() * (DAY_MINUTES - 90)) / 5) * 5;
    return { id: String(i), from, to: from + 15 + Math.floor(random.next() * 5) * 15 };
  });
}

function gzippedKb(rendererDir: string, kind: string): string {
  const files = globSync(`**/*.${kind}`, { cwd: rendererDir });
  const bytes = files.map((file) => gzipSync(readFileSync(join(rendererDir, file))).length);
  return `${(bytes.reduce((sum, one) => sum + one, 0) / 1_000).toFixed(0)} kB`;
}

/** @param rendererDir folder of the built window */
export async function benchWindow(rendererDir: string): Promise<Result[]> {
  const items = crowdedDay();
  const ms = await medianMs(100, () => layoutColumn(items));
  return [
    { name: `layout of a column with ${BOOKINGS} bookings`, value: inMs(ms) },
    {
      name: "scripts before the schedule shows, gzipped",
      value: `${(firstLoadBytes(rendererDir) / 1_000).toFixed(1)} kB`,
    },
    { name: "all scripts of the window, gzipped", value: gzippedKb(rendererDir, "js") },
    { name: "styles of the window, gzipped", value: gzippedKb(rendererDir, "css") },
  ];
}
