import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Endpoints } from "../../simulators/google/index.ts";
import type { Clock } from "../../src-main/core/ports.ts";

export interface WorkerData {
  /** One number: epoch milliseconds. */
  readonly clock: SharedArrayBuffer;
}

export interface WorkerQuestion {
  readonly number: number;
  readonly ask: "requests" | "clear" | "delay";
  readonly delayMs: number;
}

export interface Requested {
  readonly kind: string;
  readonly status: number | null;
}

export interface WorkerAnswer {
  readonly number: number;
  readonly requests: readonly Requested[];
}

export interface GoogleThread {
  readonly endpoints: Endpoints;
  /** The same time as given, seen by the simulator too. */
  readonly clock: Clock;
  requests(): Promise<readonly Requested[]>;
  clearRequests(): Promise<void>;
  /** From now on every calendar request takes so long. */
  delay(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts the simulator on another thread. Its clock is what `clock` said last. */
export async function startGoogleThread(clock: Clock): Promise<GoogleThread> {
  const shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const view = new Float64Array(shared);
  view[0] = clock.now();
  const data: WorkerData = { clock: shared };
  const worker = new Worker(new URL("google-worker.ts", import.meta.url), { workerData: data });
  const [endpoints] = (await once(worker, "message")) as [Endpoints];
  let number = 0;

  async function ask(what: WorkerQuestion["ask"], delayMs = 0): Promise<readonly Requested[]> {
    number += 1;
    const mine = number;
    worker.postMessage({ number: mine, ask: what, delayMs } satisfies WorkerQuestion);
    for (;;) {
      const [answer] = (await once(worker, "message")) as [WorkerAnswer];
      if (answer.number === mine) return answer.requests;
    }
  }

  return {
    endpoints,
    clock: {
      now() {
        const now = clock.now();
        view[0] = now;
        return now;
      },
    },
    requests: () => ask("requests"),
    clearRequests: async () => void (await ask("clear")),
    delay: async (ms) => void (await ask("delay", ms)),
    close: async () => void (await worker.terminate()),
  };
}
