import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { addDays } from "../../src-shared/time/zones.ts";
import { inMs, medianOf, percentile, type Result } from "./measure.ts";
import { launch, loadNow } from "./schedule/browser.ts";
import { type Busy, busyDay, busyWeek } from "./schedule/busy-salon.ts";
import { type Contender, contenders, type Stage } from "./schedule/contenders.ts";
import { serveOthers } from "./schedule/others/build.ts";
import {
  framesOfDrag,
  type Painted,
  painted,
  type Sight,
  type Work,
  workDuring,
} from "./schedule/watch.ts";

const ROUNDS = 3;
const MOUNTS = 4;
const CHANGES = 4;
const DAYS_ON = 4;
const LONG_FRAME_MS = 32;

interface Samples {
  readonly mount: Painted[];
  readonly nextDay: Painted[];
  readonly change: Work[];
  readonly frames: number[];
}

/** What is to be seen of a day, counted from the first. */
function sightOf({ blocks }: Contender, { salon, today, perDay }: Busy, day: number): Sight {
  const date = addDays(today, day);
  const first = salon.bookings.find(({ start }) => start.startsWith(date));
  const customer = salon.customers.find(({ id }) => id === first?.customerId);
  return { selector: blocks, count: perDay[day] ?? 0, words: customer?.name ?? "" };
}

/** The first one in a page is not counted: scripts are compiled in it, with each of them. */
async function mounts(stage: Stage, sight: Sight, into: Painted[]): Promise<void> {
  for (let i = 0; i <= MOUNTS; i += 1) {
    await stage.page.evaluate(() => window.bench?.unmount());
    const one = await painted(stage, "mount", sight);
    if (i > 0) into.push(one);
  }
}

async function measure(browser: Browser, one: Contender, busy: Busy, into: Samples) {
  const stage = await one.open(browser, busy);
  try {
    await mounts(stage, sightOf(one, busy, 0), into.mount);
    for (let i = 0; i < CHANGES; i += 1)
      into.change.push(await workDuring(stage.cdp, () => stage.change()));
    into.frames.push(...(await framesOfDrag(stage.page, one.blocks, one.dragged)));
    await mounts(stage, sightOf(one, busy, 0), []);
    for (let day = 1; day <= DAYS_ON && (busy.perDay[day] ?? 0) > 0; day += 1)
      into.nextDay.push(await painted(stage, "nextDay", sightOf(one, busy, day)));
  } finally {
    await stage.close();
  }
}

function medianBy<T>(samples: readonly T[], of: (one: T) => number): string {
  return inMs(medianOf(samples.map(of)));
}

function untilPainted(samples: readonly Painted[]): string {
  return `${medianBy(samples, (one) => one.clock)}, of work ${medianBy(samples, (one) => one.work)}`;
}

function lines(name: string, { mount, nextDay, change, frames }: Samples): Result[] {
  const long = frames.filter((ms) => ms > LONG_FRAME_MS).length;
  const script = medianBy(change, (one) => one.script);
  const all = medianBy(change, (one) => one.all);
  return [
    { name: `${name}: the day mounted and painted`, value: untilPainted(mount) },
    { name: `${name}: one booking changes`, value: `${script} of script, ${all} of work` },
    ...(nextDay.length === 0
      ? []
      : [{ name: `${name}: the next day painted`, value: untilPainted(nextDay) }]),
    {
      name: `${name}: dragged for 3 s`,
      value: `${Math.round(frames.length / ROUNDS)} frames, p99 ${inMs(percentile(frames, 99))}, longest ${inMs(Math.max(...frames))}, ${long} of ${frames.length} over ${LONG_FRAME_MS} ms`,
    },
  ];
}

async function compare(browser: Browser, all: readonly Contender[], busy: Busy): Promise<Result[]> {
  const samples = new Map(
    all.map((one): [Contender, Samples] => [
      one,
      { mount: [], nextDay: [], change: [], frames: [] },
    ]),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    // Another one begins each time.
    const order = [...samples.keys()].map((_, i, kept) => kept[(i + round) % kept.length]);
    for (const one of order) {
      const into = one && samples.get(one);
      if (into) await measure(browser, one, busy, into);
    }
  }
  return [...samples].flatMap(([{ name }, into]) => lines(name, into));
}

function versionOf(name: string): string {
  const file = join(import.meta.dirname, "..", "..", "node_modules", name, "package.json");
  return `${name} ${(JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version}`;
}

/** @param executablePath of Chromium; null takes Playwright's own */
export async function benchSchedule(
  executablePath: string | null,
  print: (results: readonly Result[]) => void,
): Promise<void> {
  const browser = await launch(executablePath);
  const pages = await serveOthers();
  try {
    const versions = ["react", "react-big-calendar", "@event-calendar/core"].map(versionOf);
    print([{ name: "Browser", value: [`Chromium ${browser.version()}`, ...versions].join(", ") }]);
    for (const busyOf of [busyWeek, busyDay]) {
      const busy = busyOf(Date.now());
      print([{ name: busy.name, value: `load ${loadNow()}` }]);
      print(await compare(browser, contenders(pages), busy));
      print([{ name: busy.name, value: `load ${loadNow()} at the end` }]);
    }
  } finally {
    await browser.close();
    pages.close();
  }
}
