import type { CalendarDate, Instant, Zone } from "../../../src-shared/domain/primitives.ts";
import {
  addDays,
  DAY_MINUTES,
  instantOfWall,
  meaningOf,
  spanOfDays,
  toInstant,
  toMs,
} from "../../../src-shared/time/zones.ts";
import { placeOnDay, zonedDay } from "./axis.ts";
import type { Place } from "./gestures.ts";
import { type PlacedStanding, type Standing, timesOf } from "./standing.ts";

const MINUTE_MS = 60_000;
const SHORTEST = 5;

/**
 * Where something begins that was dropped at a place. What began on the day before keeps its way to midnight.
 * @param date of the column in which it was taken
 */
export function startOfMoved(
  { what, from }: PlacedStanding,
  date: CalendarDate,
  place: Place,
  zone: Zone,
): Instant {
  const midnight = instantOfWall(date, 0, zone);
  const before = from === 0 ? Math.max(0, midnight - toMs(timesOf(what).start)) : 0;
  return toInstant(instantOfWall(place.date, place.from, zone) - before);
}

/**
 * Where something that is dragged would really stand. On a day whose clock is changed it keeps its length, and takes
 * no time that is skipped; on all others that is where it is drawn.
 */
export function placeReally(what: Standing, place: Place, zone: Zone): Place {
  const { start, end } = spanOfDays(place.date, addDays(place.date, 1), zone);
  if (end - start === DAY_MINUTES * MINUTE_MS) return place;
  const times = timesOf(what);
  const from = instantOfWall(place.date, place.from, zone);
  const to = from + toMs(times.end) - toMs(times.start);
  return {
    ...place,
    ...placeOnDay({ start: toInstant(from), end: toInstant(to) }, zonedDay(place.date, zone)),
  };
}

/** How long something is whose lower edge was dropped at a place, in real minutes. */
export function lengthOfResized({ what }: PlacedStanding, { date, to }: Place, zone: Zone): number {
  const start = toMs(timesOf(what).start);
  const meaning = meaningOf(date, to, zone);
  // What begins in the repeated hour ends after its beginning.
  const end =
    meaning.is === "twice" && meaning.first <= start
      ? meaning.second
      : instantOfWall(date, to, zone);
  return Math.max(SHORTEST, (end - start) / MINUTE_MS);
}
