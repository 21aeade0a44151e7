import type { RateAnswer } from "../errors.ts";
import { accountQuotaExceeded, rateLimited } from "../errors.ts";
import type { Account } from "../types.ts";

/** Limits of 2026 as far as they are published; windows slide. */
export interface Quotas {
  readonly perUserPerMinute: number;
  readonly perProjectPerMinute: number;
  /** Fast writes to one calendar; the number is unpublished, so unlimited by default. */
  readonly writesPerCalendarPerMinute: number;
  /** About this many new calendars in a day make the account read-only. */
  readonly newCalendarsPerDay: number;
  /** Spelling of "too fast"; `alternate` answers each way in turn. */
  readonly rateAnswer: RateAnswer | "alternate";
  /** Seconds; null sends no Retry-After, as Google mostly does. */
  readonly retryAfterSeconds: number | null;
}

export const defaultQuotas: Quotas = {
  perUserPerMinute: 600,
  perProjectPerMinute: 10_000,
  writesPerCalendarPerMinute: Number.MAX_SAFE_INTEGER,
  newCalendarsPerDay: 60,
  rateAnswer: "403",
  retryAfterSeconds: null,
};

export interface Meter {
  limits: Quotas;
  /** Times of accepted requests (epoch ms) by counter name, oldest first. */
  readonly used: Map<string, number[]>;
  refused: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const READ_ONLY_MS = 6 * 3_600_000;

export function createMeter(limits: Quotas): Meter {
  return { limits, used: new Map(), refused: 0 };
}

export interface Spending {
  readonly project: string;
  readonly account: Account;
  readonly now: number;
  readonly isWrite: boolean;
  /** Path id of the calendar written to, if any. */
  readonly calendarId: string | undefined;
  readonly makesCalendar: boolean;
}

/** Counts one request, or throws Google's refusal of it. */
export function spend(meter: Meter, spending: Spending): void {
  const { limits } = meter;
  const { project, account, now } = spending;
  const user = `user ${project} ${account.email}`;
  const calendar =
    spending.isWrite && spending.calendarId !== undefined
      ? `calendar ${spending.calendarId}`
      : undefined;
  const tooFast =
    countSince(meter, user, now - MINUTE) >= limits.perUserPerMinute ||
    countSince(meter, project, now - MINUTE) >= limits.perProjectPerMinute ||
    (calendar !== undefined &&
      countSince(meter, calendar, now - MINUTE) >= limits.writesPerCalendarPerMinute);
  if (tooFast) throw refusal(meter);
  if (spending.isWrite) checkAccount(meter, spending);
  for (const counter of [user, project, calendar]) {
    if (counter !== undefined) note(meter, counter, now);
  }
}

function checkAccount(meter: Meter, { account, now, makesCalendar }: Spending): void {
  if (now < account.readOnlyUntil) throw accountQuotaExceeded();
  if (!makesCalendar) return;
  const counter = `new calendars ${account.email}`;
  if (countSince(meter, counter, now - DAY) >= meter.limits.newCalendarsPerDay) {
    account.readOnlyUntil = now + READ_ONLY_MS;
    throw accountQuotaExceeded();
  }
  note(meter, counter, now);
}

function refusal(meter: Meter): Error {
  meter.refused += 1;
  const { rateAnswer, retryAfterSeconds } = meter.limits;
  const inTurn: RateAnswer = meter.refused % 2 === 1 ? "403" : "429";
  return rateLimited(rateAnswer === "alternate" ? inTurn : rateAnswer, retryAfterSeconds);
}

function countSince(meter: Meter, counter: string, since: number): number {
  const times = meter.used.get(counter);
  if (times === undefined) return 0;
  const firstInside = times.findIndex((time) => time > since);
  const outside = firstInside === -1 ? times.length : firstInside;
  times.splice(0, outside);
  return times.length;
}

function note(meter: Meter, counter: string, now: number): void {
  const times = meter.used.get(counter);
  if (times === undefined) meter.used.set(counter, [now]);
  else times.push(now);
}
