import { parseDeskRule } from "../../../src-shared/time/recurrence/desk-rule.ts";
import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { Override } from "../store/booking-overrides.ts";
import type { OccurrenceOf } from "../store/occurrences.ts";
import { movedSeries, shiftedStart, withFields, withRule } from "../store/series-state.ts";
import type { SeriesState, Stepped } from "../store/series-state.ts";
import { badInput } from "./limits.ts";
import { deskRule } from "./series-rule.ts";
import type { Version } from "./versions.ts";

/** What a person changed, as seen from one occurrence of a series. */
export interface SeriesChange {
  readonly seen: OccurrenceOf<Booking>;
  /** The occurrence as it was shown, and as it was changed. */
  readonly before: Version;
  readonly after: Version;
  /** A new rule, null to stop repeating, undefined to leave it. */
  readonly rule: string | null | undefined;
}

/** The rule that was asked for, or undefined if it is the one that the series has. */
export function newRule(
  asked: string | null | undefined,
  { rrule }: Booking,
): string | null | undefined {
  if (asked === null || asked === undefined) return asked;
  const parsed = parseDeskRule(asked);
  const same = asked === rrule || (parsed.ok && parsed.rule === rrule);
  return same ? undefined : asked;
}

const FIELDS = [
  "staffId",
  "serviceId",
  "customerId",
  "walkIn",
  "customerNotes",
  "deskNotes",
  "priceMinor",
] as const;

function lengthOf({ start, end }: Booking): number {
  return toMs(end) - toMs(start);
}

function timeDiffers({ before, after }: SeriesChange): boolean {
  const [was, is] = [before.booking, after.booking];
  return was.start !== is.start || was.end !== is.end;
}

/** Whether other time is taken up than before, so that it has to be free. */
export function takesOtherTime(change: SeriesChange): boolean {
  const staffDiffers = change.before.booking.staffId !== change.after.booking.staffId;
  return timeDiffers(change) || staffDiffers || change.rule !== undefined;
}

/** The series with the fields that were changed; what wasn't changed stays that of the series. */
function changedBooking(booking: Booking, { before, after }: SeriesChange): Booking {
  const [was, is] = [before.booking, after.booking];
  const changed = FIELDS.filter((field) => was[field] !== is[field]);
  const fields = Object.fromEntries(changed.map((field) => [field, is[field]]));
  const length = lengthOf(was) === lengthOf(is) ? lengthOf(booking) : lengthOf(is);
  return { ...booking, ...fields, end: toInstant(toMs(booking.start) + length) };
}

/** The occurrence at hand shows what was changed, even where it was an exception in that. */
function withoutChanged(override: Override, change: SeriesChange): Override {
  const [was, is] = [change.before.booking, change.after.booking];
  const kept = <F extends "staffId" | "serviceId" | "customerNotes" | "deskNotes" | "priceMinor">(
    field: F,
  ) => (was[field] === is[field] ? override[field] : null);
  return {
    ...override,
    staffId: kept("staffId"),
    serviceId: kept("serviceId"),
    customerNotes: kept("customerNotes"),
    deskNotes: kept("deskNotes"),
    priceMinor: kept("priceMinor"),
    ...(timeDiffers(change) && { start: null, end: null }),
  };
}

/** The fields, and the length, but not yet the time and the rule. */
function withChangedFields({ booking, overrides }: SeriesState, change: SeriesChange): SeriesState {
  const { originalStart } = change.seen;
  const cleared = overrides.map((override) =>
    override.originalStart === originalStart ? withoutChanged(override, change) : override,
  );
  return withFields({ booking, overrides: cleared }, changedBooking(booking, change));
}

/** The series after a change, and the name that the occurrence at hand has then. */
export interface ChangedSeries extends Stepped {
  readonly name: Instant;
}

/**
 * Applies a change to all occurrences. Each keeps what it differs in; one that was moved by itself stays where it was
 * put. When the series stops repeating, the occurrence at hand is the one that stays, as it was shown.
 * @throws AppError BAD_INPUT for a rule that the desk doesn't offer, or that doesn't give the new time
 */
export function changedSeries(state: SeriesState, change: SeriesChange): ChangedSeries {
  const { seen, after, rule } = change;
  const { start } = after.booking;
  if (rule === null)
    return { booking: { ...after.booking, rrule: null }, overrides: [], dropped: [], name: start };
  const isMoved = change.before.booking.start !== start;
  const fields = withChangedFields(state, change);
  const name = isMoved ? start : seen.originalStart;
  if (rule !== undefined) {
    const first = isMoved
      ? shiftedStart(fields.booking, seen.originalStart, start)
      : fields.booking.start;
    const { zone } = fields.booking;
    return {
      ...withRule(fields, first, deskRule("changes.rrule", rule, { start: first, zone })),
      name,
    };
  }
  if (!isMoved) return { ...fields, dropped: [], name };
  const moved = movedSeries(fields, seen.originalStart, start);
  if (moved === null)
    throw badInput(
      "changes.start",
      "The repetition doesn't follow to that day by itself: choose another repetition with it.",
    );
  return { ...moved, name };
}
