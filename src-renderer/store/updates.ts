import { useEffect } from "react";
import { create } from "zustand";
import type { UpdateStatus } from "../../src-shared/update-status.ts";
import { call, listen } from "../bridge.ts";

/** Null until the desk has answered once. */
const useStatus = create<{ readonly status: UpdateStatus | null }>()(() => ({ status: null }));

/** How far the app's own update is, kept fresh while somebody shows it. */
export function useUpdateStatus(): UpdateStatus | null {
  useEffect(() => {
    void call("update.status", {}).then(
      (status) => useStatus.setState({ status }),
      () => undefined,
    );
    return listen("update.changed", (status) => useStatus.setState({ status }));
  }, []);
  return useStatus((s) => s.status);
}
