import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type AtLogin, OnClose } from "../../src-shared/host-life.ts";
import { call } from "../bridge.ts";
import { changeHostLife, useHostLife } from "../store/host-life.ts";
import { Button } from "../ui/button.tsx";
import { RadioChoices, Switch } from "../ui/choices.tsx";
import { Note } from "../ui/note.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { NoticeChoices } from "./notice-choices.tsx";
import { Section } from "./section.tsx";

/** How Bellhop lives on this computer: what closing its window means, and whether it starts by itself. */
export function ComputerSection() {
  const { t } = useTranslation();
  const life = useHostLife();
  return (
    <Section title={t("settings.section.computer")} about={t("settings.computer.about")}>
      {life === null || life.onClose === null ? null : (
        <RadioChoices
          label={t("settings.computer.onClose")}
          value={life.onClose}
          onChange={(onClose) => changeHostLife({ onClose })}
          choices={OnClose.options.map((id) => ({ id, label: t(`settings.computer.close.${id}`) }))}
        />
      )}
      {life === null || life.atLogin === "unavailable" ? null : <AtLoginSwitch is={life.atLogin} />}
      <NoticeChoices />
    </Section>
  );
}

function AtLoginSwitch({ is }: { readonly is: AtLogin }) {
  const { t } = useTranslation();
  return (
    <div className="settings-switch">
      <Switch isSelected={is !== "off"} onChange={(atLogin) => changeHostLife({ atLogin })}>
        <span className="name">{t("settings.computer.atLogin")}</span>
      </Switch>
      <p className="small sub">{t("settings.computer.atLoginMore")}</p>
      {is === "needsApproval" ? (
        <>
          <Note tone="attention" icon={CircleAlert} live>
            {t("settings.computer.needsApproval")}
          </Note>
          <Button onPress={() => void call("host.openLoginItems", {}).catch(sayFailure)}>
            {t("settings.computer.openLoginItems")}
          </Button>
        </>
      ) : null}
    </div>
  );
}
