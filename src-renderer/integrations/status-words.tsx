import { useState } from "react";
import type { SyncStatus } from "../../src-shared/bridge/contract/sync.ts";
import { presentSync } from "../../src-shared/sync-status.ts";
import { currentTime } from "../store/now.ts";
import { useSyncWords } from "./use-sync-words.ts";

/** An answer of the desk in words, as it stood when it came. */
export function StatusWords({ status: { state, counts } }: { readonly status: SyncStatus }) {
  const [at] = useState(currentTime);
  return useSyncWords(presentSync(state, counts, at), state).join(" ");
}
