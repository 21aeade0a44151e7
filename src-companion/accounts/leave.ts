import type { Companion } from "../http/env.ts";
import { appendDeskEvent } from "../store/desk-events.ts";
import { freeSlot } from "../store/slots.ts";
import { keptRow, type Writing } from "../store/store.ts";
import { asLanguage } from "../http/language.ts";
import { accountMail } from "./mails.ts";

/** Bookings still ahead are cancelled and their desks told; what is past stays with the business. */
async function cancelWhatIsAhead(
  { store }: Companion,
  trx: Writing,
  customerId: string,
  now: number,
): Promise<void> {
  const found = trx
    .selectFrom("booking_request")
    .where("customer_id", "=", customerId)
    .where("status", "in", ["waiting", "confirmed"])
    .where("start_at", ">", now)
    .select(["id", "business_id"])
    .orderBy("business_id");
  const ahead = await keptRow(store, found).execute();
  for (const { id, business_id: businessId } of ahead) {
    await trx
      .updateTable("booking_request")
      .set((eb) => ({
        status: "cancelled" as const,
        reason: "account-deleted",
        sequence: eb("sequence", "+", 1),
        updated_at: now,
      }))
      .where("id", "=", id)
      .execute();
    await freeSlot(trx, { requestId: id });
    await appendDeskEvent(trx, { businessId, kind: "request.cancelled", requestId: id, at: now });
  }
}

/** Removes a customer with everything that names them, in one transaction, and mails the last notice. */
export async function deleteCustomer(companion: Companion, customerId: string): Promise<void> {
  const { store, clock, outbox, settings } = companion;
  const customer = await store.db
    .selectFrom("customer")
    .where("id", "=", customerId)
    .select(["email", "language"])
    .executeTakeFirst();
  if (customer === undefined) return;
  const mail = await accountMail({
    kind: "deleted",
    to: customer.email,
    language: asLanguage(customer.language) ?? "en",
    url: settings.baseUrl,
  });
  await store.write(async (trx) => {
    await cancelWhatIsAhead(companion, trx, customerId, clock.now());
    await trx.deleteFrom("pending_sign_up").where("email", "=", customer.email).execute();
    await trx.deleteFrom("customer").where("id", "=", customerId).execute();
    await outbox.add(trx, mail);
  });
}
