import { isClockWrong } from "../../../src-shared/sync-status.ts";
import type { Clock } from "../ports.ts";

/**
 * The computer's clock, put right by what the calendar's last answer said of the time. A difference that a slow answer
 * or a little drift explains is left alone, and so is any before the first answer: `clockOffMs` is 0 until then.
 * What the engine decides by the time (its window, what is past, how old a list is) goes by this clock; timers
 * and the schedule on the screen go by the computer's own.
 * @param clockOffMs how far the computer's clock is ahead, in milliseconds; negative behind
 */
export function trueClock(clock: Clock, clockOffMs: () => number): Clock {
  return {
    now() {
      const off = clockOffMs();
      return isClockWrong(off) ? clock.now() - off : clock.now();
    },
  };
}
