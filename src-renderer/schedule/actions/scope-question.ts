import { create } from "zustand";
import type { Scope } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Block } from "../../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Placement } from "./bookings.ts";

/** What of a series is meant. */
export type ScopeIs = NonNullable<Scope>["is"];

/** One occurrence of what repeats. */
export type Repeated =
  | { readonly is: "booking"; readonly booking: ScheduledBooking }
  | { readonly is: "block"; readonly block: Block };

/** A change of a series waits for the answer which of its occurrences are meant. */
export interface ScopeQuestion {
  readonly about: Repeated;
  readonly what: "move" | "change" | "remove";
  /** Where it is to go; null where the time stays or is a field among others. */
  readonly to: Placement | null;
  /** False where one occurrence can't differ: whom the series is for, and how it repeats. */
  readonly oneAllowed: boolean;
  /** Null calls the change off. */
  readonly answer: (is: ScopeIs | null) => void;
}

export const useScopeQuestion = create<{ readonly question: ScopeQuestion | null }>()(() => ({
  question: null,
}));

/** The scope of a change that needs no question: this occurrence alone, or a single booking. */
export function scopeOf(booking: ScheduledBooking, is: ScopeIs = "one"): Scope {
  const { occurrence } = booking;
  return occurrence === null ? null : { is, originalStart: occurrence.originalStart };
}

/** Asks which occurrences are meant; a single booking needs no question. Undefined if it was called off. */
export async function askScope(
  question: Omit<ScopeQuestion, "answer" | "about"> & { readonly booking: ScheduledBooking },
): Promise<Scope | undefined> {
  const { booking, ...rest } = question;
  if (booking.occurrence === null) return null;
  const is = await ask({ ...rest, about: { is: "booking", booking } });
  return is === null ? undefined : scopeOf(booking, is);
}

/**
 * As `askScope`, for a block.
 * @param oneAllowed false where one occurrence can't differ: how the block repeats
 */
export async function askBlockScope(
  block: Block,
  what: "change" | "remove",
  oneAllowed = true,
): Promise<Scope | undefined> {
  const { originalStart } = block;
  if (originalStart === null) return null;
  const is = await ask({ about: { is: "block", block }, what, to: null, oneAllowed });
  return is === null ? undefined : { is, originalStart };
}

async function ask(question: Omit<ScopeQuestion, "answer">): Promise<ScopeIs | null> {
  const { promise, resolve } = Promise.withResolvers<ScopeIs | null>();
  useScopeQuestion.getState().question?.answer(null);
  useScopeQuestion.setState({ question: { ...question, answer: resolve } });
  const is = await promise;
  useScopeQuestion.setState({ question: null });
  return is;
}
