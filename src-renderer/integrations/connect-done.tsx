import { CircleCheck, RefreshCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { GoogleConnection } from "../../src-shared/bridge/contract/sync.ts";
import { openScreen } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { Note } from "../ui/note.tsx";
import { ConnectPage } from "./connect-page.tsx";
import { PARTS } from "./do.ts";
import type { Calendar } from "./use-calendar.ts";

interface DoneProps {
  readonly connection: GoogleConnection;
  readonly status: Calendar["status"];
}

/** Connected: says so, and how far the first sync is. */
export function ConnectDone({ connection, status }: DoneProps) {
  const { t } = useTranslation();
  return (
    <ConnectPage
      title={t("integrations.connect.done.title")}
      about={t("integrations.connect.done.about", { calendar: connection.calendar?.name ?? "" })}
      actions={
        <>
          <Button size="large" onPress={() => openScreen("integrations", PARTS.google)}>
            {t("integrations.connect.done.toDetail")}
          </Button>
          <Button kind="primary" size="large" onPress={() => openScreen("schedule")}>
            {t("integrations.connect.done.toSchedule")}
          </Button>
        </>
      }
    >
      <FirstSync status={status} />
    </ConnectPage>
  );
}

function FirstSync({ status: { state, counts } }: Pick<DoneProps, "status">) {
  const { t } = useTranslation();
  if (state.is === "idle" && state.lastCompleteAt !== null)
    return (
      <Note tone="ok" icon={CircleCheck} live>
        {t("integrations.connect.done.result", { linked: counts.linked, blocks: counts.blocks })}
      </Note>
    );
  const sending = state.is === "syncing" && state.phase === "push" && state.total > 0;
  return (
    <Note tone="plain" icon={RefreshCw} live>
      {t("integrations.connect.done.firstSync")}{" "}
      {sending
        ? t("integrations.connect.done.firstSyncOf", { done: state.done, total: state.total })
        : null}{" "}
      {t("integrations.connect.done.canClose")}
    </Note>
  );
}
