import type { GuardQuestion } from "../../../src-shared/sync-status.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { EventTime } from "../calendars/remote-calendar.ts";
import { describeBooking, describeTime } from "./describe.ts";
import type { SyncMemory } from "./memory.ts";

/** The guard's question with examples of what it is about; these name people, so the state itself has none of them. */
export interface GuardAsks {
  readonly is: "asks";
  readonly guard: GuardQuestion;
  /** Words for a person, the nearest in time first. */
  readonly about: readonly string[];
}

/** What a person answered to the guard since it asked. */
export interface GuardAnswers {
  /** About vanished blocks: free them, or keep them as blocks of the desk. */
  readonly vanished: "goAhead" | "keep" | null;
  readonly deleteAnyway: boolean;
}

export const NO_ANSWERS: GuardAnswers = { vanished: null, deleteAnyway: false };

/** The one answer to the one question of this kind. */
export function answersTo(kind: GuardQuestion["kind"], answer: "goAhead" | "keep"): GuardAnswers {
  return kind === "blocksVanish"
    ? { ...NO_ANSWERS, vanished: answer }
    : { ...NO_ANSWERS, deleteAnyway: answer === "goAhead" };
}

/** A person recognises by a few what happened. */
const EXAMPLES = 20;

/** More than this share and more than this number at once is unusual (sync-engine.md, What a failure means). */
export const GUARD_SHARE = 0.2;
export const GUARD_COUNT = 5;

/** Whether removing `remove` of `known` is so much that a person has to be asked first (S21). */
export function mustAsk(remove: number, known: number): boolean {
  return remove > GUARD_COUNT && remove > known * GUARD_SHARE;
}

function beginOf(time: EventTime): string {
  return time.is === "timed" ? time.start : time.from;
}

/** What is still to come stands before what is over. */
function nearestFirst<T>(
  items: readonly T[],
  begin: (item: T) => string,
  now: string,
): readonly T[] {
  const sorted = items.toSorted((a, b) => begin(a).localeCompare(begin(b)));
  const next = sorted.findIndex((item) => begin(item) >= now);
  if (next < 0) return sorted.toReversed();
  return [...sorted.slice(next), ...sorted.slice(0, next).toReversed()];
}

/** Busy times that would be free. */
export function describeVanished(
  { business, clock }: SyncMemory,
  times: readonly EventTime[],
): readonly string[] {
  const zone = business.find()?.zone ?? "UTC";
  return nearestFirst(times, beginOf, toInstant(clock.now()))
    .slice(0, EXAMPLES)
    .map((time) => describeTime(time, zone));
}

/** Bookings whose events would be deleted. */
export function describeDeleted(
  { bookings, clock }: SyncMemory,
  ids: readonly string[],
): readonly string[] {
  const found = ids.flatMap((id) => bookings.forCalendar(id) ?? []);
  return nearestFirst(found, ({ start }) => start, toInstant(clock.now()))
    .slice(0, EXAMPLES)
    .map(describeBooking);
}
