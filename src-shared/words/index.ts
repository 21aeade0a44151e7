import { app } from "./en/app.ts";
import { common } from "./en/common.ts";
import { compare } from "./en/compare.ts";
import { customers } from "./en/customers.ts";
import { errors } from "./en/errors.ts";
import { firstRun } from "./en/first-run.ts";
import { help } from "./en/help.ts";
import { host } from "./en/host.ts";
import { integrations } from "./en/integrations.ts";
import { journal, journalResult } from "./en/journal.ts";
import { moving } from "./en/moving.ts";
import { notices } from "./en/notices.ts";
import { print } from "./en/print.ts";
import { online } from "./en/online.ts";
import { repeat } from "./en/repeat.ts";
import { schedule } from "./en/schedule.ts";
import { settings } from "./en/settings.ts";
import { signInBack, signInPage } from "./en/sign-in-page.ts";
import { sync } from "./en/sync.ts";
import { updates } from "./en/updates.ts";
import { waitlist } from "./en/waitlist.ts";

/**
 * The one catalogue, English. Main (tray, notifications), window and companion read it; pure text only.
 * `{{name}}` is a value, `_one`/`_other` are the plural forms of a key (i18next).
 */
export const WORDS_EN = {
  app,
  common,
  compare,
  customers,
  errors,
  firstRun,
  help,
  host,
  integrations,
  journal,
  journalResult,
  moving,
  notices,
  print,
  online,
  repeat,
  schedule,
  settings,
  signInBack,
  signInPage,
  sync,
  updates,
  waitlist,
} as const;

export type Words = typeof WORDS_EN;
/** Keys of the short sync words: `SyncPresentation["words"]` names one of them. */
export type SyncWords = keyof typeof sync;
