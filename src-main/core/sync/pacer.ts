import type { Clock, Scheduler } from "../ports.ts";

/** The quota counts the requests of any minute. */
export const PACE_WINDOW_MS = 60_000;

export interface Pacer {
  /**
   * Resolves when one more request may be sent, and counts it.
   * @param signal gives the turn up while it is waited for
   * @throws Abandoned
   */
  turn(signal?: AbortSignal): Promise<void>;
}

/** A turn was given up by whoever waited for it; nothing was sent. */
export class Abandoned extends Error {
  constructor() {
    super("The turn was given up.");
    this.name = "Abandoned";
  }
}

interface Waiter {
  readonly resolve: () => void;
}

/**
 * Keeps the desk below the calendar's quota by itself: never more than `perMinute` requests in any minute, counted
 * in a sliding window. Turns are given in the order they were asked for.
 * @param sentBefore when a process before this one sent what may still count, in epoch milliseconds, in order
 */
export function createPacer(
  clock: Clock,
  scheduler: Scheduler,
  perMinute: number,
  sentBefore: readonly number[] = [],
): Pacer {
  const sent: number[] = [...sentBefore];
  const waiters: Waiter[] = [];
  let isTimed = false;

  function waitMs(now: number): number {
    while (sent[0] !== undefined && (sent[0] <= now - PACE_WINDOW_MS || sent[0] > now))
      sent.shift();
    const oldest = sent[0];
    return sent.length < perMinute || oldest === undefined ? 0 : oldest + PACE_WINDOW_MS - now;
  }

  /** Gives as many turns as there are, and comes back for the rest. */
  function give(): void {
    for (let [first] = waiters; first !== undefined; [first] = waiters) {
      const now = clock.now();
      const wait = waitMs(now);
      if (wait > 0) return comeBack(wait);
      sent.push(now);
      waiters.shift();
      first.resolve();
    }
  }

  function comeBack(wait: number): void {
    if (isTimed) return;
    isTimed = true;
    scheduler.after(wait, () => {
      isTimed = false;
      give();
    });
  }

  return {
    turn: (signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(new Abandoned());
        const giveUp = (): void => {
          waiters.splice(waiters.indexOf(waiter), 1);
          reject(new Abandoned());
        };
        const waiter = {
          resolve: () => {
            signal?.removeEventListener("abort", giveUp);
            resolve();
          },
        };
        signal?.addEventListener("abort", giveUp, { once: true });
        waiters.push(waiter);
        give();
      }),
  };
}
