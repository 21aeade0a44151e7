import { create } from "zustand";
import type { Scope } from "../../../src-shared/bridge/contract/schedule.ts";
import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Standing } from "../grid/standing.ts";

/** What of a series is meant. */
export type ScopeIs = NonNullable<Scope>["is"];

/** A change of a series waits for the answer which of its occurrences are meant. */
export interface ScopeQuestion {
  readonly about: Standing;
  readonly what: "move" | "change" | "remove";
  /** As it would be then; null where the time stays or is a field among others. */
  readonly moved: Standing | null;
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

type Asked = Omit<ScopeQuestion, "answer">;

/** Asks which occurrences are meant; what does not repeat needs no question. Undefined if it was called off. */
export async function askScope(asked: Asked): Promise<Scope | undefined> {
  const { about } = asked;
  const originalStart =
    about.is === "booking"
      ? (about.booking.occurrence?.originalStart ?? null)
      : about.block.originalStart;
  if (originalStart === null) return null;
  const is = await ask(asked);
  return is === null ? undefined : { is, originalStart };
}

async function ask(question: Asked): Promise<ScopeIs | null> {
  const { promise, resolve } = Promise.withResolvers<ScopeIs | null>();
  useScopeQuestion.getState().question?.answer(null);
  useScopeQuestion.setState({ question: { ...question, answer: resolve } });
  const is = await promise;
  useScopeQuestion.setState({ question: null });
  return is;
}
