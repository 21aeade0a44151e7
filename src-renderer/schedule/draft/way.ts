import type { Availability } from "../../../src-shared/bridge/contract/schedule.ts";

/** What Enter does in a booking's form: always the safe thing. */
export type Way =
  /** The desk has not answered yet. */
  | { readonly is: "wait" }
  | { readonly is: "book" }
  /** Something is in the way: take the next free start, in minutes of the day. */
  | { readonly is: "use"; readonly start: number }
  /** Something is in the way and nothing is free on that day. */
  | { readonly is: "onlyAnyway" };

export function wayOf(availability: Availability | null, free: readonly number[]): Way {
  if (availability === null) return { is: "wait" };
  if (availability.conflicts.length === 0) return { is: "book" };
  const [start] = free;
  return start === undefined ? { is: "onlyAnyway" } : { is: "use", start };
}
