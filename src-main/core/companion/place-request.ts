import type { DeclineReason, RequestSnapshot } from "../../../src-shared/companion/wire.ts";
import type { Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import type { Conflict } from "../../../src-shared/bridge/contract/schedule.ts";
import { toMs } from "../../../src-shared/time/zones.ts";
import { conflictsAt } from "../schedule/availability.ts";
import { spanOf } from "../schedule/conflicts.ts";
import type { CompanionMemory } from "./memory.ts";

/** Where a request can be booked, or why it can't. */
export type Placed =
  | { readonly is: "free"; readonly staff: Staff; readonly service: Service }
  | { readonly is: "refused"; readonly reason: DeclineReason };

/** What the customer learns of what stands in the way: taken or closed, never by what. */
function reasonOf({ kind }: Conflict): DeclineReason {
  return kind === "closed" || kind === "outsideHours" ? "closed" : "taken";
}

function doers(memory: CompanionMemory, service: Service): Staff[] {
  return memory.staff
    .list()
    .filter(({ id, active }) => active && isDoneBy(service, id))
    .toSorted((a, b) => a.position - b.position);
}

function isDoneBy({ staffIds }: Service, staffId: Id): boolean {
  return staffIds.length === 0 || staffIds.includes(staffId);
}

/** What stands in the way of a request at one staff member; its own booking does not. */
export function conflictsOfRequest(
  memory: CompanionMemory,
  asked: RequestSnapshot,
  staff: Staff,
  bookingId: Id | null,
): Conflict[] {
  const ignore = bookingId === null ? null : { bookingId, originalStart: null };
  return conflictsAt(memory, memory.theBusiness(), { staff, span: spanOf(asked), ignore });
}

/** The staff member that was asked for first; who asked for anyone may get another one. */
function candidates(
  memory: CompanionMemory,
  asked: RequestSnapshot,
  service: Service,
): readonly Staff[] {
  const all = doers(memory, service);
  const wanted = all.filter(({ id }) => id === asked.staffId);
  return asked.anyStaff ? [...wanted, ...all.filter(({ id }) => id !== asked.staffId)] : wanted;
}

/** Judges a request by the rules of every other booking, with one exception: nobody overrules them. */
export function placeRequest(
  memory: CompanionMemory,
  asked: RequestSnapshot,
  bookingId: Id | null,
): Placed {
  const service = memory.services.find(asked.serviceId);
  if (service === undefined || !service.active || !service.online)
    return { is: "refused", reason: "unavailable" };
  if (toMs(asked.start) <= memory.clock.now()) return { is: "refused", reason: "late" };
  const staff = candidates(memory, asked, service);
  if (staff.length === 0) return { is: "refused", reason: "unavailable" };
  let reason: DeclineReason = "unavailable";
  for (const one of staff) {
    const [first] = conflictsOfRequest(memory, asked, one, bookingId);
    if (first === undefined) return { is: "free", staff: one, service };
    reason = reasonOf(first);
  }
  return { is: "refused", reason };
}
