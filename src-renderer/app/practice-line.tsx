import { FlaskConical } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCatalogue } from "../store/catalogue.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import "../ui/page-line.css";

const LeavePractice = lazy(async () => ({
  default: (await import("./leave-practice.tsx")).LeavePractice,
}));

/** Says on every screen that the salon is for practice, with the way to one's own business; else nothing. */
export function PracticeLine() {
  const { t } = useTranslation();
  const practising = useCatalogue((s) => s.info?.practising === true);
  const [leaving, setLeaving] = useState(false);
  if (!practising) return null;
  return (
    <aside className="page-line" aria-label={t("firstRun.practice.shown")}>
      <Icon of={FlaskConical} size={14} />
      <p className="grow">
        <b>{t("firstRun.practice.shown")}</b> {t("firstRun.practice.more")}
      </p>
      <Button size="small" onPress={() => setLeaving(true)}>
        {t("firstRun.practice.own")}
      </Button>
      <Suspense fallback={null}>
        {leaving ? <LeavePractice onClose={() => setLeaving(false)} /> : null}
      </Suspense>
    </aside>
  );
}
