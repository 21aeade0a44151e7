import { CircleAlert, CircleCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FullSyncReport } from "../../src-shared/bridge/contract/sync.ts";
import { asFailure, BridgeFailure, call } from "../bridge.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Note } from "../ui/note.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { toast } from "../ui/toast.tsx";
import { words } from "../words/i18n.ts";
import { StatusWords } from "./status-words.tsx";

type Stage = "asking" | "comparing" | FullSyncReport | BridgeFailure;

/** Explains a full comparison, runs it, and says what it found. It goes on when the dialog is closed. */
export function FullSyncDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [stage, setStage] = useState<Stage>("asking");
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  const start = async (): Promise<void> => {
    setStage("comparing");
    const end = await call("sync.full", {}).catch(asFailure);
    if (shown.current) setStage(end);
    else sayEnd(end);
  };
  const asks = stage === "asking";
  return (
    <Dialog
      isOpen
      title={t("integrations.upkeep.fullTitle")}
      onClose={onClose}
      actions={
        <>
          <Button size="large" kind={asks ? "quiet" : "plain"} onPress={onClose}>
            {t(asks ? "integrations.upkeep.fullCancel" : "integrations.upkeep.fullClose")}
          </Button>
          {asks ? (
            <Button size="large" kind="primary" onPress={() => void start()}>
              {t("integrations.upkeep.fullStart")}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="full-sync">
        <p>{t("integrations.upkeep.fullAbout")}</p>
        <p className="sub">{t("integrations.upkeep.fullSafe")}</p>
        <div role="status">
          <Progress stage={stage} />
        </div>
      </div>
    </Dialog>
  );
}

function Progress({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation();
  if (stage === "asking") return null;
  if (stage === "comparing") return <Note tone="plain">{t("integrations.upkeep.fullRuns")}</Note>;
  if (stage instanceof BridgeFailure)
    return (
      <Note tone="error" icon={CircleAlert}>
        {t(`errors.${stage.code}`)}
      </Note>
    );
  if (!isFinished(stage))
    return (
      <Note tone="attention" icon={CircleAlert}>
        {t("integrations.upkeep.fullUnfinished")} <StatusWords status={stage.status} />
      </Note>
    );
  return (
    <Note tone="ok" icon={CircleCheck}>
      {describeReport(stage)}
    </Note>
  );
}

function isFinished({ status }: FullSyncReport): boolean {
  return status.state.is === "idle" || status.state.is === "syncing";
}

function describeReport({ compared, written }: FullSyncReport): string {
  const changes =
    written === 0
      ? words.t("integrations.upkeep.inStep")
      : words.t("integrations.upkeep.written", { count: written });
  return `${words.t("integrations.upkeep.compared", { count: compared })} ${changes}`;
}

function sayEnd(end: FullSyncReport | BridgeFailure): void {
  if (end instanceof BridgeFailure) return sayFailure(end);
  if (isFinished(end)) toast({ text: describeReport(end) });
  else toast({ tone: "error", text: words.t("integrations.upkeep.fullUnfinished") });
}
