import { Trans, useTranslation } from "react-i18next";
import { Kbd } from "../../ui/kbd.tsx";

/** What to do with an empty day, in sight however far one has scrolled. Pixels below the top of the sheet. */
export function EmptyHint({ top }: { readonly top: number }) {
  const { t } = useTranslation();
  return (
    <div className="hint-way" style={{ top }}>
      <div className="hint">
        <b>{t("schedule.emptyTitle")}</b>
        <span className="sub">
          <Trans i18nKey="schedule.emptyText" components={{ k: <Kbd>{null}</Kbd> }} />
        </span>
      </div>
    </div>
  );
}
