import type { Companion } from "../http/env.ts";
import { UNIT_MS } from "../store/slots.ts";
import type { Taken } from "./free-times.ts";
import type { OwnBooking } from "./own.ts";

/** A booking that shall move, with the time that it has now. */
export type Moving = Pick<OwnBooking, "id" | "staff_id" | "start_at" | "end_at">;

/** What is the asker's own, and so is not taken for them. */
export interface Own {
  readonly holdId?: string | null;
  readonly moving?: Moving | null;
}

/** What is left of a taken time without the booking that moves: the desk publishes it among all others. */
function without(taken: Taken, moving: Moving | null): readonly Taken[] {
  if (moving === null || taken.staffId !== moving.staff_id) return [taken];
  const { start, end } = taken;
  const before = { ...taken, end: Math.min(end, moving.start_at) };
  const after = { ...taken, start: Math.max(start, moving.end_at) };
  return [before, after].filter((one) => one.start < one.end);
}

/**
 * What is taken between two moments (epoch milliseconds): what the desk published, and what other customers hold or
 * have asked for.
 */
export async function takenBetween(
  { store, clock }: Pick<Companion, "store" | "clock">,
  businessId: string,
  [from, until]: readonly [number, number],
  { holdId = null, moving = null }: Own = {},
): Promise<readonly Taken[]> {
  const published = await store.db
    .selectFrom("busy_interval")
    .where("business_id", "=", businessId)
    .where("start_at", "<", until)
    .where("end_at", ">", from)
    .select(["staff_id as staffId", "start_at as start", "end_at as end"])
    .execute();
  const units = await store.db
    .selectFrom("slot_unit")
    .where("business_id", "=", businessId)
    .where("unit", ">=", Math.floor(from / UNIT_MS))
    .where("unit", "<", Math.ceil(until / UNIT_MS))
    .where((eb) => eb.or([eb("free_at", "is", null), eb("free_at", ">", clock.now())]))
    .select(["staff_id", "unit", "hold_id", "request_id"])
    .execute();
  const isOwn = (unit: (typeof units)[number]): boolean =>
    (holdId !== null && unit.hold_id === holdId) ||
    (moving !== null && unit.request_id === moving.id);
  return [
    ...published.flatMap((one) => without(one, moving)),
    ...units
      .filter((unit) => !isOwn(unit))
      .map(({ staff_id: staffId, unit }) => ({
        staffId,
        start: unit * UNIT_MS,
        end: (unit + 1) * UNIT_MS,
      })),
  ];
}
