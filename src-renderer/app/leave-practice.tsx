import { useTranslation } from "react-i18next";
import { call } from "../bridge.ts";
import { forgetDeeds } from "../schedule/actions/history.ts";
import { loadCatalogue } from "../store/catalogue.ts";
import { AskFirst } from "../ui/ask-first.tsx";

async function leave(): Promise<void> {
  await call("setUp.startOver", {});
  forgetDeeds();
  await loadCatalogue();
}

/** Asks before the practice salon is cleared away. */
export function LeavePractice({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const says = {
    stay: t("firstRun.practice.stay"),
    go: t("firstRun.practice.clear"),
    going: t("firstRun.practice.clearing"),
  };
  return (
    <AskFirst title={t("firstRun.practice.title")} says={says} go={leave} onClose={onClose}>
      <p>{t("firstRun.practice.leave")}</p>
    </AskFirst>
  );
}
