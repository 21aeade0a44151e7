import { setTimeout as delay } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";

/** When a step is done: so many blocks, and one that has these words. */
export interface Sight {
  readonly selector: string;
  readonly count: number;
  readonly words: string;
}

/** Milliseconds that a page's main thread worked so far, by the processor's time: in scripts, and in all. */
export interface Work {
  readonly script: number;
  readonly all: number;
}

async function workOf(cdp: CDPSession): Promise<Work> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const ms = (name: string): number =>
    (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1_000;
  return { script: ms("ScriptDuration"), all: ms("TaskDuration") };
}

const LOOK_MS = 50;
const STILL_LOOKS = 5;
/** What a page at rest may do between two looks. */
const REST_MS = 1;

/** Waits until a page does nothing any more. */
export async function settled(cdp: CDPSession): Promise<Work> {
  let last = await workOf(cdp);
  for (let still = 0; still < STILL_LOOKS;) {
    await delay(LOOK_MS);
    const now = await workOf(cdp);
    still = now.all - last.all < REST_MS ? still + 1 : 0;
    last = now;
  }
  return last;
}

/** Milliseconds by the clock. */
function timeUntilPainted(page: Page, what: "mount" | "nextDay", sight: Sight): Promise<number> {
  return page.evaluate(
    ([step, { selector, count, words }]) =>
      new Promise<number>((resolve) => {
        const isShown = (): boolean => {
          const blocks = [...document.querySelectorAll(selector)];
          return blocks.length === count && blocks.some((b) => b.textContent?.includes(words));
        };
        const begun = performance.now();
        // In a task of its own, so that it counts among the page's scripts.
        setTimeout(() => window.bench?.[step]());
        const look = (): void => {
          if (!isShown()) {
            requestAnimationFrame(look);
            return;
          }
          // A task that is asked for in a frame runs when that frame has been laid out and painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - begun);
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }),
    [what, sight] as const,
  );
}

/** From telling a calendar at rest until the frame that shows it was painted; milliseconds. */
export interface Painted {
  readonly clock: number;
  /** What the page's main thread worked of that, by the processor's time: the same on a busy machine, nearly. */
  readonly work: number;
}

export async function painted(
  { page, cdp }: { readonly page: Page; readonly cdp: CDPSession },
  what: "mount" | "nextDay",
  sight: Sight,
): Promise<Painted> {
  const before = await settled(cdp);
  const clock = await timeUntilPainted(page, what, sight);
  const after = await workOf(cdp);
  return { clock, work: after.all - before.all };
}

/** What a page worked because of something, until it rests again. */
export async function workDuring(cdp: CDPSession, act: () => Promise<unknown>): Promise<Work> {
  const before = await settled(cdp);
  await act();
  const after = await settled(cdp);
  return { script: after.script - before.script, all: after.all - before.all };
}

const DRAG_MS = 3_000;
const EVERY_MS = 8;

/** Where a block is taken in its middle, well within the window; and how far the pointer goes from there. */
interface Grip {
  readonly x: number;
  readonly y: number;
}

async function gripOf(page: Page, selector: string): Promise<Grip> {
  const grip = await page.evaluate((blocks) => {
    const middle = { x: window.innerWidth * 0.45, y: window.innerHeight * 0.5 };
    const distance = (p: Grip): number => Math.hypot(p.x - middle.x, p.y - middle.y);
    return [...document.querySelectorAll(blocks)]
      .map((block) => {
        const { left, top, width, height } = block.getBoundingClientRect();
        return { block, x: left + width / 2, y: top + height / 2 };
      })
      .filter(({ block, x, y }) => block.contains(document.elementFromPoint(x, y)))
      .map(({ x, y }) => ({ x, y }))
      .toSorted((a, b) => distance(a) - distance(b))[0];
  }, selector);
  if (grip === undefined) throw new Error("No block lies free to be taken.");
  return grip;
}

/** Begins to write down when frames come; what it returns ends that, and gives the times between them. */
async function recordFrames(page: Page): Promise<() => Promise<readonly number[]>> {
  const record = await page.evaluateHandle(() => {
    const times: number[] = [];
    const on = (at: number): void => {
      times.push(at);
      frame = requestAnimationFrame(on);
    };
    let frame = requestAnimationFrame(on);
    return {
      end: () => {
        cancelAnimationFrame(frame);
        return times;
      },
    };
  });
  return async () => {
    const times = await record.evaluate(({ end }) => end());
    return times.slice(1).map((at, i) => at - (times[i] ?? at));
  };
}

/**
 * Drags a block about for three seconds, over several persons and hours.
 * @param shown what is in the page only while something is dragged
 * @returns milliseconds between one frame and the next
 */
export async function framesOfDrag(
  page: Page,
  selector: string,
  shown: string,
): Promise<readonly number[]> {
  const { x, y } = await gripOf(page, selector);
  const { mouse } = page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + 12, y + 12, { steps: 4 });
  await page.locator(shown).first().waitFor({ state: "attached" });
  const endRecord = await recordFrames(page);
  const begun = performance.now();
  for (let at = 0; at < DRAG_MS; at = performance.now() - begun) {
    const turn = (at / DRAG_MS) * 4 * Math.PI;
    await mouse.move(x + 260 * Math.sin(turn), y + 140 * Math.sin(turn * 1.5));
    await delay(EVERY_MS);
  }
  const frames = await endRecord();
  await page.keyboard.press("Escape");
  await mouse.up();
  return frames;
}
