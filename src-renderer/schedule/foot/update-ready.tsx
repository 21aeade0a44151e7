import { CircleArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { versionReady } from "../../../src-shared/update-status.ts";
import { openScreen } from "../../store/window.ts";
import { useUpdateStatus } from "../../store/updates.ts";
import { Icon } from "../../ui/icon.tsx";

/** One quiet line at the foot of the schedule once a newer version is ready; the restart is asked for where it leads. */
export function UpdateReady() {
  const { t } = useTranslation();
  const status = useUpdateStatus();
  const version = status === null ? null : versionReady(status);
  if (version === null) return null;
  return (
    <span className="it">
      <Icon of={CircleArrowUp} size={13} />
      {t("updates.ready", { version })}
      <button type="button" className="it" onClick={() => openScreen("settings", "about")}>
        {t("schedule.foot.details")}
      </button>
    </span>
  );
}
