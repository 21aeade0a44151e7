import type { Scheduler } from "../../core/ports.ts";
import { FeedError } from "./release.ts";

/** `latest.yml` has less than one of these. */
export const LARGEST_TEXT = 64_000;
const PATIENCE_MS = 30_000;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

async function upToLimit(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_TEXT)
      throw new FeedError("refused", "What the feed says is far longer than a release.");
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/**
 * Reads a small text from where it is, not from where it may send us.
 * @throws FeedError if it is missing or too long; another error if the network fails
 */
export async function readText(url: URL, fetch: Fetch, scheduler: Scheduler): Promise<string> {
  const giveUp = new AbortController();
  const cancel = scheduler.after(PATIENCE_MS, () => giveUp.abort());
  try {
    const response = await fetch(url.href, {
      redirect: "manual",
      cache: "no-store",
      credentials: "omit",
      signal: giveUp.signal,
    });
    if (response.status >= 500) throw new Error(`The feed answered ${response.status}.`);
    if (!response.ok)
      throw new FeedError("feedUnreadable", `The feed answered ${response.status}.`);
    return await upToLimit(response);
  } finally {
    cancel();
    giveUp.abort();
  }
}
