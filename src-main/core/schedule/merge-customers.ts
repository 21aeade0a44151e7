import type { BridgeParsed } from "../../../src-shared/bridge/contract.ts";
import type { Customer } from "../../../src-shared/domain/customer.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { mustBeCurrent } from "../store/revision.ts";
import { calendarWindowFrom } from "./limits.ts";
import type { Stores } from "./stores.ts";

/** Bookings of a card whose name changes: their events follow, and their logs say so. */
function rename(stores: Stores, before: Customer, name: string): void {
  if (before.name === name) return;
  const since = calendarWindowFrom(stores.clock.now());
  for (const id of stores.bookings.inCalendarOfCustomer(before.id, since))
    stores.pendingChanges.enqueue(id, stores.now());
}

function logMove(stores: Stores, bookingIds: readonly Id[], from: string, to: string): void {
  if (from === to) return;
  const event = { action: "customer", details: { from, to } } as const;
  for (const id of bookingIds) stores.bookingLog.add(id, stores.now(), "desk", event);
}

function moveSignIn({ onlineCustomers }: Stores, drop: Id, keep: Id): void {
  const methods = [...onlineCustomers.methodsOf(keep), ...onlineCustomers.methodsOf(drop)];
  if (methods.length > 0) onlineCustomers.setMethods(keep, [...new Set(methods)]);
}

/** Addresses that are on no card any more still lead whoever signs in with them to this one. */
function keepAddresses({ records }: Stores, merged: Customer, cards: readonly Customer[]): void {
  for (const { email } of cards)
    if (email !== "" && email.toLowerCase() !== merged.email.toLowerCase())
      records.addEmail(merged.id, email);
}

/**
 * One card of two. Which event belongs to which booking is not touched: links name bookings, not customers.
 * @throws AppError NOT_FOUND, STALE
 */
export function mergeCustomers(
  stores: Stores,
  { keep, drop, fields }: BridgeParsed<"customer.merge">,
): Customer {
  const { customers, records } = stores;
  const kept = mustBeCurrent(customers.find(keep.id), keep.revision, "customer");
  const dropped = mustBeCurrent(customers.find(drop.id), drop.revision, "customer");
  const merged: Customer = { ...fields, id: kept.id, revision: kept.revision + 1 };
  const moved = records.bookings(dropped.id).map(({ id }) => id);
  rename(stores, kept, fields.name);
  rename(stores, dropped, fields.name);
  logMove(stores, moved, dropped.name, fields.name);
  customers.put(merged);
  moveSignIn(stores, dropped.id, kept.id);
  records.move(dropped.id, kept.id, stores.now());
  keepAddresses(stores, merged, [kept, dropped]);
  return merged;
}
