import { useTranslation } from "react-i18next";
import { changePreferences, useCatalogue } from "../store/catalogue.ts";
import { RadioChoices } from "../ui/choices.tsx";
import { sayFailure } from "../ui/say-failure.ts";
import { Section } from "./section.tsx";

const THEMES = ["system", "light", "dark"] as const;

/** Light or dark. */
export function AppearanceSection() {
  const { t } = useTranslation();
  const theme = useCatalogue((s) => s.preferences.theme);
  return (
    <Section title={t("settings.section.appearance")} about={t("settings.appearance.about")}>
      <RadioChoices
        label={t("settings.appearance.theme")}
        value={theme}
        onChange={(chosen) => void changePreferences({ theme: chosen }).catch(sayFailure)}
        choices={THEMES.map((id) => ({ id, label: t(`settings.appearance.${id}`) }))}
      />
    </Section>
  );
}
