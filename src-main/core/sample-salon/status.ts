import type { BookingStatus } from "../../../src-shared/domain/booking.ts";
import type { Chance } from "./chance.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The status that a booking from `start` to `end` is likely to have at `now`; all in epoch ms. */
export function likelyStatus(
  chance: Chance,
  start: number,
  end: number,
  now: number,
): BookingStatus {
  const luck = chance.next();
  if (luck < 0.03) return "cancelled";
  if (end <= now) return luck < 0.06 ? "noShow" : "done";
  if (start <= now) return luck < 0.1 ? "arrived" : "inService";
  if (start <= now + 15 * MINUTE_MS && luck < 0.6) return "arrived";
  const confirmed = start <= now + 3 * DAY_MS ? 0.7 : 0.2;
  return luck < confirmed ? "confirmed" : "booked";
}
