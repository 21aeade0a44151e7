import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CompanionStatus } from "../../src-shared/bridge/contract/companion.ts";
import { call } from "../bridge.ts";
import { AskFirst } from "../ui/ask-first.tsx";
import { Checkbox } from "../ui/choices.tsx";

interface EndDialogProps {
  readonly status: CompanionStatus;
  readonly onClose: () => void;
}

/** Asks before online booking ends. Where the companion can't be told, that has to be meant. */
export function EndDialog({ status, onClose }: EndDialogProps) {
  const { t } = useTranslation();
  const [anyway, setAnyway] = useState(false);
  const end = async (): Promise<void> => {
    await call("companion.unpair", { anyway });
    onClose();
  };
  return (
    <AskFirst
      title={t("online.endTitle")}
      says={{ stay: t("online.endStay"), go: t("online.endGo"), going: t("online.ending") }}
      go={end}
      onClose={onClose}
    >
      <p>{t("online.endText")}</p>
      {status.problem === null ? null : (
        <Checkbox isSelected={anyway} onChange={setAnyway}>
          {t("online.endAnyway")}
        </Checkbox>
      )}
    </AskFirst>
  );
}
