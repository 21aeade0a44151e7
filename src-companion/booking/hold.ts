import { Id } from "../../src-shared/domain/primitives.ts";
import { addDays, dateAt, instantOfWall } from "../../src-shared/time/zones.ts";
import type { Companion } from "../http/env.ts";
import type { HoldTable } from "../store/schema.ts";
import { takeSlot } from "../store/slots.ts";
import { isTaken } from "../store/store.ts";
import { type BookableBusiness, type BookableService, doersOf } from "./business.ts";
import { type FreeTime, freeTimes } from "./free-times.ts";
import { type Moving, takenBetween } from "./taken.ts";

/** Long enough to sign up by mail. */
const HOLD_MS = 10 * 60_000;

export interface Wish {
  readonly business: BookableBusiness;
  readonly service: BookableService;
  /** Null: anyone. */
  readonly staffId: string | null;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly browserHash: string;
  /** The booking that shall move there; null for a new one. */
  readonly moving: Moving | null;
}

/** The hold of a browser that has not run out. */
export async function holdOf(
  { store, clock }: Pick<Companion, "store" | "clock">,
  browserHash: string,
): Promise<HoldTable | null> {
  const found = await store.db
    .selectFrom("hold")
    .where("browser_hash", "=", browserHash)
    .where("expires_at", ">", clock.now())
    .orderBy("created_at", "desc")
    .selectAll()
    .executeTakeFirst();
  return found ?? null;
}

async function timeFor(companion: Companion, wish: Wish): Promise<FreeTime | undefined> {
  const { business, service, staffId, start, moving } = wish;
  const date = dateAt(start, business.zone);
  const day = [date, addDays(date, 1)].map((one) => instantOfWall(one, 0, business.zone));
  const own = await holdOf(companion, wish.browserHash);
  const span = [day[0] ?? 0, day[1] ?? 0] as const;
  const taken = await takenBetween(companion, business.id, span, {
    holdId: own?.id ?? null,
    moving,
  });
  const staff = doersOf(business, service).filter(({ id }) => staffId === null || id === staffId);
  const { durationMinutes } = service;
  const now = companion.clock.now();
  return freeTimes({ business, staff, durationMinutes, date, taken, now }).find(
    (time) => time.start === start,
  );
}

/** What a browser held, as long as housekeeping leaves it: what was wished for is worth knowing after it ran out. */
export async function pastHold(
  { store }: Pick<Companion, "store">,
  browserHash: string,
  id: string,
): Promise<HoldTable | null> {
  if (!Id.safeParse(id).success) return null;
  const found = await store.db
    .selectFrom("hold")
    .where("id", "=", id)
    .where("browser_hash", "=", browserHash)
    .selectAll()
    .executeTakeFirst();
  return found ?? null;
}

/** Keeps a time for one browser, instead of what it held before. The hold's id; null if it is not free, or no longer. */
export async function holdTime(companion: Companion, wish: Wish): Promise<string | null> {
  const { store, random, clock } = companion;
  const time = await timeFor(companion, wish);
  if (time === undefined) return null;
  const { business, service, staffId, browserHash, moving } = wish;
  const now = clock.now();
  const freeAt = now + HOLD_MS;
  const holdId = random.id();
  const span = {
    businessId: business.id,
    staffId: time.staffId,
    startAt: time.start,
    endAt: time.end,
  };
  try {
    await store.write(async (trx) => {
      await trx.deleteFrom("hold").where("browser_hash", "=", browserHash).execute();
      await trx
        .insertInto("hold")
        .values({
          id: holdId,
          business_id: business.id,
          service_id: service.id,
          staff_id: time.staffId,
          any_staff: staffId === null ? 1 : 0,
          start_at: time.start,
          end_at: time.end,
          browser_hash: browserHash,
          moves_request_id: moving?.id ?? null,
          created_at: now,
          expires_at: freeAt,
        })
        .execute();
      await takeSlot(trx, span, { holdId, freeAt }, { now, beside: moving?.id ?? null });
    });
    return holdId;
  } catch (error) {
    if (isTaken(error)) return null;
    throw error;
  }
}
