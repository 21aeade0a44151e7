import type { BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import type { WaitingRequest } from "../../../src-shared/bridge/contract/companion.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { describeConflict } from "../schedule/conflicts.ts";
import { choosableService, choosableStaff } from "../schedule/choices.ts";
import type { OnlineRequest } from "../store/companion/requests.ts";
import { mustExist } from "../store/revision.ts";
import type { CompanionMemory } from "./memory.ts";
import { conflictsOfRequest } from "./place-request.ts";
import { accept, refuse, type Taken } from "./take-request.ts";

function nameOf({ asked: { customer } }: OnlineRequest): string {
  if (customer === null) return "";
  return `${customer.firstName} ${customer.lastName}`.trim() || customer.email;
}

function movesFrom(memory: CompanionMemory, { bookingId }: OnlineRequest): WaitingRequest["moves"] {
  const booking = bookingId === null ? undefined : memory.bookings.find(bookingId);
  if (booking === undefined) return null;
  const staffName = memory.staff.find(booking.staffId)?.name ?? "";
  return { bookingId: booking.id, start: booking.start, staffName };
}

function shown(memory: CompanionMemory, request: OnlineRequest): WaitingRequest {
  const { id, asked, bookingId, receivedAt } = request;
  const { serviceId, staffId, start, end, notes, customer } = asked;
  const staff = memory.staff.find(staffId);
  return {
    id,
    customerName: nameOf(request),
    email: customer?.email ?? "",
    methods: customer?.methods ?? [],
    serviceName: memory.services.find(serviceId)?.name ?? "",
    staffId,
    staffName: staff?.name ?? "",
    start,
    end,
    notes,
    receivedAt,
    moves: movesFrom(memory, request),
    conflicts: staff === undefined ? [] : conflictsOfRequest(memory, asked, staff, bookingId),
  };
}

/** A person decides, who may overrule what is in the way; customers never may. */
function decide(
  memory: CompanionMemory,
  { id, decision }: BridgeParsed<"companion.decide">,
): Taken {
  const request = mustExist(memory.requests.find(id), "request");
  if (request.decision !== "waiting")
    throw new AppError("NOT_FOUND", "This request was decided already, or withdrawn.");
  if (decision.is === "decline") return refuse(memory, request, decision.reason);
  const staff = choosableStaff(memory, request.asked.staffId);
  const service = choosableService(memory, request.asked.serviceId);
  const [first] = conflictsOfRequest(memory, request.asked, staff, request.bookingId);
  if (first !== undefined && !decision.anyway)
    throw new AppError("CONFLICT", describeConflict(first, memory.theBusiness().zone));
  return accept(memory, request, { staff, service });
}

export function decideHandlers(
  memory: CompanionMemory,
  onDecided: (taken: Taken) => void,
): Pick<Handlers, "companion.requests" | "companion.decide"> {
  return {
    "companion.requests": () => memory.requests.waiting().map((request) => shown(memory, request)),
    "companion.decide": (input) => {
      onDecided(memory.db.write("companion.decide", () => decide(memory, input)));
      return {};
    },
  };
}
