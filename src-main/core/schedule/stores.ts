import type { Business } from "../../../src-shared/domain/business.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import type { Changes } from "../changes.ts";
import type { Ids } from "../ids.ts";
import type { Clock } from "../ports.ts";
import { createBlocks } from "../store/blocks.ts";
import { createBookingLog } from "../store/booking-log.ts";
import { createBookingOverrides } from "../store/booking-overrides.ts";
import { createBookings } from "../store/bookings.ts";
import { createBusinessStore } from "../store/business.ts";
import { createOnlineCustomers } from "../store/companion/customers.ts";
import { createCustomerRecords } from "../store/customer-records.ts";
import { createCustomerTraces } from "../store/customer-traces.ts";
import { createCustomerStore } from "../store/customers.ts";
import type { Database } from "../store/database.ts";
import { createExpansion } from "../store/expansion.ts";
import { mustExist } from "../store/revision.ts";
import { createSeriesVisits } from "../store/series-visits.ts";
import { createServiceStore } from "../store/services.ts";
import { createSettings } from "../store/settings.ts";
import { createStaffStore } from "../store/staff.ts";
import { createWaitlist } from "../store/waitlist.ts";
import { createPendingChanges } from "../store/sync/pending-changes.ts";

export interface ScheduleDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly changes: Changes;
}

/** The repositories of the desk, made once, and the few readings of them that every use-case needs. */
export function createStores({ db, clock, ids, changes }: ScheduleDeps) {
  const business = createBusinessStore(db);
  const bookingLog = createBookingLog(db, ids);
  const overrides = createBookingOverrides(db);
  const expand = createExpansion();
  return {
    db,
    clock,
    ids,
    changes,
    business,
    bookingLog,
    staff: createStaffStore(db),
    services: createServiceStore(db),
    customers: createCustomerStore(db, createSeriesVisits(db, overrides, expand)),
    records: createCustomerRecords(db),
    traces: createCustomerTraces(db),
    overrides,
    bookings: createBookings(db, bookingLog, { overrides, expand }),
    blocks: createBlocks(db, ids, expand),
    waitlist: createWaitlist(db),
    onlineCustomers: createOnlineCustomers(db),
    settings: createSettings(db),
    pendingChanges: createPendingChanges(db),
    now: (): Instant => toInstant(clock.now()),
    /** @throws AppError NOT_FOUND before the business was set up */
    theBusiness: (): Business => mustExist(business.find(), "business"),
  };
}
export type Stores = ReturnType<typeof createStores>;
