import type { BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import type { Slot, WaitingRow } from "../../../src-shared/bridge/contract/waiting.ts";
import type { Waiting } from "../../../src-shared/domain/waitlist.ts";
import { dateAt, epochDay, toMs } from "../../../src-shared/time/zones.ts";
import { mustBeCurrent, mustExist } from "../store/revision.ts";
import type { NamedWaiting } from "../store/waitlist.ts";
import { conflictsAt } from "./availability.ts";
import { choosableService, choosableStaff } from "./choices.ts";
import { ableStaff, findSlots, gapReader, suits } from "./find-slots.ts";
import { assertPlausible, badInput } from "./limits.ts";
import { changeSchedule } from "./save-booking.ts";
import type { Stores } from "./stores.ts";

/** So far ahead a free time is looked for; who waits longer is looked at again later. */
const DAYS_AHEAD = 62;

function todayOf(stores: Stores) {
  return dateAt(stores.clock.now(), stores.theBusiness().zone);
}

/** The next free time that suits, or null. An archived service or person has none. */
function nextFor(
  stores: Stores,
  waiting: NamedWaiting,
  gapsIn: ReturnType<typeof gapReader>,
): Slot | null {
  const service = stores.services.find(waiting.serviceId);
  const named = waiting.staffId === null ? undefined : stores.staff.find(waiting.staffId);
  if (service?.active !== true || named?.active === false) return null;
  const today = todayOf(stores);
  const from = waiting.from < today ? today : waiting.from;
  const days = Math.min(DAYS_AHEAD, epochDay(waiting.to) - epochDay(from) + 1);
  const staff = ableStaff(stores, service, waiting.staffId);
  const search = { service, staff, from, days, limit: 1, wish: waiting.wish };
  const [next] = findSlots(stores, search, gapsIn);
  return next ?? null;
}

function list(stores: Stores): WaitingRow[] {
  const gapsIn = gapReader(stores, stores.theBusiness());
  return stores.waitlist
    .list(todayOf(stores))
    .map((waiting) => ({ ...waiting, next: nextFor(stores, waiting, gapsIn) }));
}

/** Whether somebody would take a time that became free; the time itself has to be free for their service. */
function fits(
  stores: Stores,
  waiting: NamedWaiting,
  freed: BridgeParsed<"waitlist.fitting">,
): boolean {
  const business = stores.theBusiness();
  const service = stores.services.find(waiting.serviceId);
  const staff = stores.staff.find(freed.staffId);
  if (service?.active !== true || staff === undefined) return false;
  if (waiting.staffId !== null && waiting.staffId !== freed.staffId) return false;
  if (service.staffIds.length > 0 && !service.staffIds.includes(freed.staffId)) return false;
  const start = toMs(freed.start);
  const date = dateAt(start, business.zone);
  if (date < waiting.from || date > waiting.to || start < stores.clock.now()) return false;
  const length = service.durationMinutes * 60_000;
  if (!suits(start, length, waiting.wish, business.zone)) return false;
  const span = { start, end: start + length };
  return conflictsAt(stores, business, { staff, span, ignore: null }).length === 0;
}

function fitting(stores: Stores, freed: BridgeParsed<"waitlist.fitting">): WaitingRow[] {
  const { staffId, start } = freed;
  return stores.waitlist
    .list(todayOf(stores))
    .filter((waiting) => fits(stores, waiting, freed))
    .map((waiting) => ({ ...waiting, next: { staffId, start } }));
}

function save(stores: Stores, input: BridgeParsed<"waitlist.save">): Waiting {
  const { id, revision, fields } = input;
  assertPlausible("fields.from", fields.from);
  assertPlausible("fields.to", fields.to);
  if (fields.to < fields.from)
    throw badInput("fields.to", "The last day has to come after the first.");
  mustExist(stores.customers.find(fields.customerId), "customer");
  choosableService(stores, fields.serviceId);
  if (fields.staffId !== null) choosableStaff(stores, fields.staffId);
  const before =
    revision === null ? undefined : mustBeCurrent(stores.waitlist.find(id), revision, "entry");
  // A repeated call, or one that was taken off and comes back.
  const known = stores.waitlist.find(id);
  if (before === undefined && known !== undefined) return bare(known);
  const createdAt = before?.createdAt ?? stores.now();
  const waiting = { ...fields, id, revision: (before?.revision ?? 0) + 1, createdAt };
  stores.waitlist.put(waiting);
  return waiting;
}

function bare({
  customerName: _name,
  customerPhone: _phone,
  serviceName: _service,
  ...waiting
}: NamedWaiting): Waiting {
  return waiting;
}

/** People who wait for a time. */
export function waitlistHandlers(
  stores: Stores,
): Pick<Handlers, "waitlist.list" | "waitlist.fitting" | "waitlist.save" | "waitlist.remove"> {
  return {
    "waitlist.list": () => ({ waiting: list(stores) }),
    "waitlist.fitting": (freed) => ({ waiting: fitting(stores, freed) }),
    "waitlist.save": (input) => changeSchedule(stores, "waitlist.save", () => save(stores, input)),
    "waitlist.remove": ({ id, revision }) =>
      changeSchedule(stores, "waitlist.remove", () => {
        mustBeCurrent(stores.waitlist.find(id), revision, "entry");
        stores.waitlist.remove(id);
        return {};
      }),
  };
}
