import { isDeepStrictEqual } from "node:util";
import {
  type AnswerResult,
  type DeskAnswer,
  DeclineReason,
} from "../../../src-shared/companion/wire.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { OnlineRequest } from "../store/companion/requests.ts";
import type { CompanionMemory } from "./memory.ts";

/** Answers of one call. */
export const ANSWERS_AT_ONCE = 100;
const DAY_MS = 86_400_000;

/** How a decided request stands at the desk; null while a person has to decide, and once the customer withdrew it. */
function standing(memory: CompanionMemory, request: OnlineRequest): DeskAnswer | null {
  const { id: requestId, sequence, decision, bookingId } = request;
  const reason = DeclineReason.safeParse(request.reason).data ?? "desk";
  if (decision === "declined") return { is: "declined", requestId, sequence, reason };
  if (decision !== "taken" || bookingId === null) return null;
  const booking = memory.bookings.find(bookingId);
  if (booking === undefined || booking.status === "cancelled")
    return { is: "cancelled", requestId, sequence, reason: "desk" };
  const { serviceId, staffId, start, end } = booking;
  return { is: "confirmed", requestId, sequence, bookingId, serviceId, staffId, start, end };
}

function saysTheSame(a: DeskAnswer, b: DeskAnswer | null): boolean {
  if (b === null) return false;
  // The sequence and the words of a reason don't make another state.
  const bare = ({ sequence: _sequence, ...rest }: DeskAnswer) => ({ ...rest, reason: null });
  return isDeepStrictEqual(bare(a), bare(b));
}

/**
 * What the companion does not know yet: the difference between how requests stand here and what it was told. It is
 * worked out anew each time, so that no change, however it came about, and no crash can lose an answer.
 */
export function openAnswers(memory: CompanionMemory, late: LateAnswers): DeskAnswer[] {
  const since = toInstant(memory.clock.now() - DAY_MS);
  return memory.requests.current(since).flatMap((request) => {
    const answer = standing(memory, request);
    if (answer === null || saysTheSame(answer, request.told)) return [];
    // It came too late; the change behind it has to be read first.
    return late.get(request.id) === request.sequence ? [] : [answer];
  });
}

/** Bookings that the companion has as they are: their time is kept there by the request itself. */
export function agreedBookings(memory: CompanionMemory): ReadonlySet<Id> {
  const ids = memory.requests.current(memory.now()).flatMap((request) => {
    const answer = standing(memory, request);
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
