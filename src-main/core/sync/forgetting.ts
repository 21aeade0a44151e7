import { toInstant } from "../../../src-shared/time/zones.ts";
import { KEEP_DAYS } from "../store/sync/records.ts";
import type { SyncMemory } from "./memory.ts";

const DAY_MS = 86_400_000;

/**
 * Clears the journal and the records of cycles of what is older than 90 days, at most once a day. Called after a
 * complete cycle: only then is the time known well enough to throw anything away by it.
 */
export function createForgetting({
  db,
  clock,
  journal,
  runs,
}: Pick<SyncMemory, "db" | "clock" | "journal" | "runs">): () => void {
  let forgotAt: number | null = null;
  return () => {
    const now = clock.now();
    if (forgotAt !== null && Math.abs(now - forgotAt) < DAY_MS) return;
    forgotAt = now;
    const before = toInstant(now - KEEP_DAYS * DAY_MS);
    db.write("sync.forget", () => {
      journal.prune(before);
      runs.prune(before);
    });
  };
}
