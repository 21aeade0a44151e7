import { streamSSE } from "hono/streaming";
import type { Context } from "hono";
import type { Companion } from "../http/env.ts";
import { type DeskEnv, holderOf, keyHashOf } from "./key.ts";

/** Proxies close what is silent for a minute; a desk that hears nothing for longer knows that its stream is dead. */
const BEAT_MS = 15_000;

/** One thing at a time: whichever of waking, beat and end comes first. */
type Turn =
  | { readonly is: "position"; readonly position: number }
  | { readonly is: "beat" | "end" };

function createTurns(companion: Companion, businessId: string, aborted: AbortSignal) {
  let waiting: ((turn: Turn) => void) | null = null;
  let position: number | null = null;
  let ended = false;
  const settle = (): void => {
    if (waiting === null) return;
    if (ended) waiting({ is: "end" });
    else if (position !== null) waiting({ is: "position", position });
    else return;
    position = null;
    waiting = null;
  };
  const end = (): void => {
    ended = true;
    settle();
  };
  const stop = companion.wakes.listen(businessId, (newest) => {
    if (newest === null) return end();
    position = newest;
    settle();
  });
  aborted.addEventListener("abort", end);
  return {
    stop,
    next(): Promise<Turn> {
      const { promise, resolve } = Promise.withResolvers<Turn>();
      const cancel = companion.scheduler.after(BEAT_MS, () => {
        waiting = null;
        resolve({ is: "beat" });
      });
      waiting = (turn) => {
        cancel();
        resolve(turn);
      };
      settle();
      return promise;
    },
  };
}

/** `event: wake` with the newest position; the desk then reads its changes. Says nothing of what happened. */
export function eventStream(c: Context<DeskEnv>, companion: Companion): Response {
  const keyHash = keyHashOf(c.req.header("authorization"));
  c.header("X-Accel-Buffering", "no");
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const turns = createTurns(companion, c.get("businessId"), gone.signal);
    try {
      for (;;) {
        const turn = await turns.next();
        if (turn.is === "end") return;
        if (turn.is === "position")
          await stream.writeSSE({ event: "wake", data: String(turn.position) });
        else {
          // A desk that was unpaired meanwhile hears no more.
          if (typeof (await holderOf(companion, keyHash)) !== "object") return;
          await stream.write(": beat\n\n");
        }
      }
    } finally {
      turns.stop();
    }
  });
}
