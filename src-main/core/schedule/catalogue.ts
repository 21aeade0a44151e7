import type { BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import type { Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Customer } from "../../../src-shared/domain/customer.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { mustBeCurrent, mustExist } from "../store/revision.ts";
import type { Seen } from "../store/revision.ts";
import { addCustomer, assertStaffExist } from "./choices.ts";
import { calendarWindowFrom } from "./limits.ts";
import type { Stores } from "./stores.ts";

/** Visits that a customer's card lists. */
const CARD_VISITS = 10;

/** Runs a use-case on business, staff, services or customers as one transaction, then tells the listeners. */
export function changeCatalogue<T>(stores: Stores, name: string, work: () => T): T {
  const result = stores.db.write(name, work);
  stores.changes.catalogueChanged();
  // Names, colours and hours are drawn on the schedule too.
  stores.changes.scheduleChanged();
  return result;
}

/** Titles, descriptions and colours in the calendar follow what they were made of. */
function queueAll(stores: Stores, bookingIds: readonly Id[]): void {
  for (const id of bookingIds) stores.pendingChanges.enqueue(id, stores.now());
}

/** The rows in the order of `ids`; those not named keep their order behind them. */
function reordered<Row extends Seen>(
  rows: readonly Row[],
  ids: readonly Id[],
  what: string,
): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const named = [...new Set(ids)].map((id) => mustExist(byId.get(id), what));
  return [...named, ...rows.filter((row) => !named.includes(row))];
}

/** Writes those rows whose place changed. */
function renumber<Row extends Seen & { readonly position: number }>(
  rows: readonly Row[],
  put: (row: Row) => void,
): void {
  for (const [position, row] of rows.entries())
    if (row.position !== position) put({ ...row, position, revision: row.revision + 1 });
}

function saveStaff(stores: Stores, { existing, fields }: BridgeParsed<"staff.save">): Staff {
  if (existing !== null)
    mustBeCurrent(stores.staff.find(existing.id), existing.revision, "staff member");
  const id = existing?.id ?? stores.ids.next();
  const staff = { ...fields, id, revision: (existing?.revision ?? 0) + 1 };
  stores.staff.put(staff);
  return staff;
}

function saveService(stores: Stores, { existing, fields }: BridgeParsed<"service.save">): Service {
  assertStaffExist(stores, fields.staffIds);
  const before =
    existing === null
      ? undefined
      : mustBeCurrent(stores.services.find(existing.id), existing.revision, "service");
  const id = before?.id ?? stores.ids.next();
  stores.services.put({ ...fields, id, revision: (before?.revision ?? 0) + 1 });
  if (before !== undefined && (before.name !== fields.name || before.tint !== fields.tint)) {
    const since = calendarWindowFrom(stores.clock.now());
    queueAll(stores, stores.bookings.inCalendarOfService(id, since));
  }
  return mustExist(stores.services.find(id), "service");
}

function saveCustomer(
  stores: Stores,
  { existing, fields }: BridgeParsed<"customer.save">,
): Customer {
  if (existing === null) return addCustomer(stores, fields);
  const { id, revision } = existing;
  const before = mustBeCurrent(stores.customers.find(id), revision, "customer");
  const customer = { ...fields, id, revision: revision + 1 };
  stores.customers.put(customer);
  if (before.name !== fields.name) {
    const since = calendarWindowFrom(stores.clock.now());
    queueAll(stores, stores.bookings.inCalendarOfCustomer(id, since));
  }
  return customer;
}

export function staffHandlers(
  stores: Stores,
): Pick<Handlers, "staff.list" | "staff.save" | "staff.reorder"> {
  const { staff } = stores;
  return {
    "staff.list": () => staff.list(),
    "staff.save": (input) => changeCatalogue(stores, "staff.save", () => saveStaff(stores, input)),
    "staff.reorder": ({ ids }) =>
      changeCatalogue(stores, "staff.reorder", () => {
        renumber(reordered(staff.list(), ids, "staff member"), staff.put);
        return staff.list();
      }),
  };
}

export function serviceHandlers(
  stores: Stores,
): Pick<Handlers, "service.list" | "service.save" | "service.reorder"> {
  const { services } = stores;
  return {
    "service.list": () => services.list(),
    "service.save": (input) =>
      changeCatalogue(stores, "service.save", () => saveService(stores, input)),
    "service.reorder": ({ ids }) =>
      changeCatalogue(stores, "service.reorder", () => {
        renumber(reordered(services.list(), ids, "service"), services.put);
        return services.list();
      }),
  };
}

export function customerHandlers(
  stores: Stores,
): Pick<Handlers, "customer.search" | "customer.get" | "customer.phones" | "customer.save"> {
  const { customers } = stores;
  return {
    "customer.search": ({ query, limit }) => customers.search(query, limit, stores.now()),
    "customer.get": ({ id }) => {
      const customer = mustExist(customers.find(id), "customer");
      const { visits, noShows } = customers.numbers(id, stores.now());
      const lastVisits = customers.visits(id, CARD_VISITS, stores.now());
      return {
        customer,
        visits,
        noShows,
        lastVisits,
        signIn: stores.onlineCustomers.methodsOf(id),
      };
    },
    "customer.phones": ({ ids }) => customers.phones(ids),
    "customer.save": (input) =>
      changeCatalogue(stores, "customer.save", () => saveCustomer(stores, input)),
  };
}
