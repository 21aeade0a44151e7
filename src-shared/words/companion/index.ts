import { accountMail as accountMailDe } from "./de/account-mail.ts";
import { account as accountDe } from "./de/account.ts";
import { booking as bookingDe } from "./de/booking.ts";
import { bookingMail as bookingMailDe } from "./de/booking-mail.ts";
import { failures as failuresDe } from "./de/failures.ts";
import { page as pageDe } from "./de/page.ts";
import { pair as pairDe } from "./de/pair.ts";
import { trouble as troubleDe } from "./de/trouble.ts";
import { accountMail } from "./en/account-mail.ts";
import { account } from "./en/account.ts";
import { booking } from "./en/booking.ts";
import { bookingMail } from "./en/booking-mail.ts";
import { failures } from "./en/failures.ts";
import { page } from "./en/page.ts";
import { pair } from "./en/pair.ts";
import { trouble } from "./en/trouble.ts";
import { accountMail as accountMailEs } from "./es/account-mail.ts";
import { account as accountEs } from "./es/account.ts";
import { booking as bookingEs } from "./es/booking.ts";
import { bookingMail as bookingMailEs } from "./es/booking-mail.ts";
import { failures as failuresEs } from "./es/failures.ts";
import { page as pageEs } from "./es/page.ts";
import { pair as pairEs } from "./es/pair.ts";
import { trouble as troubleEs } from "./es/trouble.ts";
import type { Language } from "../languages.ts";
import type { Translated } from "./translated.ts";

export { LANGUAGES, type Language } from "../languages.ts";

const en = { account, accountMail, booking, bookingMail, failures, page, pair, trouble } as const;

export type CompanionWords = typeof en;

/** The words of the companion. `{{name}}` is a value, `_one` and `_other` are plural forms (i18next). */
export const COMPANION_WORDS: Readonly<Record<Language, Translated<CompanionWords>>> = {
  en,
  de: {
    account: accountDe,
    accountMail: accountMailDe,
    booking: bookingDe,
    bookingMail: bookingMailDe,
    failures: failuresDe,
    page: pageDe,
    pair: pairDe,
    trouble: troubleDe,
  },
  es: {
    account: accountEs,
    accountMail: accountMailEs,
    booking: bookingEs,
    bookingMail: bookingMailEs,
    failures: failuresEs,
    page: pageEs,
    pair: pairEs,
    trouble: troubleEs,
  },
};
