import type { Clock, Scheduler } from "../core/ports.ts";

/** Node turns a longer delay into 1 ms (Node documentation, `setTimeout`). */
const LONGEST_DELAY_MS = 2_147_483_647;

export const systemClock: Clock = { now: () => Date.now() };

/** Delays beyond 24.8 days are waited for in pieces. */
export const systemScheduler: Scheduler = {
  after(delayMs, task) {
    let timer: NodeJS.Timeout;
    const wait = (leftMs: number): void => {
      const piece = Math.min(Math.max(leftMs, 0), LONGEST_DELAY_MS);
      timer = setTimeout(() => (leftMs > piece ? wait(leftMs - piece) : task()), piece);
    };
    wait(delayMs);
    return () => clearTimeout(timer);
  },
};
