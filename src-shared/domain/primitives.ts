import { z } from "zod";

/** Longest string the bridge takes in any field, in characters. Longer input is refused, never cut. */
export const MAX_TEXT = 10_000;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const WALL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

function isRealInstant(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

function isRealDate(text: string): boolean {
  return isRealInstant(`${text}T00:00:00.000Z`);
}

/** UUIDv7 in its usual hyphenated lower-case form. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/**
 * A point in time: ISO 8601 in UTC with milliseconds, `2026-11-19T11:30:00.000Z`.
 * Always 24 characters, so that comparing the text compares the time.
 */
export const Instant = z
  .string()
  .regex(INSTANT, "An instant is written like 2026-11-19T11:30:00.000Z.")
  .refine(isRealInstant, "This instant does not exist.");
export type Instant = z.infer<typeof Instant>;

/** A calendar day without a zone: `2026-11-19`. */
export const CalendarDate = z
  .string()
  .regex(DATE, "A date is written like 2026-11-19.")
  .refine(isRealDate, "This date does not exist.");
export type CalendarDate = z.infer<typeof CalendarDate>;

/** Nobody books outside these; within them every instant is 24 characters and every zone's rules are known. */
const EARLIEST_DAY = "2000-01-01";
/** Exclusive. */
const LATEST_DAY = "2200-01-01";

/** Whether a day, or an instant, is one that somebody may mean. */
export function isPlausible(when: string): boolean {
  return when >= EARLIEST_DAY && when < LATEST_DAY;
}

/** A time on the wall clock of the business, `09:00`; `24:00` is the end of the day. */
export const WallTime = z.string().regex(WALL_TIME, "A time is written like 09:30.");
export type WallTime = z.infer<typeof WallTime>;

function isKnownZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** An IANA zone such as `Europe/Berlin`; offsets such as `+01:00` are refused because they know no DST. */
export const Zone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_+\-/]*$/, "A time zone is written like Europe/Berlin.")
  .refine(isKnownZone, "This time zone is not known.");
export type Zone = z.infer<typeof Zone>;

/** Money in the smallest unit of the business's currency (cents). */
export const Minor = z.int().min(0).max(100_000_000);

/** Counts up by one with each change of a row; a write that names an older one is refused as `STALE`. */
export const Revision = z.int().min(1);

export const ShortText = z.string().trim().max(200, "This is too long: at most 200 characters.");
export const LongText = z
  .string()
  .max(MAX_TEXT, `This is too long: at most ${MAX_TEXT.toLocaleString("en")} characters.`);
