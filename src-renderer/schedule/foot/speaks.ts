import type { SyncPresentation } from "../../../src-shared/sync-status.ts";

/** Whether the foot grows into a strip: when Google's side may be out of date, or a person is needed. */
export function speaks({ tone, shape }: Pick<SyncPresentation, "tone" | "shape">): boolean {
  return tone === "error" || shape === "offline" || shape === "paused";
}
