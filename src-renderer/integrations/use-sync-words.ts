import { useTranslation } from "react-i18next";
import type { SyncPresentation, SyncState } from "../../src-shared/sync-status.ts";
import { describeSync } from "../../src-shared/words/translator.ts";
import { useFormats } from "../ui/formats.ts";
import { moment } from "../words/format.ts";

/** The sentences about the sync, most important first. `calendar`: its name, where it is known. */
export function useSyncWords(
  shown: SyncPresentation,
  state: SyncState,
  calendar: string | null = null,
): readonly string[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const pausedUntil = state.is === "paused" ? state.until : null;
  return describeSync(t, shown, { time: (at) => moment(at, formats), pausedUntil, calendar });
}
