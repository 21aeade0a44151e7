import { useTranslation } from "react-i18next";
import type { Block } from "../../../src-shared/domain/block.ts";
import { useSyncPresentation } from "../../store/sync.ts";
import { useFormats } from "../../ui/formats.ts";

/** What stands on Google's stripes: the title if the owner wants it, else "Busy"; how old it is when it may be out of date. */
export function useGoogleWords(block: Block, everyone: boolean): string {
  const { t } = useTranslation();
  const formats = useFormats();
  const asOf = useSyncPresentation()?.asOf ?? null;
  const what = (): string => {
    if (asOf !== null) return t("schedule.asOf", { time: formats.time(asOf) });
    if (block.title !== "") return block.title;
    return t(everyone ? "schedule.busyEveryone" : "schedule.busy");
  };
  return t("schedule.googleBusy", { what: what() });
}
