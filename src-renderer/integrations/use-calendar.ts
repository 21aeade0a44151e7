import type { BridgeOutput } from "../../src-shared/bridge/contract.ts";
import type { SyncPresentation } from "../../src-shared/sync-status.ts";
import { type Asked, useAsked } from "../store/use-asked.ts";
import { useSync, useSyncPresentation } from "../store/sync.ts";

export type Connecting = BridgeOutput<"google.connection">;
type SyncStatus = BridgeOutput<"sync.status">;

/** The connected calendar as it is now: who, and how the sync stands. */
export interface Calendar extends Connecting {
  readonly status: SyncStatus;
  readonly shown: SyncPresentation;
}

/** Null until the desk has answered; stays fresh by the desk's own notices. */
export function useCalendar(): {
  readonly calendar: Calendar | null;
  readonly asked: Asked<Connecting>;
} {
  const asked = useAsked("google.connection", {}, ["connection.changed"]);
  const status = useSync((s) => s.status);
  const shown = useSyncPresentation();
  if (asked.value === null || status === null || shown === null) return { calendar: null, asked };
  return { calendar: { ...asked.value, status, shown }, asked };
}
