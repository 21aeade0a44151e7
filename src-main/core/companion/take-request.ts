import type { DeskAnswer, RequestSnapshot } from "../../../src-shared/companion/wire.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { OnlineRequest } from "../store/companion/requests.ts";
import { bookRequest, type Chosen, cancelByCustomer, moveBooking } from "./book-request.ts";
import type { CompanionMemory } from "./memory.ts";
import { placeRequest } from "./place-request.ts";

/** What a desk made of a change, for the notice to whoever sits there. */
export type Taken =
  | { readonly is: "nothing" }
  | { readonly is: "booked" | "moved" | "cancelled"; readonly bookingId: Id }
  | { readonly is: "waiting" | "declined" };

/** The reason that the answer of a cancellation at the desk gives. */
const BY_DESK = "desk";

const NOTHING: Taken = { is: "nothing" };

/** How a request that the companion shows as answered stands there, as an answer of ours. */
function answerShown(asked: RequestSnapshot, bookingId: Id | null): DeskAnswer | null {
  const { id: requestId, sequence, serviceId, staffId, start, end } = asked;
  const place = { serviceId, staffId, start, end };
  switch (asked.status) {
    case "confirmed":
      return bookingId === null
        ? null
        : { is: "confirmed", requestId, sequence, quietly: false, bookingId, ...place };
    case "declined":
    case "cancelled":
      return { is: asked.status, requestId, sequence, quietly: false, reason: BY_DESK };
    case "waiting":
      return null;
  }
}

function rowOf(
  memory: CompanionMemory,
  asked: RequestSnapshot,
  known: OnlineRequest | undefined,
): OnlineRequest {
  return {
    id: asked.id,
    bookingId: known?.bookingId ?? null,
    decision: known?.decision ?? "waiting",
    reason: known?.reason ?? "",
    told: known?.told ?? null,
    receivedAt: known?.receivedAt ?? memory.now(),
    quietRevision: known?.quietRevision ?? null,
    sequence: asked.sequence,
    asked,
  };
}

function isLive(memory: CompanionMemory, bookingId: Id | null): boolean {
  if (bookingId === null) return false;
  const booking = memory.bookings.find(bookingId);
  return booking !== undefined && booking.status !== "cancelled";
}

/** Books a new request, or moves the booking of a known one. */
export function accept(memory: CompanionMemory, row: OnlineRequest, chosen: Chosen): Taken {
  const { bookingId, asked } = row;
  if (bookingId !== null && isLive(memory, bookingId)) {
    moveBooking(memory, bookingId, asked, chosen);
    memory.requests.put({ ...row, decision: "taken", reason: "" });
    return { is: "moved", bookingId };
  }
  const made = bookRequest(memory, asked, chosen);
  memory.requests.put({ ...row, bookingId: made, decision: "taken", reason: "" });
  return { is: "booked", bookingId: made };
}

/** A wish to move leaves the booking where it is, and the companion is told so; a new request is declined. */
export function refuse(memory: CompanionMemory, row: OnlineRequest, reason: string): Taken {
  const decision = isLive(memory, row.bookingId) ? "taken" : "declined";
  memory.requests.put({ ...row, decision, reason, told: null });
  return { is: "declined" };
}

function decide(memory: CompanionMemory, row: OnlineRequest): Taken {
  // The desk cancelled what the customer wants to move: it stays cancelled, and the companion is told again.
  if (row.bookingId !== null && !isLive(memory, row.bookingId)) {
    memory.requests.put({ ...row, decision: "taken", told: null });
    return NOTHING;
  }
  const placed = placeRequest(memory, row.asked, row.bookingId);
  if (placed.is === "refused" && (placed.reason === "late" || placed.reason === "unavailable"))
    return refuse(memory, row, placed.reason);
  if (memory.offer().confirming === "hand") {
    memory.requests.put({ ...row, decision: "waiting", told: null });
    return { is: "waiting" };
  }
  return placed.is === "free" ? accept(memory, row, placed) : refuse(memory, row, placed.reason);
}

/** Our own answer, of which the receipt was lost. */
function takeReceipt(memory: CompanionMemory, row: OnlineRequest): Taken {
  memory.requests.put({ ...row, told: answerShown(row.asked, row.bookingId) });
  return NOTHING;
}

function withdraw(memory: CompanionMemory, row: OnlineRequest): Taken {
  const { bookingId, id: requestId, sequence } = row;
  if (bookingId !== null && !isLive(memory, bookingId)) {
    // Cancelled on both sides. If the desk takes it back, that is told as a change.
    memory.requests.put({
      ...row,
      told: { is: "cancelled", requestId, sequence, quietly: false, reason: BY_DESK },
    });
    return NOTHING;
  }
  memory.requests.put({ ...row, decision: "withdrawn" });
  if (bookingId === null) return NOTHING;
  cancelByCustomer(memory, bookingId, "");
  return { is: "cancelled", bookingId };
}

/**
 * Takes over how a request stands at the companion. It arrives at least once, in any version from the one that the
 * desk knows on; what the desk has seen already changes nothing. Belongs into the transaction that moves the position.
 */
export function takeRequest(memory: CompanionMemory, asked: RequestSnapshot): Taken {
  const known = memory.requests.find(asked.id);
  if (known !== undefined && known.sequence > asked.sequence) return NOTHING;
  const isKnown = known !== undefined && known.sequence === asked.sequence;
  if (isKnown && known.asked.status === asked.status) return NOTHING;
  const row = rowOf(memory, asked, known);
  switch (asked.status) {
    case "waiting":
      return decide(memory, row);
    case "cancelled":
      // What the desk itself cancelled, it may have taken back since; customers cancel for other reasons.
      return asked.reason === BY_DESK && row.decision === "taken"
        ? takeReceipt(memory, row)
        : withdraw(memory, row);
    case "confirmed":
    case "declined":
      return known === undefined ? NOTHING : takeReceipt(memory, row);
  }
}
