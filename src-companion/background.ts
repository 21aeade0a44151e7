import type { Log, Scheduler } from "./ports.ts";

/** Work that goes on after the answer. The answer then takes as long whatever that work turns out to be. */
export interface Background {
  run(name: string, work: () => Promise<void>): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export function createBackground(scheduler: Scheduler, log: Log): Background {
  const running = new Set<Promise<void>>();
  return {
    run: (name, work) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      scheduler.after(0, resolve);
      const task = promise
        .then(work)
        .catch((error: unknown) => {
          log.error("background.failed", {
            name,
            error: error instanceof Error ? error.name : "unknown",
          });
        })
        .finally(() => running.delete(task));
      running.add(task);
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
