import type { Clock, Log, Scheduler } from "../ports.ts";
import type { Store } from "../store/store.ts";

/** How often the database is asked whether another server of it has something for a desk here. */
const LOOK_EVERY_MS = 500;

/** Told the newest position of its business; null once this server ends. */
type Listener = (position: number | null) => void;

/**
 * Wakes the desks that listen at this server. One question in the database serves them all, so that it does not
 * matter which of several servers took the booking or Google's notification.
 */
export interface Wakes {
  /** Returns the function that ends the listening. */
  listen(businessId: string, listener: Listener): () => void;
  /** Something was committed for a desk: look now instead of in a moment. */
  soon(): void;
  /** Ends every listening and all looking. */
  endAll(): void;
}

export function createWakes(
  store: Store,
  { scheduler, log }: { readonly clock: Clock; readonly scheduler: Scheduler; readonly log: Log },
): Wakes {
  const listeners = new Map<string, Set<Listener>>();
  const seen = new Map<string, number>();
  let cancel: (() => void) | null = null;
  let state: "resting" | "looking" | "lookingAgain" | "ended" = "resting";

  async function look(): Promise<void> {
    const ids = [...listeners.keys()];
    const rows = await store.db
      .selectFrom("business")
      .where("id", "in", ids)
      .select(["id", "event_position"])
      .execute();
    for (const { id, event_position: position } of rows) {
      if (seen.get(id) === position) continue;
      seen.set(id, position);
      for (const listener of listeners.get(id) ?? []) listener(position);
    }
  }

  function plan(delayMs: number): void {
    cancel?.();
    cancel = null;
    if (state === "ended" || listeners.size === 0) return;
    if (state !== "resting") {
      state = "lookingAgain";
      return;
    }
    cancel = scheduler.after(delayMs, () => {
      cancel = null;
      state = "looking";
      look()
        .catch(() => log.warn("wakes.failed"))
        .finally(settle);
    });
  }

  function settle(): void {
    if (state === "ended") return;
    const again = state === "lookingAgain";
    state = "resting";
    plan(again ? 0 : LOOK_EVERY_MS);
  }

  return {
    listen(businessId, listener) {
      const ofBusiness = listeners.get(businessId) ?? new Set();
      listeners.set(businessId, ofBusiness.add(listener));
      // A new listener is told where things stand, so that nothing falls between two streams.
      seen.delete(businessId);
      plan(0);
      return () => {
        ofBusiness.delete(listener);
        if (ofBusiness.size > 0 || listeners.get(businessId) !== ofBusiness) return;
        listeners.delete(businessId);
        seen.delete(businessId);
      };
    },
    soon: () => plan(0),
    endAll() {
      state = "ended";
      cancel?.();
      for (const ofBusiness of listeners.values())
        for (const listener of ofBusiness) listener(null);
      listeners.clear();
    },
  };
}
