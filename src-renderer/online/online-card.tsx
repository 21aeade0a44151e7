import { CalendarPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CompanionStatus } from "../../src-shared/bridge/contract/companion.ts";
import { PARTS } from "../integrations/do.ts";
import { openScreen } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Pill } from "../ui/note.tsx";
import { PILLS, toneOf } from "./look.ts";

/** Online booking among the services: where customers book, and how it stands. */
export function OnlineCard({ status }: { readonly status: CompanionStatus }) {
  const { t } = useTranslation();
  const { pairing } = status;
  const tone = toneOf(status);
  const open = (): void => openScreen("integrations", PARTS.online);
  return (
    <article className="integration">
      <span className="tile">
        <Icon of={CalendarPlus} size={18} />
      </span>
      <div>
        <h3>{t("online.title")}</h3>
        <p>{t("online.purpose")}</p>
      </div>
      {pairing.is === "paired" ? (
        <div className="account">
          <b className="cut">{pairing.bookingUrl.replace(/^https?:\/\//, "")}</b>
        </div>
      ) : (
        <span />
      )}
      <Pill {...PILLS[tone]}>{t(`online.pill.${tone}`)}</Pill>
      <span className="end">
        {pairing.is === "none" ? (
          <Button onPress={open}>{t("online.setUp")}</Button>
        ) : (
          <Button aria-label={t("online.openNamed")} onPress={open}>
            {t("online.open")}
          </Button>
        )}
      </span>
    </article>
  );
}
