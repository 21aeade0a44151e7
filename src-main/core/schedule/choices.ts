import type { BookingCustomer } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Customer, CustomerFields } from "../../../src-shared/domain/customer.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { AppError } from "../../../src-shared/errors.ts";
import { mustExist } from "../store/revision.ts";
import type { Stores } from "./stores.ts";

/** What may be newly chosen for a booking: archived staff and services stay on old ones only. */

/** Told at the field, so that another one can be chosen and the rest of the form stays. */
function archived(field: string, message: string): AppError {
  return new AppError("NOT_ALLOWED", message, { fields: { [field]: message } });
}

/** @throws AppError NOT_FOUND, NOT_ALLOWED if archived */
export function choosableStaff(stores: Stores, id: Id): Staff {
  const staff = mustExist(stores.staff.find(id), "staff member");
  if (!staff.active)
    throw archived("staffId", `${staff.name} is archived and takes no new bookings.`);
  return staff;
}

/** @throws AppError NOT_FOUND, NOT_ALLOWED if archived */
export function choosableService(stores: Stores, id: Id): Service {
  const service = mustExist(stores.services.find(id), "service");
  if (!service.active)
    throw archived("serviceId", `${service.name} is archived and can't be booked any more.`);
  return service;
}

/** @throws AppError NOT_FOUND for an unknown staff member */
export function assertStaffExist(stores: Stores, ids: readonly Id[]): void {
  for (const id of ids) mustExist(stores.staff.find(id), "staff member");
}

export function addCustomer(stores: Stores, fields: CustomerFields): Customer {
  const customer = { ...fields, id: stores.ids.next(), revision: 1 };
  stores.customers.put(customer);
  return customer;
}

/**
 * The customer of a booking, made now if new; null if nobody is named. Belongs into the booking's transaction.
 * @throws AppError NOT_FOUND
 */
export function customerFor(stores: Stores, choice: BookingCustomer): Customer | null {
  switch (choice.is) {
    case "known":
      return mustExist(stores.customers.find(choice.id), "customer");
    case "new":
      return addCustomer(stores, choice.fields);
    case "unnamed":
      return null;
  }
}
