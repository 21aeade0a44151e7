import type { Scheduler } from "../../ports.ts";

/** No request may take longer, however it hangs: connecting, waiting, or in the middle of a body. */
export const REQUEST_LIMIT_MS = 30_000;

export class DeadlineError extends Error {
  constructor() {
    super("The hard limit passed without a complete answer.");
    this.name = "DeadlineError";
  }
}

/**
 * Runs `work`, and gives up on it after the limit even if it ignores its signal.
 * @param limitMs milliseconds
 * @throws DeadlineError when the limit passes first; else whatever `work` throws
 */
export async function withDeadline<T>(
  scheduler: Scheduler,
  work: (signal: AbortSignal) => Promise<T>,
  limitMs = REQUEST_LIMIT_MS,
): Promise<T> {
  const abort = new AbortController();
  const limit = Promise.withResolvers<never>();
  const stop = scheduler.after(limitMs, () => {
    const error = new DeadlineError();
    limit.reject(error);
    abort.abort(error);
  });
  try {
    return await Promise.race([work(abort.signal), limit.promise]);
  } finally {
    stop();
  }
}
