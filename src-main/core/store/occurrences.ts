import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { occurrencesBetween } from "../../../src-shared/time/recurrence/expand.ts";
import { instantOfMoment } from "../../../src-shared/time/recurrence/moments.ts";
import { readRule } from "../../../src-shared/time/recurrence/rule.ts";
import type { Series } from "../../../src-shared/time/recurrence/series.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { NamedOverride, Override } from "./booking-overrides.ts";
import type { Expand } from "./expansion.ts";

/** Bookings seen as series, and their occurrences; pure. */

/** What of a booking its occurrences are reckoned from. */
export type SeriesRow = Pick<Booking, "start" | "end" | "zone" | "rrule">;

/** The names that belong to a service and a staff member, wherever a row shows them. */
interface Names {
  readonly serviceName?: string;
  readonly tint?: NamedOverride["tint"];
  readonly staffName?: string;
}

/** One occurrence, as its series has it or as its override has it. */
export interface OccurrenceOf<Row> {
  readonly originalStart: Instant;
  /** With the occurrence's own start, end and status, and still the series' id and rule. */
  readonly row: Row;
  /** The same as the series alone has it. */
  readonly plain: Row;
  /** True if it differs from the series. */
  readonly changed: boolean;
}

/** More occurrences than a series of the desk's own can have in any stretch that is asked for. */
const MOST_OCCURRENCES = 10_000;
const DAY_MS = 86_400_000;

export function seriesOf({ start, end, zone, rrule }: SeriesRow): Series {
  return {
    start: { is: "timed", start, end, zone },
    lines: rrule === null ? [] : [`RRULE:${rrule}`],
  };
}

/** When an occurrence is by the rule alone. */
export interface RuleOccurrence {
  readonly originalStart: Instant;
  readonly start: Instant;
  readonly end: Instant;
}

/** The occurrences that the rule puts into [from, to), in order; at most `limit`, the earliest. */
export function ruleOccurrences(
  row: SeriesRow,
  from: Instant,
  to: Instant,
  limit: number = MOST_OCCURRENCES,
): RuleOccurrence[] {
  return occurrencesBetween(seriesOf(row), from, to, limit, row.zone).occurrences.flatMap(
    ({ originalStart, time }) =>
      time.is === "timed" ? [{ originalStart, start: time.start, end: time.end }] : [],
  );
}

/** The occurrence with that name by the rule alone; undefined if the series has none. */
export function ruleOccurrenceAt(
  row: SeriesRow,
  originalStart: Instant,
): RuleOccurrence | undefined {
  const from = toMs(originalStart) - DAY_MS;
  const to = toMs(originalStart) + DAY_MS;
  return ruleOccurrences(row, toInstant(from), toInstant(to)).find(
    (one) => one.originalStart === originalStart,
  );
}

/** Every occurrence by its name, from the first to those named until `until`. */
export function occurrencesByName(
  row: SeriesRow,
  until: Instant,
): ReadonlyMap<Instant, RuleOccurrence> {
  const to = toInstant(toMs(until) + DAY_MS);
  return new Map(ruleOccurrences(row, row.start, to).map((one) => [one.originalStart, one]));
}

/**
 * Before when the last occurrence ends by the rule, or null if there is always another. Behind an UNTIL it may be
 * some days later than the last end.
 */
export function seriesEnd(row: SeriesRow): Instant | null {
  const rule = row.rrule === null ? null : readRule(row.rrule);
  if (rule === null) return row.end;
  if (rule.until !== null) {
    const until = instantOfMoment(rule.until, row.zone) + DAY_MS;
    const last = Math.min(Math.max(until, toMs(row.start)), LAST_MS);
    return toInstant(last + toMs(row.end) - toMs(row.start));
  }
  if (rule.count === null) return null;
  const all = ruleOccurrences(row, row.start, toInstant(LAST_MS), rule.count + 1);
  return all.reduce((last, one) => (one.end > last ? one.end : last), row.end);
}

const LAST_MS = Date.UTC(2299, 0);

function withRuleTime<Row extends SeriesRow>(row: Row, at: RuleOccurrence): Row {
  return { ...row, start: at.start, end: at.end };
}

/** The occurrence as its override has it. */
function withOverride<Row extends Booking & Names>(row: Row, override: NamedOverride): Row {
  const status = override.cancelled ? "cancelled" : (override.status ?? row.status);
  const names = {
    ...("serviceName" in row && { serviceName: override.serviceName ?? row.serviceName }),
    ...("tint" in row && { tint: override.tint ?? row.tint }),
    ...("staffName" in row && { staffName: override.staffName ?? row.staffName }),
  };
  return {
    ...row,
    ...names,
    start: override.start ?? row.start,
    end: override.end ?? row.end,
    staffId: override.staffId ?? row.staffId,
    serviceId: override.serviceId ?? row.serviceId,
    status,
    cancelReason: override.cancelled ? override.cancelReason : row.cancelReason,
    customerNotes: override.customerNotes ?? row.customerNotes,
    deskNotes: override.deskNotes ?? row.deskNotes,
    priceMinor: override.priceMinor ?? row.priceMinor,
  };
}

export function occurrenceOf<Row extends Booking & Names>(
  row: Row,
  at: RuleOccurrence,
  override: NamedOverride | undefined,
): OccurrenceOf<Row> {
  const plain = withRuleTime(row, at);
  // A cancelled series has no occurrences, whatever single ones were before.
  const follows = override === undefined || row.status === "cancelled";
  return {
    originalStart: at.originalStart,
    row: follows ? plain : withOverride(plain, override),
    plain,
    changed: !follows,
  };
}

/**
 * The occurrences of a series that touch [from, to), the cancelled ones too, by start.
 * @param overrides all that may touch the time, before or after they were moved
 */
export function occurrencesIn<Row extends Booking & Names>(
  row: Row,
  overrides: readonly NamedOverride[],
  from: Instant,
  to: Instant,
  expand: Expand = ruleOccurrences,
): OccurrenceOf<Row>[] {
  const named = new Map(expand(row, from, to).map((one) => [one.originalStart, one]));
  // One that was moved into the time from outside.
  for (const { originalStart, start } of overrides)
    if (start !== null && !named.has(originalStart)) {
      const found = ruleOccurrenceAt(row, originalStart);
      if (found !== undefined) named.set(originalStart, found);
    }
  const byStart = new Map(overrides.map((override) => [override.originalStart, override]));
  return [...named.values()]
    .map((one) => occurrenceOf(row, one, byStart.get(one.originalStart)))
    .filter((one) => one.row.start < to && one.row.end > from)
    .toSorted((a, b) => compare(a.row.start, b.row.start));
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

const FOLLOWING = [
  "staffId",
  "serviceId",
  "status",
  "customerNotes",
  "deskNotes",
  "priceMinor",
] as const;

/**
 * How an occurrence has to differ from its series to be `wanted`; null if it doesn't.
 * @param plain the occurrence as the series alone has it
 */
export function overrideBetween(
  plain: Booking,
  wanted: Booking,
  originalStart: Instant,
): Override | null {
  const cancelled = wanted.status === "cancelled";
  const moved = plain.start !== wanted.start || plain.end !== wanted.end;
  const differing = Object.fromEntries(
    FOLLOWING.map((field) => [field, plain[field] === wanted[field] ? null : wanted[field]]),
  ) as Pick<Override, (typeof FOLLOWING)[number]>;
  const status = cancelled ? null : differing.status;
  const override: Override = {
    bookingId: plain.id,
    originalStart,
    revision: wanted.revision,
    cancelled,
    cancelReason: cancelled ? wanted.cancelReason : "",
    start: moved ? wanted.start : null,
    end: moved ? wanted.end : null,
    ...differing,
    status,
  };
  const differs = cancelled || moved || FOLLOWING.some((field) => override[field] !== null);
  return differs ? override : null;
}
