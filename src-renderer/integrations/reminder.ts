import type { Instant } from "../../src-shared/domain/primitives.ts";
import type { SyncPresentation } from "../../src-shared/sync-status.ts";

const WEEK_MS = 7 * 24 * 60 * 60_000;

interface Situation {
  /** Whether the person wants to be reminded at all. */
  readonly wanted: boolean;
  /** The last look at the sync or answer to a reminder; null before the first. */
  readonly lookedAt: Instant | null;
  /** Since when the calendar is connected; null while it is not. */
  readonly connectedAt: Instant | null;
  readonly shown: Pick<SyncPresentation, "tone">;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Whether a week went by since anybody looked at the sync. A sync in trouble speaks for itself, so this is for a calm
 * one: whoever looks finds what nothing could tell by itself, such as a calendar that nobody uses any more.
 */
export function isLookDue({ wanted, lookedAt, connectedAt, shown, now }: Situation): boolean {
  if (!wanted || connectedAt === null || shown.tone !== "active") return false;
  const since = Math.max(Date.parse(connectedAt), lookedAt === null ? 0 : Date.parse(lookedAt));
  return now - since >= WEEK_MS;
}
