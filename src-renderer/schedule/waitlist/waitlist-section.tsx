import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAsked } from "../../store/use-asked.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { NOTHING_WANTED, openDialog } from "../desk/desk-dialogs.ts";
import { useWaitingWords } from "./waiting-words.ts";
import "./waitlist.css";

const SHOWN = 3;

/** Who waits for a time, in the pane beside the schedule. */
export function WaitlistSection() {
  const { t } = useTranslation();
  const wordsOf = useWaitingWords();
  const list = useAsked("waitlist.list", {}, ["schedule.changed"]).value;
  const waiting = list?.waiting ?? [];
  const openList = (): void => openDialog({ is: "waitlist", freed: null });
  return (
    <section className="ruled">
      <h2>
        {t("waitlist.title")}
        {waiting.length === 0 ? null : <span className="c">{waiting.length}</span>}
        <span className="grow" />
        {waiting.length === 0 ? null : (
          <Button kind="quiet" size="small" onPress={openList}>
            {t("waitlist.showAll")}
          </Button>
        )}
        <IconButton
          size="small"
          icon={Plus}
          label={t("waitlist.add")}
          onPress={() => openDialog({ is: "waiting", row: null, wanted: NOTHING_WANTED })}
        />
      </h2>
      {list !== null && waiting.length === 0 ? (
        <p className="mute small">{t("waitlist.empty")}</p>
      ) : null}
      {waiting.slice(0, SHOWN).map((row) => {
        const { days, what } = wordsOf(row);
        return (
          <button key={row.id} type="button" className="li waits" onClick={openList}>
            <span className="name cut">{row.customerName}</span>
            <span className="e">{days}</span>
            <span className="d cut">{what}</span>
          </button>
        );
      })}
    </section>
  );
}
