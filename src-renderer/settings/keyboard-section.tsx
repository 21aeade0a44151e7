import { useTranslation } from "react-i18next";
import { KeyList } from "../app/key-sheet.tsx";
import { changePreferences, useCatalogue } from "../store/catalogue.ts";
import { Switch } from "../ui/choices.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { Section } from "./section.tsx";

/** Single keys on or off (WCAG 2.1.4), and what they do. */
export function KeyboardSection() {
  const { t } = useTranslation();
  const singleKeys = useCatalogue((s) => s.preferences.singleKeys);
  return (
    <Section title={t("settings.section.keyboard")} about={t("settings.keyboard.about")}>
      <div className="settings-switch">
        <Switch
          isSelected={singleKeys}
          onChange={(on) => void changePreferences({ singleKeys: on }).catch(sayFailure)}
        >
          <span className="name">{t("settings.keyboard.single")}</span>
        </Switch>
        <p className="small sub">{t("settings.keyboard.singleMore")}</p>
      </div>
      <h2 className="settings-sub">{t("settings.keyboard.list")}</h2>
      <KeyList />
    </Section>
  );
}
