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
type Taker = { readonly holdId: string; readonly freeAt: number } | { readonly requestId: string };

/** The units that a span touches; one that begins or ends within a unit takes all of it. */
function unitsOf({ startAt, endAt }: Pick<Span, "startAt" | "endAt">): readonly number[] {
  const first = Math.floor(startAt / UNIT_MS);
  const end = Math.ceil(endAt / UNIT_MS);
  return Array.from({ length: end - first }, (_, i) => first + i);
}

/** The units of a span that a request does not have. */
async function missing(
  trx: Writing,
  { businessId, staffId, ...span }: Span,
  requestId: string,
): Promise<readonly number[]> {
  const units = unitsOf(span);
  const had = await trx
    .selectFrom("slot_unit")
    .where("business_id", "=", businessId)
    .where("staff_id", "=", staffId)
    .where("unit", "in", units)
    .where("request_id", "=", requestId)
    .select("unit")
    .execute();
  const theirs = new Set(had.map(({ unit }) => unit));
  return units.filter((unit) => !theirs.has(unit));
}

/**
 * Takes the units of the span in the caller's transaction, but for those that `beside` has: a booking that moves by
 * half an hour keeps part of its own time. Units whose hold has run out by `now` (epoch ms) are
 * taken over. Rejects with an error that `isTaken` knows if somebody else has one of them: roll back and say so.
 */
export async function takeSlot(
  trx: Writing,
  span: Span,
  taker: Taker,
  { now, beside }: { readonly now: number; readonly beside: string | null },
): Promise<void> {
  const units = beside === null ? unitsOf(span) : await missing(trx, span, beside);
  if (units.length === 0) return;
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

/**
 * Gives the request the span: what the hold has of it, and what nobody has. What the request had before it gives back
 * in the same step. Rejects as `takeSlot` if somebody else has a part.
 */
export async function keepSlot(
  trx: Writing,
  span: Span,
  { holdId, requestId }: { readonly holdId: string; readonly requestId: string },
  now: number,
): Promise<void> {
  await freeSlot(trx, { requestId });
  await trx
    .updateTable("slot_unit")
    .set({ hold_id: null, request_id: requestId, free_at: null })
    .where("hold_id", "=", holdId)
    .execute();
  await takeSlot(trx, span, { requestId }, { now, beside: requestId });
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
