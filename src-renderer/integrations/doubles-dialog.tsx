import { useTranslation } from "react-i18next";
import { call } from "../bridge.ts";
import { toast } from "../ui/toast.tsx";
import { AskFirst } from "../ui/ask-first.tsx";

interface DoublesDialogProps {
  readonly eventIds: readonly string[];
  readonly hasSeries: boolean;
  readonly onClose: () => void;
}

/** Asks before doubles are removed from the calendar, then removes them. */
export function DoublesDialog({ eventIds, hasSeries, onClose }: DoublesDialogProps) {
  const { t } = useTranslation();
  const remove = async (): Promise<void> => {
    const { removed } = await call("sync.removeDuplicates", { eventIds: [...eventIds] });
    toast({ text: t("integrations.doubles.removed", { count: removed }) });
    onClose();
  };
  return (
    <AskFirst
      title={t("integrations.doubles.askTitle", { count: eventIds.length })}
      says={{
        stay: t("integrations.doubles.back"),
        go: t("integrations.doubles.confirm"),
        going: t("integrations.doubles.removing"),
      }}
      go={remove}
      onClose={onClose}
    >
      <p className="sub">{t("integrations.doubles.askText")}</p>
      {hasSeries ? <p className="sub">{t("integrations.doubles.askSeries")}</p> : null}
    </AskFirst>
  );
}
