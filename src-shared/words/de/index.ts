import { app } from "./app.ts";
import { common } from "./common.ts";
import { compare } from "./compare.ts";
import { customers } from "./customers.ts";
import { errors } from "./errors.ts";
import { firstRun } from "./first-run.ts";
import { help } from "./help.ts";
import { host } from "./host.ts";
import { integrations } from "./integrations.ts";
import { journal, journalResult } from "./journal.ts";
import { moving } from "./moving.ts";
import { notices } from "./notices.ts";
import { print } from "./print.ts";
import { online } from "./online.ts";
import { repeat } from "./repeat.ts";
import { schedule } from "./schedule.ts";
import { settings } from "./settings.ts";
import { signInBack, signInPage } from "./sign-in-page.ts";
import { sync } from "./sync.ts";
import { updates } from "./updates.ts";
import { waitlist } from "./waitlist.ts";
import type { Translated } from "../companion/translated.ts";
import type { Words } from "../index.ts";

export const WORDS_DE: Translated<Words> = {
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
};
