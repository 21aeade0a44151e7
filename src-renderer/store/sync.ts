import { useMemo } from "react";
import { create } from "zustand";
import type { EventPayload } from "../../src-shared/bridge/contract.ts";
import { presentSync, type SyncPresentation } from "../../src-shared/sync-status.ts";
import { call, listen } from "../bridge.ts";
import { useNow } from "./now.ts";

type SyncStatus = EventPayload<"sync.changed">;

interface Sync {
  /** Null until the desk has answered once. */
  readonly status: SyncStatus | null;
}

export const useSync = create<Sync>()(() => ({ status: null }));

/** Keeps the state of the sync fresh. */
export function followSync(): () => void {
  let told = 0;
  // A notice that comes while the desk is being asked is newer than its answer, which may have been overtaken.
  const load = async (): Promise<void> => {
    const before = told;
    const status = await call("sync.status", {});
    if (told === before) useSync.setState({ status });
  };
  const ignore = (): void => undefined;
  load().catch(ignore);
  const ends = [
    listen("sync.changed", (status) => {
      told += 1;
      useSync.setState({ status });
    }),
    listen("connection.changed", () => void load().catch(ignore)),
  ];
  return () => ends.forEach((end) => end());
}

/** Whoever comes back to the window sees the calendar as it is now, not as it was up to six minutes ago. */
export function glanceOnFocus(): () => void {
  const glance = (): void => void call("sync.glance", {}).catch(() => undefined);
  window.addEventListener("focus", glance);
  return () => window.removeEventListener("focus", glance);
}

/** What tray, panel and schedule show of the sync; null before the first answer. */
export function useSyncPresentation(): SyncPresentation | null {
  const status = useSync((s) => s.status);
  const now = useNow();
  return useMemo(
    () => (status === null ? null : presentSync(status.state, status.counts, now)),
    [status, now],
  );
}
