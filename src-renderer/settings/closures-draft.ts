import type { Closure } from "../../src-shared/domain/business.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { addDays } from "../../src-shared/time/zones.ts";

/** A closure as typed: people name the last day that is shut, the desk keeps the first that is open again. */
export interface ClosureDraft {
  readonly name: string;
  readonly first: CalendarDate | null;
  readonly last: CalendarDate | null;
}

export type ClosureFault = "date" | "order";

export function draftOfClosure(closure: Closure): ClosureDraft {
  return { name: closure.name, first: closure.from, last: addDays(closure.to, -1) };
}

/** The closure that a draft means, or what is wrong with it. Without a last day it is one day long. */
export function readClosure(draft: ClosureDraft): Closure | ClosureFault {
  const { first, last } = draft;
  if (first === null) return "date";
  const end = last ?? first;
  if (end < first) return "order";
  return { name: draft.name.trim(), from: first, to: addDays(end, 1) };
}

/** Closures by their first day. */
export function inOrder(closures: readonly Closure[]): Closure[] {
  return closures.toSorted((a, b) => a.from.localeCompare(b.from));
}

/** Those that end after a day, and how many are over. */
export function fromToday(
  closures: readonly Closure[],
  today: CalendarDate,
): { readonly ahead: readonly Closure[]; readonly past: readonly Closure[] } {
  const ordered = inOrder(closures);
  return {
    ahead: ordered.filter((closure) => closure.to > today),
    past: ordered.filter((closure) => closure.to <= today),
  };
}
