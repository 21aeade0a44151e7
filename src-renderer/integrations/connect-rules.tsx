import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SyncRules } from "../../src-shared/bridge/contract/sync.ts";
import { asFailure, type BridgeFailure, call } from "../bridge.ts";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { Note } from "../ui/note.tsx";
import { ConnectPage } from "./connect-page.tsx";
import { ConnectPreview } from "./connect-preview.tsx";
import { RulesFields, useRulesDraft } from "./rules-fields.tsx";

/** The calendar that was picked, before anything is written to it. */
export interface PickedCalendar {
  /** Null for a new one. */
  readonly calendarId: string | null;
  readonly clearsOld: boolean;
}

interface ConnectRulesProps {
  readonly picked: PickedCalendar;
  readonly onBack: () => void;
  readonly onStarted: () => void;
}

/** How the sync shall work, and what it would do, before it begins. */
export function ConnectRules(props: ConnectRulesProps) {
  const asked = useAsked("sync.rules", {});
  if (asked.value === null) return <LoadFailed of={asked} />;
  return <Chosen {...props} rules={asked.value} />;
}

function Chosen({ picked, onBack, onStarted, rules }: ConnectRulesProps & { rules: SyncRules }) {
  const { t } = useTranslation();
  const draft = useRulesDraft(rules);
  const [state, setState] = useState<"choosing" | "starting" | BridgeFailure>("choosing");
  const starting = state === "starting";
  const start = async (): Promise<void> => {
    const changed = draft.read();
    if (changed === null) return;
    setState("starting");
    try {
      const { calendarId, clearsOld } = picked;
      const oldEvents = clearsOld ? "remove" : "leave";
      const name = t("integrations.connect.calendar.newName");
      await call(
        "google.chooseCalendar",
        calendarId === null
          ? { is: "new", name, oldEvents, rules: changed }
          : { is: "existing", calendarId, oldEvents, rules: changed },
      );
      onStarted();
    } catch (error) {
      setState(asFailure(error));
    }
  };
  return (
    <ConnectPage
      title={t("integrations.connect.rules.title")}
      about={t("integrations.connect.rules.about")}
      back={
        <Button kind="quiet" size="large" isDisabled={starting} onPress={onBack}>
          {t("integrations.connect.rules.back")}
        </Button>
      }
      actions={
        <Button kind="primary" size="large" isDisabled={starting} onPress={() => void start()}>
          {t(
            starting
              ? "integrations.connect.calendar.starting"
              : "integrations.connect.rules.start",
          )}
        </Button>
      }
    >
      {starting ? null : (
        <ConnectPreview
          calendarId={picked.calendarId}
          direction={draft.chosen.direction}
          allDay={draft.chosen.allDay}
        />
      )}
      <div className="connect-rules">
        <RulesFields draft={draft} />
      </div>
      {typeof state === "string" ? null : (
        <Note tone="error" icon={CircleAlert} live>
          {t(`errors.${state.code}`)}
        </Note>
      )}
    </ConnectPage>
  );
}
