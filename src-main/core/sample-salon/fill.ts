import { createChanges } from "../changes.ts";
import { createIds } from "../ids.ts";
import type { Clock, Random } from "../ports.ts";
import type { Database } from "../store/database.ts";
import { createStores, type Stores } from "../schedule/stores.ts";
import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Salon } from "./index.ts";

function nameOf(
  rows: ReadonlyArray<{ readonly id: string; readonly name: string }>,
  id: string | null,
) {
  return rows.find((row) => row.id === id)?.name ?? "";
}

/** As the desk would have done it: the booking, its log, its pending change. */
function book(stores: Stores, salon: Salon, booking: Booking): void {
  const { start, end, createdAt } = booking;
  const details = {
    start,
    end,
    staff: nameOf(salon.staff, booking.staffId),
    service: nameOf(salon.services, booking.serviceId),
    customer: nameOf(salon.customers, booking.customerId),
  };
  stores.bookings.put(booking);
  stores.bookingLog.add(booking.id, createdAt, "desk", { action: "created", details });
  stores.pendingChanges.enqueue(booking.id, createdAt);
}

/** Writes the salon over an empty desk, within the caller's transaction. */
export function putSalon(stores: Stores, salon: Salon): void {
  stores.business.put(salon.business);
  salon.staff.forEach(stores.staff.put);
  salon.services.forEach(stores.services.put);
  salon.customers.forEach(stores.customers.put);
  for (const booking of salon.bookings) book(stores, salon, booking);
  for (const block of salon.blocks) stores.blocks.putOfDesk(block, salon.business.zone, []);
}

/** Writes the salon into an empty database, in one transaction. */
export function fillSalon(
  db: Database,
  salon: Salon,
  ports: { readonly clock: Clock; readonly random: Random },
): void {
  const ids = createIds(ports.clock, ports.random);
  const stores = createStores({ db, clock: ports.clock, ids, changes: createChanges() });
  db.write("salon.fill", () => putSalon(stores, salon));
}
