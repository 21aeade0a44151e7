import type { Business } from "../../../src-shared/domain/business.ts";
import { closedOn } from "../../../src-shared/domain/closures.ts";
import { dateAt, isoWeekday, minutesOf, wallClockAt } from "../../../src-shared/time/zones.ts";

type Hours = Pick<Business, "zone" | "hours" | "closures">;

/** Whether the business is open at a moment, by its own clock. @param now epoch milliseconds */
export function isOpenAt({ zone, hours, closures }: Hours, now: number): boolean {
  const date = dateAt(now, zone);
  if (closedOn(closures, date) !== null) return false;
  const { minutes } = wallClockAt(now, zone);
  return hours[isoWeekday(date)].some(
    ({ from, to }) => minutesOf(from) <= minutes && minutes < minutesOf(to),
  );
}
