import type { Writing } from "./store.ts";

/** A slot is given in units of five minutes. */
export const UNIT_MS = 5 * 60_000;

export interface Span {
  readonly businessId: string;
  readonly staffId: string;
  /** Epoch milliseconds. */
  readonly startAt: number;
  /** Exclusive. */
  readonly endAt: number;
}

/** Who takes a slot: a hold until a moment, or a request for good. */
export type Taker =
  | { readonly holdId: string; readonly freeAt: number }
  | { readonly requestId: string };

/** The units that a span touches; one that begins or ends within a unit takes all of it. */
export function unitsOf({ startAt, endAt }: Pick<Span, "startAt" | "endAt">): readonly number[] {
  const first = Math.floor(startAt / UNIT_MS);
  const end = Math.ceil(endAt / UNIT_MS);
  return Array.from({ length: end - first }, (_, i) => first + i);
}

/**
 * Takes every unit of the span in the caller's transaction. Units whose hold has run out by `now` (epoch ms) are
 * taken over. Rejects with an error that `isTaken` knows if somebody else has one of them: roll back and say so.
 */
export async function takeSlot(trx: Writing, span: Span, taker: Taker, now: number): Promise<void> {
  const units = unitsOf(span);
  await trx
    .deleteFrom("slot_unit")
    .where("business_id", "=", span.businessId)
    .where("staff_id", "=", span.staffId)
    .where("unit", "in", units)
    .where("free_at", "<=", now)
    .execute();
  const claim =
    "holdId" in taker
      ? { hold_id: taker.holdId, request_id: null, free_at: taker.freeAt }
      : { hold_id: null, request_id: taker.requestId, free_at: null };
  await trx
    .insertInto("slot_unit")
    .values(
      units.map((unit) => ({
        business_id: span.businessId,
        staff_id: span.staffId,
        unit,
        ...claim,
      })),
    )
    .execute();
}

/** Makes a hold's units the request's own. Returns false if the hold no longer has all of them. */
export async function keepSlot(
  trx: Writing,
  span: Span,
  holdId: string,
  requestId: string,
): Promise<boolean> {
  const kept = await trx
    .updateTable("slot_unit")
    .set({ hold_id: null, request_id: requestId, free_at: null })
    .where("hold_id", "=", holdId)
    .executeTakeFirst();
  return kept.numUpdatedRows === BigInt(unitsOf(span).length);
}

/** Gives back what a hold or a request has. */
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
