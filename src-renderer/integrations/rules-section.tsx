import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SyncRules } from "../../src-shared/bridge/contract/sync.ts";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { PopOver } from "../ui/popover.tsx";
import { useConventions } from "../words/format.ts";
import { Fact } from "./fact.tsx";
import { RulesForm } from "./rules-form.tsx";

/** What the owner decided about the sync, and the way to decide otherwise. */
export function RulesSection() {
  const { t } = useTranslation();
  const asked = useAsked("sync.rules", {}, ["sync.changed"]);
  const [changing, setChanging] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => setChanging(false);
  return (
    <section>
      <h2>{t("integrations.rules.title")}</h2>
      <LoadFailed of={asked} />
      {asked.value === null ? null : (
        <>
          <RulesFacts rules={asked.value} />
          <Button ref={button} size="small" onPress={() => setChanging(true)}>
            {t("integrations.rules.change")}
          </Button>
          <PopOver
            label={t("integrations.rules.change")}
            isOpen={changing}
            onClose={close}
            triggerRef={button}
            placement="start top"
            width={336}
          >
            <RulesForm
              rules={asked.value}
              onClose={() => {
                close();
                asked.again();
              }}
            />
          </PopOver>
        </>
      )}
    </section>
  );
}

function RulesFacts({ rules }: { readonly rules: SyncRules }) {
  const { t } = useTranslation();
  const { locale } = useConventions();
  const { direction } = rules;
  const number = new Intl.NumberFormat(locale).format(rules.maxEvents);
  return (
    <dl className="google-facts">
      <Fact name={t("integrations.rules.direction")}>
        {t(`integrations.rules.directionRule.${direction}`)}
      </Fact>
      {direction === "send" ? null : (
        <>
          <Fact name={t("integrations.rules.busy")}>
            {t(`integrations.rules.busyRule.${rules.showDetails ? "titles" : "plain"}`)}
          </Fact>
          <Fact name={t("integrations.rules.allDay")}>
            {t(`integrations.rules.allDayRule.${rules.allDay}`)}
          </Fact>
        </>
      )}
      {direction === "both" ? (
        <Fact name={t("integrations.rules.movedInGoogle")}>
          {t(`integrations.rules.moveRule.${rules.moves}`)}
        </Fact>
      ) : null}
      {direction === "block" ? null : (
        <>
          <Fact name={t("integrations.rules.titles")}>
            {t(`integrations.rules.titlesRule.${rules.titles}`)}
          </Fact>
          <Fact name={t("integrations.rules.most")}>
            {t("integrations.rules.mostShown", { number })}
          </Fact>
        </>
      )}
    </dl>
  );
}
