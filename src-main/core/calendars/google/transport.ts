import type { Clock } from "../../ports.ts";

type Fetch = typeof fetch;

/** How requests leave, and what they tell on the way of the computer's clock. */
export interface Transport {
  readonly fetchImplementation: Fetch;
  /** How far this computer's clock is ahead of Google's, in milliseconds; negative behind it, 0 if not known yet. */
  clockOffMs(): number;
}

/** Only Google's own answers count: a proxy's page carries the proxy's time. */
function timeOf(response: Response): number {
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return isJson ? Date.parse(response.headers.get("date") ?? "") : Number.NaN;
}

/**
 * The client's own choice, node-fetch, throws an error that nobody can catch when a request with a body is aborted by
 * the time limit, and so would end the whole desk; the runtime's `fetch` does not.
 */
export function createTransport(clock: Clock): Transport {
  let off = 0;
  return {
    async fetchImplementation(...request) {
      const response = await fetch(...request);
      const there = timeOf(response);
      if (Number.isFinite(there)) off = Math.round(clock.now() - there);
      return response;
    },
    clockOffMs: () => off,
  };
}
