import { HeartPulse, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCatalogue } from "../store/catalogue.ts";
import { useNow } from "../store/now.ts";
import { openScreen } from "../store/window.ts";
import { Icon } from "../ui/icon.tsx";
import { PARTS } from "./do.ts";
import { isLookDue } from "./reminder.ts";
import { rememberLook } from "./remember-look.ts";
import { useCalendar } from "./use-calendar.ts";

/** Once a week, one quiet line at the foot of the schedule: look whether the sync is well. */
export function WeeklyLook() {
  const { t } = useTranslation();
  const { calendar } = useCalendar();
  const { syncReminder, syncLookedAt } = useCatalogue((s) => s.preferences);
  const now = useNow();
  if (calendar === null) return null;
  const { connection, shown } = calendar;
  const connectedAt = connection?.connectedAt ?? null;
  if (!isLookDue({ wanted: syncReminder, lookedAt: syncLookedAt, connectedAt, shown, now }))
    return null;
  return (
    <span className="it">
      <Icon of={HeartPulse} size={13} />
      <button type="button" className="it" onClick={() => openScreen("integrations", PARTS.google)}>
        {t("integrations.weekly.look")}
      </button>
      <button
        type="button"
        className="it"
        aria-label={t("integrations.weekly.notNow")}
        title={t("integrations.weekly.notNow")}
        onClick={rememberLook}
      >
        <Icon of={X} size={13} />
      </button>
    </span>
  );
}
