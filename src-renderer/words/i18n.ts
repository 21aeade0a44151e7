import { initReactI18next } from "react-i18next";
import { create } from "zustand";
import {
  directionOf,
  type LanguageChoice,
  type Spoken,
  spokenOf,
} from "../../src-shared/words/languages.ts";
import { loadLanguage } from "../../src-shared/words/load.ts";
import { createTranslator } from "../../src-shared/words/translator.ts";

/** The words of the window. Import it once before the first render; components use `useTranslation()`. */
export const words = createTranslator(initReactI18next);

interface Speech {
  readonly choice: LanguageChoice;
  readonly spoken: Spoken;
}

/** What was chosen last, and what the words are in by now. */
export const useSpeech = create<Speech>()(() => ({ choice: "system", spoken: "en" }));

/**
 * Speaks the chosen language as soon as its words are here; the whole window turns to it, also its direction. If they
 * can't be had, the window goes on in the language it is in.
 */
export async function speak(choice: LanguageChoice): Promise<void> {
  const spoken = spokenOf(choice, navigator.languages);
  useSpeech.setState({ choice });
  try {
    await loadLanguage(words, spoken);
  } catch {
    return;
  }
  // Overtaken by a later choice while its words were on their way.
  if (useSpeech.getState().choice !== choice) return;
  await words.changeLanguage(spoken);
  document.documentElement.lang = spoken;
  document.documentElement.dir = directionOf(spoken);
  useSpeech.setState({ spoken });
}
