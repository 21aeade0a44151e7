import { initReactI18next } from "react-i18next";
import { createTranslator } from "../../src-shared/words/translator.ts";

/** The words of the window. Import it once before the first render; components use `useTranslation()`. */
export const words = createTranslator(initReactI18next);
