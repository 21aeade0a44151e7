import type { BridgeOutput } from "../../../src-shared/bridge/contract.ts";
import { useAsked } from "../../store/use-asked.ts";

/** So far ahead conflicts are listed. */
export const CONFLICT_DAYS = 31;

/** What is in conflict from now on; asked again after each change at the desk. */
export function useConflicts(): BridgeOutput<"schedule.conflicts"> | null {
  return useAsked("schedule.conflicts", { days: CONFLICT_DAYS }, [
    "schedule.changed",
    "catalogue.changed",
  ]).value;
}
