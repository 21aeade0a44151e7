import type { BridgeOutput } from "../../../src-shared/bridge/contract.ts";
import { useAsked } from "../../store/use-asked.ts";

/** So far ahead conflicts are listed. */
export const CONFLICT_DAYS = 31;

const CHANGES = ["schedule.changed", "catalogue.changed"] as const;

/** What is in conflict from now on; asked again after each change at the desk. */
export function useConflicts(): BridgeOutput<"schedule.conflicts"> | null {
  return useAsked("schedule.conflicts", { days: CONFLICT_DAYS }, CHANGES).value;
}

/** How many there are: counted without reading a single booking. */
export function useConflictCount(): number {
  return useAsked("schedule.conflicts", { days: CONFLICT_DAYS, most: 0 }, CHANGES).value?.more ?? 0;
}
