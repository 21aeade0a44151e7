import { Id } from "../../src-shared/domain/primitives.ts";
import type { Companion } from "../http/env.ts";
import { appendDeskEvent } from "../store/desk-events.ts";
import { mailCustomer } from "../mail/booking.ts";
import type { BookingRequestTable, RequestStatus } from "../store/schema.ts";
import { freeSlot } from "../store/slots.ts";

/** Bookings that one page shows; older ones are history. */
const SHOWN = 50;

export type OwnBooking = BookingRequestTable;

/** Until the cut-off; what was declined or cancelled is over. */
export function isChangeable(
  { status, cutoff_at }: { readonly status: RequestStatus; readonly cutoff_at: number },
  now: number,
): boolean {
  return (status === "waiting" || status === "confirmed") && now < cutoff_at;
}

/** Bookings of one customer, the latest first. */
export function ownBookings(
  { store }: Pick<Companion, "store">,
  customerId: string,
): Promise<OwnBooking[]> {
  return store.db
    .selectFrom("booking_request")
    .where("customer_id", "=", customerId)
    .orderBy("start_at", "desc")
    .limit(SHOWN)
    .selectAll()
    .execute();
}

/** One booking, if it is this customer's. `id` is whatever an address or a form says. */
export async function ownBooking(
  { store }: Pick<Companion, "store">,
  customerId: string,
  id: string,
): Promise<OwnBooking | null> {
  if (!Id.safeParse(id).success) return null;
  const found = await store.db
    .selectFrom("booking_request")
    .where("id", "=", id)
    .where("customer_id", "=", customerId)
    .selectAll()
    .executeTakeFirst();
  return found ?? null;
}

/** Cancels a booking of this customer, tells the desk, and mails the customer a proof. False if it is too late, or over already. */
export async function cancelOwn(
  companion: Companion,
  customerId: string,
  id: string,
): Promise<boolean> {
  const { store, clock, wakes } = companion;
  const now = clock.now();
  const done = await store.write(async (trx) => {
    const cancelled = await trx
      .updateTable("booking_request")
      .set((eb) => ({
        status: "cancelled" as const,
        reason: "customer",
        sequence: eb("sequence", "+", 1),
        updated_at: now,
      }))
      .where("id", "=", id)
      .where("customer_id", "=", customerId)
      .where("status", "in", ["waiting", "confirmed"])
      .where("cutoff_at", ">", now)
      .returningAll()
      .executeTakeFirst();
    if (cancelled === undefined) return false;
    await freeSlot(trx, { requestId: id });
    const businessId = cancelled.business_id;
    await appendDeskEvent(trx, { businessId, kind: "request.cancelled", requestId: id, at: now });
    await mailCustomer(trx, companion, cancelled, "cancelled");
    return true;
  });
  if (done) wakes.soon();
  return done;
}
