import { occupiesTime } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { occurrencesIn } from "./occurrences.ts";
import type { SeriesState } from "./series-state.ts";

/** A stretch of a staff member's time. */
export interface Place {
  readonly staffId: Id;
  readonly start: Instant;
  readonly end: Instant;
}

/** So many occurrences, at most a year ahead, are looked at: what lies further ahead will have changed till then. */
const LOOKED_AT = 60;
const LOOKED_AT_MS = 366 * 86_400_000;

/** The next occurrences that take up time, in order, with the staff member of each. Pure. */
export function placesAhead({ booking, overrides }: SeriesState, now: Instant): readonly Place[] {
  const from = booking.start > now ? booking.start : now;
  const to = toInstant(toMs(from) + LOOKED_AT_MS);
  const named = overrides.map((one) => ({
    ...one,
    serviceName: null,
    tint: null,
    staffName: null,
  }));
  return occurrencesIn(booking, named, from, to)
    .filter(({ row }) => occupiesTime(row.status))
    .slice(0, LOOKED_AT)
    .map(({ row: { staffId, start, end } }) => ({ staffId, start, end }));
}
