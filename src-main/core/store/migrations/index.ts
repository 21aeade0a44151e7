import { theSchedule } from "./0001-the-schedule.ts";
import { theSync } from "./0002-the-sync.ts";
import { quickAnswers } from "./0003-quick-answers.ts";
import { series } from "./0004-series.ts";
import { occurrences } from "./0005-occurrences.ts";
import { theWaitlist } from "./0006-the-waitlist.ts";
import { onlineBooking } from "./0007-online-booking.ts";
import { customerCards } from "./0008-customer-cards.ts";
import { bothVersions } from "./0009-both-versions.ts";
import { quietChanges } from "./0010-quiet-changes.ts";
import { findingCustomers } from "./0011-finding-customers.ts";
import { quickWeeks } from "./0012-quick-weeks.ts";
import { repeatingBlocks } from "./0013-repeating-blocks.ts";
import { yearlyClosures } from "./0014-yearly-closures.ts";

/** One step forward of the schema. There is no way back: an older program refuses a newer database. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  theSchedule,
  theSync,
  quickAnswers,
  series,
  occurrences,
  theWaitlist,
  onlineBooking,
  customerCards,
  bothVersions,
  quietChanges,
  findingCustomers,
  quickWeeks,
  repeatingBlocks,
  yearlyClosures,
];
