import { CircleAlert, Power } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCatalogue } from "../../store/catalogue.ts";
import { changeHostLife, useHostLife } from "../../store/host-life.ts";
import { Icon } from "../../ui/icon.tsx";

/** What the app has to ask or to say once about its life on this computer, quietly at the foot of the schedule. */
export function HostNotes() {
  const { t } = useTranslation();
  const life = useHostLife();
  const isNew = useCatalogue((s) => s.info?.firstRun ?? true);
  if (life === null) return null;
  if (life.settingsSetAside)
    return (
      <span className="it att" role="status">
        <Icon of={CircleAlert} size={13} />
        {t("schedule.foot.settingsSetAside")}
        <Answer
          label={t("common.close")}
          onPress={() => changeHostLife({ settingsSetAside: false })}
        />
      </span>
    );
  if (isNew || life.atLogin !== "off" || life.askedAboutLogin) return null;
  return (
    <span className="it">
      <Icon of={Power} size={13} />
      {t("schedule.foot.startAtLogin")}
      <Answer label={t("common.yes")} onPress={() => changeHostLife({ atLogin: true })} />
      <Answer label={t("common.no")} onPress={() => changeHostLife({ askedAboutLogin: true })} />
    </span>
  );
}

function Answer({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="it" onClick={onPress}>
      {label}
    </button>
  );
}
