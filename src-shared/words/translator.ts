import i18next, { type i18n, type TFunction } from "i18next";
import type { SyncPresentation } from "../sync-status.ts";
import { WORDS_EN, type Words } from "./index.ts";
import { type SyncMoments, syncSentences } from "./sync-words.ts";

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

/** Asks for a key that is only known while running, such as one out of data; a missing one comes back as it is. */
export function sayKey(
  t: TFunction,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  // The typed `t` takes literal keys only.
  const say = t as (key: string, values: Readonly<Record<string, string | number>>) => string;
  return say(key, values);
}

/** The sentences about the sync in the words of the catalogue, most important first. */
export function describeSync(
  t: TFunction,
  shown: SyncPresentation,
  moments: SyncMoments,
): readonly string[] {
  return syncSentences(shown, moments).map(({ key, values }) => sayKey(t, key, values));
}
