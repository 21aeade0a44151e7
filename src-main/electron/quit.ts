import type { App, PowerMonitor } from "electron";
import type { Logger, Scheduler } from "../core/ports.ts";

/** A little more than the desk gives itself. The store survives a hard end too, only the wait would annoy. */
export const QUIT_LIMIT_MS = 7_000;

export interface QuitDeps {
  readonly app: App;
  readonly powerMonitor: Pick<PowerMonitor, "on">;
  readonly scheduler: Scheduler;
  readonly log: Logger;
  /** What has to be done before the app ends. */
  readonly flush: () => Promise<void>;
}

/**
 * Holds every quit back until the desk has closed, or the limit is over, then lets it through.
 * Returns whether the app is on its way out: windows then close instead of hiding.
 */
export function guardQuit({ app, powerMonitor, scheduler, log, flush }: QuitDeps): () => boolean {
  let state: "running" | "flushing" | "flushed" = "running";

  const finish = (): void => {
    if (state === "flushed") return;
    state = "flushed";
    app.quit();
  };

  app.on("before-quit", (event) => {
    if (state === "flushed") return;
    event.preventDefault();
    if (state === "flushing") return;
    state = "flushing";
    const cancel = scheduler.after(QUIT_LIMIT_MS, () => {
      log.warn("app.quitLimit", { afterMs: QUIT_LIMIT_MS });
      finish();
    });
    flush()
      .catch(() => log.error("app.flushFailed"))
      .finally(() => {
        cancel();
        finish();
      });
  });
  // A shutdown waits for an app that asks for it; held back at the quit instead, macOS would call it off.
  powerMonitor.on("shutdown", (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    app.quit();
  });
  return () => state !== "running";
}
