import i18next, { type i18n } from "i18next";
import { WORDS_EN, type Words } from "./index.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Words };
  }
}

/** The catalogue, ready to be asked. English is the only language yet, so nothing is loaded later. */
export function createTranslator(...plugins: readonly Parameters<i18n["use"]>[0][]): i18n {
  const translator = i18next.createInstance();
  for (const plugin of plugins) translator.use(plugin);
  void translator.init({
    lng: "en",
    fallbackLng: "en",
    initAsync: false,
    // React escapes by itself, and the tray and notifications show plain text.
    interpolation: { escapeValue: false },
    resources: { en: { translation: WORDS_EN } },
  });
  return translator;
}
