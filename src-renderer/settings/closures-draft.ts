import { z } from "zod";
import { type ClosedDays, Closure } from "../../src-shared/domain/business.ts";
import { closedDays } from "../../src-shared/domain/closures.ts";
import { type CalendarDate, isPlausible, ShortText } from "../../src-shared/domain/primitives.ts";
import { addDays } from "../../src-shared/time/zones.ts";

/** Days as typed: people name the last day that is off, the desk keeps the first one after it. */
export interface DaysDraft {
  readonly first: CalendarDate | null;
  readonly last: CalendarDate | null;
}

export type DaysFault = "date" | "order" | "long";
export type DaysMessages = Readonly<Record<DaysFault, string>>;

export function draftOfDays({ from, to }: Omit<ClosedDays, "name">): DaysDraft {
  return { first: from, last: addDays(to, -1) };
}

/** The days that a draft means, or what is wrong with it. Without a last day it is one day long. */
export function readDays({ first, last }: DaysDraft): Omit<ClosedDays, "name"> | DaysFault {
  if (first === null) return "date";
  const end = last ?? first;
  if (!isPlausible(first) || !isPlausible(end)) return "date";
  return end < first ? "order" : { from: first, to: addDays(end, 1) };
}

/** The first and the last day of a form, of which the first one must be there. */
export const TypedDays = { first: z.string().nullable(), last: z.string().nullable() };

/** Says at its field what is wrong with days. */
export function sayFault(
  fault: DaysFault,
  messages: DaysMessages,
  context: z.RefinementCtx<unknown>,
): void {
  const path = [fault === "date" ? "first" : "last"];
  context.addIssue({ code: "custom", path, message: messages[fault] });
}

/** Reads a closure as typed. */
export function closureSchema(messages: DaysMessages) {
  return z
    .object({ ...TypedDays, name: ShortText, yearly: z.boolean() })
    .transform(({ name, yearly, ...typed }, context): Closure => {
      const days = readDays(typed);
      const read = typeof days === "string" ? null : { ...days, name, yearly };
      if (read !== null && Closure.safeParse(read).success) return read;
      sayFault(typeof days === "string" ? days : "long", messages, context);
      return z.NEVER;
    });
}

export type TypedClosure = z.input<ReturnType<typeof closureSchema>>;

/** A closure with the days on which it is the next time. */
export interface NextClosure {
  readonly closure: Closure;
  readonly next: ClosedDays;
}

/** 29 February may be eight years away: 2100 is no leap year. */
const FURTHEST_DAYS = 9 * 366;

/** The days on which a closure is now or next; undefined if it is over. */
function nextOf(closure: Closure, today: CalendarDate): ClosedDays | undefined {
  const begins = closure.from > today ? closure.from : today;
  return closedDays([closure], today, addDays(begins, FURTHEST_DAYS))[0];
}

/** Those that are still to come or come again, the next one first, and how many are over. */
export function fromToday(
  closures: readonly Closure[],
  today: CalendarDate,
): { readonly ahead: readonly NextClosure[]; readonly past: number } {
  const ahead = closures
    .map((closure) => ({ closure, next: nextOf(closure, today) }))
    .filter((one): one is NextClosure => one.next !== undefined)
    .toSorted((a, b) => a.next.from.localeCompare(b.next.from));
  return { ahead, past: closures.length - ahead.length };
}

/** Whether a yearly closure is the one day that most years don't have. */
export function isLeapDay({ first, last }: DaysDraft): boolean {
  return first !== null && first.endsWith("-02-29") && (last ?? first) === first;
}
