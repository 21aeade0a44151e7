import { ArrowRight, Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Bell, Icon } from "../ui/icon.tsx";
import { joinClass } from "../ui/join-class.ts";
import { type Step, STEPS } from "./set-up-draft.ts";

/** The list of the steps beside them, with the one that is shown. */
export function SetUpSteps({ step }: { readonly step: Step }) {
  const { t } = useTranslation();
  const here = STEPS.indexOf(step);
  return (
    <aside className="first-run-side">
      <span className="first-run-mark">
        <Bell />
      </span>
      <p className="first-run-title">{t("firstRun.title")}</p>
      <p className="first-run-about">{t("firstRun.about")}</p>
      <ol aria-label={t("firstRun.steps")}>
        {STEPS.map((one, i) => (
          <li
            key={one}
            className={joinClass(i === here && "on")}
            aria-current={i === here ? "step" : undefined}
          >
            <span aria-hidden>
              {i < here ? <Icon of={Check} size={14} /> : null}
              {i === here ? <Icon of={ArrowRight} size={14} /> : null}
              {i > here ? i + 1 : null}
            </span>
            {t(`firstRun.${one}.short`)}
            {i < here ? <span className="unseen">, {t("firstRun.done")}</span> : null}
          </li>
        ))}
      </ol>
      <p className="first-run-foot">{t("firstRun.kept")}</p>
    </aside>
  );
}
