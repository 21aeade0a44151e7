import type { Scheduler } from "../ports.ts";
import type { WireClient } from "./wire-client.ts";

/** The companion says something every fifteen seconds; after three missed beats the stream is dead. */
const SILENCE_MS = 45_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export interface WakeStreamDeps {
  readonly client: WireClient;
  readonly scheduler: Scheduler;
  readonly onWake: () => void;
  readonly onLive: (live: boolean) => void;
}

/** Listens to the companion for as long as it is wanted. Returns the function that ends it. */
export function followWakes({ client, scheduler, onWake, onLive }: WakeStreamDeps): () => void {
  let ended = false;
  let pause = FIRST_PAUSE_MS;
  let end = (): void => undefined;

  async function listen(signal: AbortSignal, alive: () => void): Promise<void> {
    const response = await client.events(signal);
    onLive(true);
    pause = FIRST_PAUSE_MS;
    alive();
    for await (const piece of response.body ?? []) {
      alive();
      // One line is one thing to do: look. Which position it names doesn't matter.
      if (Buffer.from(piece).includes("data:")) onWake();
    }
  }

  function begin(): void {
    const abort = new AbortController();
    let cancel = (): void => undefined;
    const alive = (): void => {
      cancel();
      cancel = scheduler.after(SILENCE_MS, () => abort.abort());
    };
    end = () => abort.abort();
    alive();
    listen(abort.signal, alive)
      .catch(() => undefined)
      .finally(() => {
        cancel();
        if (ended) return;
        onLive(false);
        const cancelPause = scheduler.after(pause, begin);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        end = cancelPause;
      });
  }

  begin();
  return () => {
    ended = true;
    end();
  };
}
