import type { Browser } from "@playwright/test";
import { createChanges } from "../../src-main/core/changes.ts";
import { createIds } from "../../src-main/core/ids.ts";
import { createStores } from "../../src-main/core/schedule/stores.ts";
import { seededRandom } from "../fixtures/ports.ts";
import { type BenchStore, emptySalon, manyBookings, openStore } from "./bench-desk.ts";
import { inMs, medianOf, type Result } from "./measure.ts";
import { launch, loadNow, WINDOW } from "./schedule/browser.ts";
import { startHost } from "./schedule/host.ts";

const BOOKINGS = 100_000;
const A_DAY = 60;
const RUNS = 5;

/** A desk's folder with years of bookings on both sides of today. */
function manyYears(): BenchStore {
  const clock = { now: Date.now };
  return openStore(emptySalon(), { clock }, (db) => {
    const ids = createIds(clock, seededRandom());
    const { put } = createStores({ db, clock, ids, changes: createChanges() }).bookings;
    db.write("bench.bookings", () => {
      for (const booking of manyBookings(BOOKINGS, A_DAY)) put(booking);
    });
  });
}

interface Start {
  readonly desk: number;
  readonly page: number;
  readonly painted: number;
}

/** Milliseconds from starting the process until it answers, until the page is there, until bookings are painted. */
async function startOnce(browser: Browser, folder: string): Promise<Start> {
  const context = await browser.newContext(WINDOW);
  const page = await context.newPage();
  const begun = performance.now();
  const host = await startHost(folder);
  const desk = performance.now() - begun;
  await page.goto(host.url, { waitUntil: "commit" });
  const came = performance.now() - begun;
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (document.querySelector(".cols .bk") === null) {
            requestAnimationFrame(look);
            return;
          }
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }),
  );
  const painted = performance.now() - begun;
  await context.close();
  await host.stop();
  return { desk, page: came, painted };
}

/**
 * From the start of the desk's process to bookings on the screen; the browser is open before, as it is for a person.
 * @param executablePath of Chromium; null takes Playwright's own
 */
export async function benchStart(executablePath: string | null): Promise<Result[]> {
  const store = manyYears();
  store.db.close();
  const browser = await launch(executablePath);
  try {
    const starts: Start[] = [];
    for (let i = 0; i < RUNS; i += 1) starts.push(await startOnce(browser, store.folder));
    const median = (of: (one: Start) => number): string => inMs(medianOf(starts.map(of)));
    return [
      {
        name: `start with ${BOOKINGS} bookings, to a painted day`,
        value: median((s) => s.painted),
      },
      { name: "of that: until the desk answers", value: median((s) => s.desk) },
      { name: "of that: until the page comes", value: median((s) => s.page - s.desk) },
      { name: "of that: until its bookings are painted", value: median((s) => s.painted - s.page) },
      { name: "load of the machine", value: loadNow() },
    ];
  } finally {
    await browser.close();
    store.remove();
  }
}
