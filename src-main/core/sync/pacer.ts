import type { Clock, Scheduler } from "../ports.ts";

const WINDOW_MS = 60_000;

export interface Pacer {
  /** Resolves when one more request may be sent, and counts it. */
  turn(): Promise<void>;
}

/**
 * Keeps the desk below the calendar's quota by itself: never more than `perMinute` requests in any minute, counted
 * in a sliding window. Turns are given in the order they were asked for.
 */
export function createPacer(clock: Clock, scheduler: Scheduler, perMinute: number): Pacer {
  const sent: number[] = [];
  let last: Promise<void> = Promise.resolve();

  function waitMs(now: number): number {
    while (sent[0] !== undefined && (sent[0] <= now - WINDOW_MS || sent[0] > now)) sent.shift();
    const oldest = sent[0];
    return sent.length < perMinute || oldest === undefined ? 0 : oldest + WINDOW_MS - now;
  }

  async function take(): Promise<void> {
    for (let wait = waitMs(clock.now()); wait > 0; wait = waitMs(clock.now())) {
      await new Promise<void>((resolve) => {
        scheduler.after(wait, resolve);
      });
    }
    sent.push(clock.now());
  }

  return {
    turn() {
      last = last.then(take);
      return last;
    },
  };
}
