import type { Writing } from "./store.ts";

/** Gives back what a hold or a request has of a staff member's time. */
export async function freeSlot(
  trx: Writing,
  taker: { readonly holdId: string } | { readonly requestId: string },
): Promise<void> {
  const [column, id] =
    "holdId" in taker
      ? (["hold_id", taker.holdId] as const)
      : (["request_id", taker.requestId] as const);
  await trx.deleteFrom("slot_unit").where(column, "=", id).execute();
}
