import type { BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import { mustBeCurrent, mustExist } from "../store/revision.ts";
import { openAnswer } from "./answers.ts";
import type { CompanionMemory } from "./memory.ts";

function keepQuiet(
  memory: CompanionMemory,
  { bookingId, revision }: BridgeParsed<"companion.keepQuiet">,
): boolean {
  const request = mustExist(memory.requests.ofBooking(bookingId), "request");
  mustBeCurrent(memory.bookings.find(bookingId), revision, "booking");
  if (openAnswer(memory, request) === null) return false;
  memory.requests.put({ ...request, quietRevision: revision });
  return true;
}

/**
 * Whoever changed an online booking chooses whether the customer is told by mail.
 * @param wake what is not held back any more goes out
 */
export function newsHandlers(
  memory: CompanionMemory,
  wake: () => void,
): Pick<Handlers, "companion.customerNews" | "companion.keepQuiet"> {
  return {
    "companion.customerNews": ({ bookingId }) => {
      const request = memory.requests.ofBooking(bookingId);
      // Who deleted the account has no address any more.
      if (request === undefined || request.asked.customer === null) return { willBeMailed: false };
      const open = openAnswer(memory, request);
      return { willBeMailed: open !== null && !open.answer.quietly };
    },
    "companion.keepQuiet": (input) => {
      const inTime = memory.db.write("companion.keepQuiet", () => keepQuiet(memory, input));
      wake();
      return { inTime };
    },
  };
}
