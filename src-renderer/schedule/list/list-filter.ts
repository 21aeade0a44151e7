import { create } from "zustand";
import type { BookingStatus, ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";

/** What a list is narrowed to; an empty set lets everything through. */
export interface ListFilter {
  readonly staffIds: ReadonlySet<Id>;
  readonly statuses: ReadonlySet<BookingStatus>;
  readonly serviceIds: ReadonlySet<Id>;
}

export const NO_FILTER: ListFilter = {
  staffIds: new Set(),
  statuses: new Set(),
  serviceIds: new Set(),
};

/** This window's filter; it stays while other views are looked at. */
export const useListFilter = create<ListFilter>()(() => NO_FILTER);

export function isFiltering({ staffIds, statuses, serviceIds }: ListFilter): boolean {
  return staffIds.size + statuses.size + serviceIds.size > 0;
}

export function clearFilter(): void {
  useListFilter.setState(NO_FILTER);
}

function lets<T>(chosen: ReadonlySet<T>, one: T): boolean {
  return chosen.size === 0 || chosen.has(one);
}

/** Whether a list shows a booking. */
export function isListed(
  { staffId, status, serviceId }: Pick<ScheduledBooking, "staffId" | "status" | "serviceId">,
  filter: ListFilter,
): boolean {
  return (
    lets(filter.staffIds, staffId) &&
    lets(filter.statuses, status) &&
    lets(filter.serviceIds, serviceId)
  );
}
