import type { ErrorCode } from "../../src-shared/errors.ts";
import type { SyncPresentation } from "../../src-shared/sync-status.ts";
import type { Words } from "../../src-shared/words/index.ts";
import { type LanguageChoice, type Spoken, spokenOf } from "../../src-shared/words/languages.ts";
import { speakIn } from "../../src-shared/words/load.ts";
import type { SyncSentence } from "../../src-shared/words/sync-words.ts";
import { createTranslator } from "../../src-shared/words/translator.ts";

/** Some of them have plural forms. */
type NoticeKey =
  | "booked"
  | "waiting"
  | "cancelled"
  | "arrived"
  | "signIn"
  | "signInMore"
  | "booking"
  | "bookingNamed"
  | "seeSchedule";

export type SayKey =
  | `host.${Exclude<keyof Words["host"], "menu">}`
  | `host.menu.${keyof Words["host"]["menu"]}`
  | `app.tabs.${keyof Words["app"]["tabs"]}`
  | `app.keys.${keyof Words["app"]["keys"]}`
  | `notices.${NoticeKey}`
  | `sync.${SyncPresentation["words"]}`
  | `errors.${ErrorCode}`
  | SyncSentence["key"];

/** Asks the catalogue of words. */
export type Say = (key: SayKey, values?: Readonly<Record<string, string | number>>) => string;

/** The words of the shell around the window. */
export interface HostSpeech {
  readonly say: Say;
  spoken(): Spoken;
  /** Speaks as chosen from then on. @returns whether that is another language than before */
  follow(choice: LanguageChoice): Promise<boolean>;
}

/** @param systemTags BCP 47 tags of what the computer asks for, the most wanted first */
export function createSpeech(systemTags: () => readonly string[]): HostSpeech {
  const translator = createTranslator();
  let spoken: Spoken = "en";
  return {
    // i18next takes everything after an underscore for a plural form and so misreads the keys of error codes.
    say: (key, values = {}) => translator.t(key as "host.open", values),
    spoken: () => spoken,
    async follow(choice) {
      const before = spoken;
      spoken = spokenOf(choice, systemTags());
      if (spoken !== before) await speakIn(translator, spoken);
      return spoken !== before;
    },
  };
}
