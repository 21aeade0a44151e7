import type { BridgeOutput, BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { MAX_DESK_COUNT } from "../../../src-shared/time/recurrence/desk-rule.ts";
import { readRule } from "../../../src-shared/time/recurrence/rule.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import { ruleOccurrences, type SeriesRow } from "../store/occurrences.ts";
import { mustExist } from "../store/revision.ts";
import { assertPlausible } from "./limits.ts";
import { conflictsOfSpans } from "./series-conflicts.ts";
import { deskRule } from "./series-rule.ts";
import type { Stores } from "./stores.ts";

/** So many dates are shown before a series is booked. */
const SHOWN = 6;
/** So many conflicts are named; more are only counted. */
const NAMED = 20;
const FAR: Instant = "2299-01-01T00:00:00.000Z";
const YEAR_MS = 366 * 86_400_000;

/** How often a series happens from an instant on; null if it never ends, or so late that nobody counts. */
function countFrom(row: SeriesRow, from: Instant): number | null {
  const rule = row.rrule === null ? null : readRule(row.rrule);
  if (rule === null) return 1;
  if (rule.count === null && rule.until === null) return null;
  // A span that touches the end of the one before is not meant.
  const listed = ruleOccurrences(row, from, FAR, MAX_DESK_COUNT + 1).filter(
    (one) => one.originalStart >= from,
  );
  return listed.length > MAX_DESK_COUNT ? null : listed.length;
}

function preview(
  stores: Stores,
  input: BridgeParsed<"series.check">,
): BridgeOutput<"series.check"> {
  const { staffId, start, durationMinutes, ignoreBookingId } = input;
  assertPlausible("start", start);
  const { zone } = stores.theBusiness();
  const rrule = deskRule("rrule", input.rrule, { start, zone });
  const row = { start, end: toInstant(toMs(start) + durationMinutes * 60_000), zone, rrule };
  const staff = mustExist(stores.staff.find(staffId), "staff member");
  const year = toInstant(toMs(start) + YEAR_MS);
  const spans = ruleOccurrences(row, start, year).map((one) => ({
    start: toMs(one.start),
    end: toMs(one.end),
  }));
  const conflicts = conflictsOfSpans(stores, staff, spans, ignoreBookingId);
  return {
    starts: ruleOccurrences(row, start, FAR, SHOWN).map((one) => one.start),
    count: countFrom(row, start),
    conflicts: conflicts.slice(0, NAMED),
    more: Math.max(0, conflicts.length - NAMED),
  };
}

function outline(row: Booking, originalStart: Instant) {
  return {
    start: row.start,
    count: countFrom(row, row.start),
    following: countFrom(row, originalStart),
  };
}

/** What a series is, or would be; changes nothing. */
export function lookAtSeriesHandlers(
  stores: Stores,
): Pick<Handlers, "series.check" | "series.outline"> {
  return {
    "series.check": (input) => preview(stores, input),
    "series.outline": ({ id, originalStart }) =>
      outline(mustExist(stores.bookings.find(id), "booking"), originalStart),
  };
}
