import { AsyncLocalStorage } from "node:async_hooks";

/** Why a sign-in with a provider ended without one; each has its page in pages/trouble.ts. */
export type Trouble =
  | "cookies"
  | "popup"
  | "cancelled"
  | "unverified"
  | "disabled"
  | "down"
  | "expired"
  | "noEmail"
  | "linkedElsewhere"
  | "tooMany";

/** What a provider's part learned while the library ran it; the library itself reports one code for everything. */
export interface CallbackNotes {
  trouble: Trouble | null;
}

const notes = new AsyncLocalStorage<CallbackNotes>();

export function withNotes<T>(work: (kept: CallbackNotes) => Promise<T>): Promise<T> {
  const kept: CallbackNotes = { trouble: null };
  return notes.run(kept, () => work(kept));
}

/** A provider that didn't let somebody in. */
export class ProviderFailure extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, message: string) {
    super(message);
    this.name = "ProviderFailure";
    this.trouble = trouble;
    const kept = notes.getStore();
    if (kept !== undefined) kept.trouble = trouble;
  }
}

/** A provider that says nothing for so long is down, in milliseconds. */
const PATIENCE_MS = 8_000;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * One request to a provider.
 * @throws ProviderFailure `down` if it can't be reached, is slow, busy, failing, or doesn't answer in JSON
 */
export async function askProvider(url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status >= 500 || response.status === 429)
      throw new ProviderFailure("down", `The provider answered ${response.status}.`);
    return { status: response.status, body: await response.json() };
  } catch (error) {
    if (error instanceof ProviderFailure) throw error;
    throw new ProviderFailure("down", "The provider gives no proper answer.");
  }
}

/** The library redirects with its way back when it gets nothing; a failure thrown at it would end on a bare page. */
export async function orNothing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProviderFailure) return null;
    throw error;
  }
}
