import { CalendarCog, CircleCheck, Copy, RefreshCw, Unplug } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SyncStatus } from "../../src-shared/bridge/contract/sync.ts";
import { copyDiagnostics } from "../help/diagnostics.ts";
import { changePreferences, useCatalogue } from "../store/catalogue.ts";
import { openScreen } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { Switch } from "../ui/choices.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { attempt, PARTS } from "./do.ts";
import { FullSyncDialog } from "./full-sync-dialog.tsx";
import { StatusWords } from "./status-words.tsx";
import type { Calendar } from "./use-calendar.ts";

interface UpkeepProps {
  readonly calendar: Calendar;
  readonly onDisconnect: () => void;
}

/** The seldom things: is it well, compare everything, another calendar, the end. */
export function Upkeep({ calendar, onDisconnect }: UpkeepProps) {
  const { t } = useTranslation();
  const [comparing, setComparing] = useState(false);
  const { is } = calendar.status.state;
  const rests = is === "paused" || is === "needsDecision" ? is : null;
  const hasCalendar = calendar.connection?.calendar != null;
  return (
    <section>
      <h2>{t("integrations.detail.upkeep")}</h2>
      <div className="google-upkeep">
        <ConnectionTest isDisabled={rests !== null || !hasCalendar} />
        <Button
          icon={RefreshCw}
          isDisabled={rests !== null || !hasCalendar}
          onPress={() => setComparing(true)}
        >
          {t("integrations.upkeep.full")}
        </Button>
        {rests === null ? null : <p className="sub small">{t(`integrations.upkeep.${rests}`)}</p>}
        <Button icon={CalendarCog} onPress={() => openScreen("integrations", PARTS.choose)}>
          {t("integrations.detail.chooseAnother")}
        </Button>
        <Button icon={Copy} onPress={() => void copyDiagnostics()}>
          {t("help.stuck.copy")}
        </Button>
        <WeeklySwitch />
        <Button kind="quiet" className="danger" icon={Unplug} onPress={onDisconnect}>
          {t("integrations.detail.disconnect")}
        </Button>
      </div>
      {comparing ? <FullSyncDialog onClose={() => setComparing(false)} /> : null}
    </section>
  );
}

function WeeklySwitch() {
  const { t } = useTranslation();
  const on = useCatalogue((s) => s.preferences.syncReminder);
  return (
    <Switch
      isSelected={on}
      onChange={(syncReminder) => void changePreferences({ syncReminder }).catch(sayFailure)}
    >
      {t("integrations.weekly.remind")}
    </Switch>
  );
}

/** Looks at the calendar now and says in words what came of it. */
function ConnectionTest({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [found, setFound] = useState<SyncStatus | null>(null);
  const test = async (): Promise<void> => {
    setAsking(true);
    setFound(null);
    setFound(await attempt("sync.now", {}));
    setAsking(false);
  };
  return (
    <>
      <Button icon={CircleCheck} isDisabled={isDisabled || asking} onPress={() => void test()}>
        {t(asking ? "integrations.upkeep.testing" : "integrations.upkeep.test")}
      </Button>
      <p className="sub small" role="status">
        {found === null ? null : <Found status={found} />}
      </p>
    </>
  );
}

function Found({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation();
  if (status.state.is === "idle" && status.counts.parked === 0)
    return t("integrations.upkeep.works");
  return <StatusWords status={status} />;
}
