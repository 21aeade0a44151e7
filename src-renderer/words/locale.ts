import { type ClockChoice, formatLocale } from "../../src-shared/words/languages.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { useSpeech } from "./i18n.ts";

/** What times and money are written by while the business is not known. */
const FALLBACK = "en-GB";

/** The BCP 47 locale that this window writes by: its language, the business's region, the chosen clock. */
export function useLocale(): string {
  const spoken = useSpeech((s) => s.spoken);
  const locale = useCatalogue((s) => s.business?.locale ?? FALLBACK);
  const clock = useCatalogue((s) => s.preferences.clock);
  return formatLocale({ spoken, locale, clock });
}

/** The same outside of React. */
export function localeNow(): string {
  const { business, preferences } = useCatalogue.getState();
  const { spoken } = useSpeech.getState();
  const locale = business?.locale ?? FALLBACK;
  return formatLocale({ spoken, locale, clock: preferences.clock });
}

/** What a region would look like in the language of this window; a clock other than the chosen one can be tried. */
export function useLocaleOf(): (locale: string, clock?: ClockChoice) => string {
  const spoken = useSpeech((s) => s.spoken);
  const chosen = useCatalogue((s) => s.preferences.clock);
  return (locale, clock = chosen) => formatLocale({ spoken, locale, clock });
}
