import { SyncRules } from "../../../src-shared/bridge/contract/sync.ts";
import type { Settings } from "../store/settings.ts";

const RULES_KEY = "sync.rules";

/** Until the owner decides otherwise: moves to free times count, titles stay private, 1,000 events (S10, S12, S19). */
export const DEFAULT_RULES: SyncRules = { moves: "accept", showDetails: false, maxEvents: 1_000 };

/** What the owner decided about the sync. */
export function createRules(settings: Settings) {
  const read = (): SyncRules => settings.get(RULES_KEY, SyncRules) ?? DEFAULT_RULES;
  return {
    read,
    change({
      moves,
      showDetails,
      maxEvents,
    }: Partial<Record<keyof SyncRules, unknown>>): SyncRules {
      const before = read();
      const after = SyncRules.parse({
        moves: moves ?? before.moves,
        showDetails: showDetails ?? before.showDetails,
        maxEvents: maxEvents ?? before.maxEvents,
      });
      settings.set(RULES_KEY, after);
      return after;
    },
  };
}
export type Rules = ReturnType<typeof createRules>;
