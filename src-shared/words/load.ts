import type { i18n } from "i18next";
import type { Translated } from "./companion/translated.ts";
import { WORDS_EN, type Words } from "./index.ts";
import { PSEUDO, type Spoken } from "./languages.ts";
import { withPlurals } from "./plurals.ts";

type Other = Exclude<Spoken, "en">;

/** English is always there; the others are fetched when they are chosen, so that nobody waits for what isn't read. */
const LOADERS: Readonly<Record<Other, () => Promise<Translated<Words>>>> = {
  de: async () => (await import("./de/index.ts")).WORDS_DE,
  es: async () => (await import("./es/index.ts")).WORDS_ES,
  [PSEUDO]: async () => (await import("./pseudo.ts")).pseudoWords(WORDS_EN),
};

/** Brings a language into the catalogue; at once if it is there already. */
export async function loadLanguage(translator: i18n, spoken: Spoken): Promise<void> {
  if (spoken === "en" || translator.hasResourceBundle(spoken, "translation")) return;
  const words = withPlurals(await LOADERS[spoken](), spoken);
  translator.addResourceBundle(spoken, "translation", words);
}

/** Brings a language into the catalogue and speaks it from then on. */
export async function speakIn(translator: i18n, spoken: Spoken): Promise<void> {
  await loadLanguage(translator, spoken);
  await translator.changeLanguage(spoken);
}
