import { Copy, Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { copyDiagnostics, saveDiagnostics } from "./diagnostics.ts";

/** Where the checks did not help: a report for somebody who does. */
export function Stuck() {
  const { t } = useTranslation();
  const [looking, setLooking] = useState(false);
  return (
    <section>
      <h2>{t("help.stuck.title")}</h2>
      <p className="small sub">{t("help.stuck.about")}</p>
      <div className="help-stuck">
        <Button icon={Copy} onPress={() => void copyDiagnostics()}>
          {t("help.stuck.copy")}
        </Button>
        <Button icon={Download} onPress={() => void saveDiagnostics()}>
          {t("help.stuck.save")}
        </Button>
        <Button kind="quiet" onPress={() => setLooking(true)}>
          {t("help.stuck.look")}
        </Button>
      </div>
      {looking ? <Inside onClose={() => setLooking(false)} /> : null}
    </section>
  );
}

function Inside({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const asked = useAsked("help.diagnostics", {});
  return (
    <Dialog isOpen width={720} title={t("help.stuck.inside")} onClose={onClose}>
      <LoadFailed of={asked} />
      {/* A long text that scrolls has to be reachable by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="help-report" tabIndex={0} aria-label={t("help.stuck.inside")}>
        {asked.value?.text}
      </pre>
    </Dialog>
  );
}
