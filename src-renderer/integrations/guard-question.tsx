import { ShieldAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GuardQuestion as Question } from "../../src-shared/sync-status.ts";
import { openScreen } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { attempt } from "./do.ts";
import { GuardExamples } from "./guard-examples.tsx";

/** The mass-change guard asks before a lot would go. The main button is the one that changes nothing; who goes away finds the question waiting. */
export function GuardQuestion({ guard }: { readonly guard: Question }) {
  const { t } = useTranslation();
  const [answering, setAnswering] = useState(false);
  const { kind, remove, known } = guard;
  const answer = async (how: "goAhead" | "keep"): Promise<void> => {
    setAnswering(true);
    await attempt("sync.answerGuard", { answer: how });
    setAnswering(false);
  };
  return (
    <section className="guard" aria-labelledby="guard-title">
      <Icon of={ShieldAlert} />
      <h2 id="guard-title">{t(`integrations.guard.${kind}.title`)}</h2>
      <p>{t(`integrations.guard.${kind}.text`, { remove, known })}</p>
      <div className="guard-bar" aria-hidden>
        <i style={{ width: `${Math.min(100, (100 * remove) / Math.max(1, known))}%` }} />
      </div>
      <div className="guard-labels">
        <span>{t(`integrations.guard.${kind}.missing`, { count: remove })}</span>
        <span>{t(`integrations.guard.${kind}.still`, { count: known - remove })}</span>
        <span>{t(`integrations.guard.${kind}.untouched`)}</span>
      </div>
      <GuardExamples count={remove} />
      <div className="guard-answers">
        <Button kind="quiet" onPress={() => openScreen("integrations")}>
          {t("integrations.guard.later")}
        </Button>
        <span className="grow" />
        <Button kind="primary" isDisabled={answering} onPress={() => void answer("keep")}>
          {t(`integrations.guard.${kind}.keep`)}
        </Button>
        <Button kind="danger" isDisabled={answering} onPress={() => void answer("goAhead")}>
          {t(`integrations.guard.${kind}.goAhead`, { count: remove })}
        </Button>
      </div>
    </section>
  );
}
