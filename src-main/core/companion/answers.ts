import { isDeepStrictEqual } from "node:util";
import {
  type AnswerResult,
  type DeskAnswer,
  DeclineReason,
} from "../../../src-shared/companion/wire.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { Booking } from "../../../src-shared/domain/booking.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { OnlineRequest } from "../store/companion/requests.ts";
import type { CompanionMemory } from "./memory.ts";

/** Answers of one call. */
export const ANSWERS_AT_ONCE = 100;
const DAY_MS = 86_400_000;

/** As long as a toast offers to take a change back, and a little: a customer is not mailed about a slip of the hand. */
export const TELL_AFTER_MS = 10_000;

/** An answer that the companion does not have yet. */
export interface OpenAnswer {
  readonly answer: DeskAnswer;
  /** How long it is still held back, in milliseconds; 0: it goes out now. */
  readonly waitMs: number;
}

function bookingOf(memory: CompanionMemory, { bookingId }: OnlineRequest): Booking | undefined {
  return bookingId === null ? undefined : memory.bookings.find(bookingId);
}

/** How a decided request stands at the desk; null while a person has to decide, and once the customer withdrew it. */
function standing(request: OnlineRequest, booking: Booking | undefined): DeskAnswer | null {
  const { id: requestId, sequence, decision, bookingId, quietRevision } = request;
  const quietly = booking !== undefined && booking.revision === quietRevision;
  const reason = DeclineReason.safeParse(request.reason).data ?? "desk";
  if (decision === "declined") return { is: "declined", requestId, sequence, quietly, reason };
  if (decision !== "taken" || bookingId === null) return null;
  if (booking === undefined || booking.status === "cancelled")
    return { is: "cancelled", requestId, sequence, quietly, reason: "desk" };
  const { serviceId, staffId, start, end } = booking;
  const place = { bookingId, serviceId, staffId, start, end };
  return { is: "confirmed", requestId, sequence, quietly, ...place };
}

function saysTheSame(a: DeskAnswer, b: DeskAnswer | null): boolean {
  if (b === null) return false;
  // The sequence, the words of a reason and a mail don't make another state.
  const bare = ({ sequence: _sequence, quietly: _quietly, ...rest }: DeskAnswer) => ({
    ...rest,
    reason: null,
  });
  return isDeepStrictEqual(bare(a), bare(b));
}

/** A change of what the customer knows is held back for a moment; what they wait for, and a quiet one, is not. */
function waitMs(
  memory: CompanionMemory,
  { told, asked }: OnlineRequest,
  answer: DeskAnswer,
  booking: Booking | undefined,
): number {
  const isAwaited = told === null || asked.status === "waiting";
  if (isAwaited || answer.quietly || booking === undefined) return 0;
  const age = memory.clock.now() - toMs(booking.updatedAt);
  // A clock that was set back would hold it up for longer.
  return age < 0 ? 0 : Math.max(0, TELL_AFTER_MS - age);
}

/** What the companion does not know of one request; null: nothing. */
export function openAnswer(memory: CompanionMemory, request: OnlineRequest): OpenAnswer | null {
  const booking = bookingOf(memory, request);
  const answer = standing(request, booking);
  if (answer === null || saysTheSame(answer, request.told)) return null;
  return { answer, waitMs: waitMs(memory, request, answer, booking) };
}

/**
 * What the companion does not know yet: the difference between how requests stand here and what it was told. It is
 * worked out anew each time, so that no change, however it came about, and no crash can lose an answer.
 */
export function openAnswers(memory: CompanionMemory, late: LateAnswers): OpenAnswer[] {
  const since = toInstant(memory.clock.now() - DAY_MS);
  return memory.requests.current(since).flatMap((request) => {
    const open = openAnswer(memory, request);
    // One that came too late: the change behind it has to be read first.
    return open === null || late.get(request.id) === request.sequence ? [] : [open];
  });
}

/** Bookings that the companion has as they are: their time is kept there by the request itself. */
export function agreedBookings(memory: CompanionMemory): ReadonlySet<Id> {
  const ids = memory.requests.current(memory.now()).flatMap((request) => {
    const answer = standing(request, bookingOf(memory, request));
    const agreed = answer?.is === "confirmed" && saysTheSame(answer, request.told);
    return agreed ? [answer.bookingId] : [];
  });
  return new Set(ids);
}

/** Sequences by request at which an answer came too late; forgotten with every look at the companion. */
export type LateAnswers = Map<Id, number>;

/**
 * Forgets what the companion was told, before it is told anew: if the receipt gets lost, nobody knows what stands
 * there, and a change back to the old state would otherwise look as if nothing had to be said.
 */
export function noteSending({ requests }: CompanionMemory, answers: readonly DeskAnswer[]): void {
  for (const { requestId } of answers) {
    const request = requests.find(requestId);
    if (request !== undefined && request.told !== null) requests.put({ ...request, told: null });
  }
}

/** Notes what the companion made of an answer. */
export function noteResult(
  memory: CompanionMemory,
  late: LateAnswers,
  answer: DeskAnswer,
  result: AnswerResult,
): void {
  const request = memory.requests.find(answer.requestId);
  // Another version was taken meanwhile: that one is answered next.
  if (request === undefined || request.sequence !== answer.sequence) return;
  switch (result.is) {
    case "done": {
      const { sequence } = result;
      const asked = { ...request.asked, sequence, status: answer.is };
      memory.requests.put({ ...request, sequence, asked, told: answer });
      return;
    }
    case "stale":
      late.set(request.id, request.sequence);
      return;
    case "gone":
      memory.requests.put({ ...request, told: answer });
  }
}
