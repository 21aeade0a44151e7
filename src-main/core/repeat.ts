import type { Scheduler } from "./ports.ts";

/** Runs `task` every `everyMs`, first after one such time. Returns the function that ends it. */
export function repeat(scheduler: Scheduler, everyMs: number, task: () => void): () => void {
  let cancel = (): void => undefined;
  const next = (): void => {
    cancel = scheduler.after(everyMs, () => {
      next();
      task();
    });
  };
  next();
  return () => cancel();
}
