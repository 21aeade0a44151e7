import { useTranslation } from "react-i18next";
import {
  CLOCK_CHOICES,
  LANGUAGE_NAMES,
  type LanguageChoice,
  LANGUAGES,
} from "../../src-shared/words/languages.ts";
import { changePreferences, useCatalogue } from "../store/catalogue.ts";
import { currentTime } from "../store/now.ts";
import { RadioChoices } from "../ui/choices.tsx";
import { createFormats } from "../ui/formats.ts";
import { sayFailure } from "../ui/say-failure.ts";
import { useLocaleOf } from "../words/locale.ts";
import { Section } from "./section.tsx";

/** What the desk speaks, and how it counts hours. */
export function LanguageSection() {
  const { t } = useTranslation();
  const language = useCatalogue((s) => s.preferences.language);
  const choices = LANGUAGES.map((id) => ({
    id,
    label: <span lang={id}>{LANGUAGE_NAMES[id]}</span>,
  }));
  return (
    <Section title={t("settings.section.language")} about={t("settings.language.about")}>
      <RadioChoices<LanguageChoice>
        label={t("settings.language.words")}
        value={language}
        onChange={(chosen) => void changePreferences({ language: chosen }).catch(sayFailure)}
        choices={[{ id: "system", label: t("settings.language.system") }, ...choices]}
      />
      <ClockChoices />
    </Section>
  );
}

/** Each way of counting beside what the present time looks like in it. */
function ClockChoices() {
  const { t } = useTranslation();
  const clock = useCatalogue((s) => s.preferences.clock);
  const { locale, zone, currency } = useCatalogue((s) => s.business) ?? UNKNOWN;
  const localeOf = useLocaleOf();
  return (
    <RadioChoices
      label={t("settings.language.clock")}
      value={clock}
      onChange={(chosen) => void changePreferences({ clock: chosen }).catch(sayFailure)}
      choices={CLOCK_CHOICES.map((id) => {
        const { time } = createFormats(localeOf(locale, id), zone, currency);
        return {
          id,
          label: t(`settings.language.clocks.${id}`),
          detail: t("settings.language.sample", { time: time(currentTime()) }),
        };
      })}
    />
  );
}

const UNKNOWN = { locale: "en-GB", zone: "UTC", currency: "EUR" };
