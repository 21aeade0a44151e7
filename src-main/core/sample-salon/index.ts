import type { Block } from "../../../src-shared/domain/block.ts";
import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Customer } from "../../../src-shared/domain/customer.ts";
import type { CalendarDate, Id, Zone } from "../../../src-shared/domain/primitives.ts";
import { dateAt, isoWeekday } from "../../../src-shared/time/zones.ts";
import { createIds } from "../ids.ts";
import { type Catalogue, catalogueOf } from "./catalogue.ts";
import { createChance } from "./chance.ts";
import { diaryOf } from "./diary.ts";
import { customersOf } from "./people.ts";

export { fillSalon, putSalon } from "./fill.ts";

export interface SalonOptions {
  /** Epoch milliseconds; its day in the zone is the middle of the diary. */
  readonly now: number;
  readonly zone: Zone;
  /** The same seed gives the same salon, to the last id. */
  readonly seed: number;
}

export interface Salon extends Catalogue {
  readonly customers: readonly Customer[];
  readonly bookings: readonly Booking[];
  readonly blocks: readonly Block[];
  /** The day of `now`. */
  readonly today: CalendarDate;
  /** The two bookings that overlap on purpose. */
  readonly overlap: readonly Id[];
}

const CUSTOMERS = 400;
const SUNDAY = 7;
const MONDAY = 1;
/** Ids are made as of a week before, so that whatever the desk makes later sorts after them. */
const IDS_BEFORE_MS = 7 * 24 * 60 * 60_000;

/**
 * A believable salon: six people, twelve services, 400 customers and six weeks of bookings around today. It is open
 * today whatever the weekday, so that there is something to see.
 */
export function sampleSalon(options: SalonOptions): Salon {
  const { now, zone, seed } = options;
  const chance = createChance(seed);
  const ids = createIds({ now: () => now - IDS_BEFORE_MS }, chance);
  const nextId = (): Id => ids.next();
  const today = dateAt(now, zone);
  const closedOn = isoWeekday(today) === SUNDAY ? MONDAY : SUNDAY;
  const catalogue = catalogueOf(nextId, zone, closedOn);
  const customers = customersOf(nextId, chance, CUSTOMERS);
  const diary = diaryOf({ ...catalogue, customers, today, now, chance, nextId });
  return { ...catalogue, customers, today, ...diary };
}
