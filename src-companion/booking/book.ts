import { Id } from "../../src-shared/domain/primitives.ts";
import type { Language } from "../../src-shared/words/companion/index.ts";
import type { Companion } from "../http/env.ts";
import { appendDeskEvent } from "../store/desk-events.ts";
import type { HoldTable } from "../store/schema.ts";
import { keepSlot } from "../store/slots.ts";
import { isTaken, keptRow, type Writing } from "../store/store.ts";
import type { BookableBusiness } from "./business.ts";
import { isChangeable } from "./own.ts";

const MINUTE_MS = 60_000;

export interface Booking {
  readonly hold: HoldTable;
  readonly business: BookableBusiness;
  readonly customerId: string;
  readonly notes: string;
  readonly language: Language;
}

/**
 * What became of it. `gone`: the hold ran out or is used up; `bookedFrom` knows which. `taken`: somebody has a part of
 * the time, or it isn't offered any more. `over`: the booking that should move can't be changed any more.
 */
export type Booked =
  | { readonly is: "booked"; readonly id: string }
  | { readonly is: "gone" }
  | { readonly is: "taken" }
  | { readonly is: "over"; readonly id: string };

/** The transaction is given up: nothing half done remains. */
class GivenUp extends Error {
  readonly outcome: Booked;
  constructor(outcome: Booked) {
    super(`Nothing was booked: ${outcome.is}.`);
    this.outcome = outcome;
  }
}

/** Keeps the hold for this transaction alone, so that a form that is sent twice books once. */
async function spend(
  trx: Writing,
  { store }: Companion,
  { id }: HoldTable,
  now: number,
): Promise<void> {
  const found = trx
    .selectFrom("hold")
    .where("id", "=", id)
    .where("expires_at", ">", now)
    .select("id");
  if ((await keptRow(store, found).executeTakeFirst()) === undefined)
    throw new GivenUp({ is: "gone" });
}

function namesOf({ services, staff }: BookableBusiness, hold: HoldTable) {
  const service = services.find(({ id }) => id === hold.service_id);
  const person = staff.find(({ id }) => id === hold.staff_id);
  if (service === undefined || person === undefined) throw new GivenUp({ is: "taken" });
  return {
    service_name: service.name,
    staff_name: person.name,
    price_minor: service.priceMinor,
  };
}

/** What the hold makes of a request, new or moved. */
function wishOf({ hold, business }: Booking, now: number) {
  const { start_at, end_at, staff_id, service_id, any_staff } = hold;
  return {
    ...namesOf(business, hold),
    start_at,
    end_at,
    staff_id,
    service_id,
    any_staff,
    status: "waiting" as const,
    reason: "",
    cutoff_at: start_at - business.cutoffMinutes * MINUTE_MS,
    hold_id: hold.id,
    updated_at: now,
  };
}

/** Makes the hold's time the request's, and tells the desk, in the caller's transaction. */
async function settle(
  trx: Writing,
  { hold, business }: Booking,
  requestId: string,
  event: { readonly kind: string; readonly at: number },
): Promise<void> {
  const span = {
    businessId: business.id,
    staffId: hold.staff_id,
    startAt: hold.start_at,
    endAt: hold.end_at,
  };
  await keepSlot(trx, span, { holdId: hold.id, requestId }, event.at);
  await trx.deleteFrom("hold").where("id", "=", hold.id).execute();
  await appendDeskEvent(trx, { businessId: business.id, requestId, ...event });
}

async function makeNew(trx: Writing, companion: Companion, booking: Booking): Promise<string> {
  const { business, customerId, notes, language } = booking;
  const id = companion.random.id();
  const now = companion.clock.now();
  await spend(trx, companion, booking.hold, now);
  await trx
    .insertInto("booking_request")
    .values({
      ...wishOf(booking, now),
      id,
      business_id: business.id,
      customer_id: customerId,
      notes,
      sequence: 0,
      desk_booking_id: null,
      language,
      created_at: now,
    })
    .execute();
  await settle(trx, booking, id, { kind: "request.new", at: now });
  return id;
}

async function move(
  trx: Writing,
  companion: Companion,
  booking: Booking,
  id: string,
): Promise<string> {
  const { business, customerId } = booking;
  const now = companion.clock.now();
  await spend(trx, companion, booking.hold, now);
  const found = trx
    .selectFrom("booking_request")
    .where("id", "=", id)
    .where("customer_id", "=", customerId)
    .where("business_id", "=", business.id)
    .select(["status", "cutoff_at", "sequence"]);
  const row = await keptRow(companion.store, found).executeTakeFirst();
  if (row === undefined) throw new GivenUp({ is: "gone" });
  if (!isChangeable(row, now)) throw new GivenUp({ is: "over", id });
  await trx
    .updateTable("booking_request")
    .set({ ...wishOf(booking, now), sequence: row.sequence + 1 })
    .where("id", "=", id)
    .execute();
  await settle(trx, booking, id, { kind: "request.changed", at: now });
  return id;
}

/** Books what is held, or moves the booking that the hold is for. One transaction: nothing half done remains. */
export async function bookHeld(companion: Companion, booking: Booking): Promise<Booked> {
  const { moves_request_id: moves } = booking.hold;
  try {
    const id = await companion.store.write((trx) =>
      moves === null ? makeNew(trx, companion, booking) : move(trx, companion, booking, moves),
    );
    companion.wakes.soon();
    return { is: "booked", id };
  } catch (error) {
    if (error instanceof GivenUp) return error.outcome;
    if (isTaken(error)) return { is: "taken" };
    throw error;
  }
}

/** The customer's booking that a hold became, or moved last; null if it became none. */
export async function bookedFrom(
  { store }: Pick<Companion, "store">,
  customerId: string,
  holdId: string,
): Promise<string | null> {
  if (!Id.safeParse(holdId).success) return null;
  const found = await store.db
    .selectFrom("booking_request")
    .where("hold_id", "=", holdId)
    .where("customer_id", "=", customerId)
    .select("id")
    .executeTakeFirst();
  return found?.id ?? null;
}
