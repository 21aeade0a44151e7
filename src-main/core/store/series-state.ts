import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Id, Instant } from "../../../src-shared/domain/primitives.ts";
import { parseDeskRule } from "../../../src-shared/time/recurrence/desk-rule.ts";
import { ruleTimeOf, wallAt } from "../../../src-shared/time/recurrence/moments.ts";
import { moveSeries } from "../../../src-shared/time/recurrence/move.ts";
import { remainingRule, untilBefore } from "../../../src-shared/time/recurrence/split.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { Override } from "./booking-overrides.ts";
import type { RuleOccurrence } from "./occurrences.ts";
import {
  occurrenceOf,
  overrideBetween,
  occurrencesByName,
  ruleOccurrenceAt,
  seriesOf,
} from "./occurrences.ts";

/** A series with everything in which single occurrences differ from it, as one value; pure steps from one to the next. */
export interface SeriesState {
  readonly booking: Booking;
  readonly overrides: readonly Override[];
}

/** A step after which some exceptions have no occurrence any more. */
export interface Stepped extends SeriesState {
  /** Original starts of the exceptions that were dropped. */
  readonly dropped: readonly Instant[];
}

/** In how many days the days of a month can drift apart when a monthly rule follows to another day. */
const DRIFT_MS = 62 * 86_400_000;

/** The rule in the one way that the desk writes it. */
function written(rule: string): string {
  const parsed = parseDeskRule(rule);
  return parsed.ok ? parsed.rule : rule;
}

function lengthOf(row: { readonly start: Instant; readonly end: Instant }): number {
  return toMs(row.end) - toMs(row.start);
}

/** The same length of real time from another start. */
export function startingAt<Row extends { readonly start: Instant; readonly end: Instant }>(
  row: Row,
  start: Instant,
): Row {
  return { ...row, start, end: toInstant(toMs(start) + lengthOf(row)) };
}

/** Where the start of a series comes to lie if one of its occurrences moves from `from` to `to` on the wall's clock. */
export function shiftedStart({ start, zone }: Booking, from: Instant, to: Instant): Instant {
  const by = wallAt(toMs(to), zone) - wallAt(toMs(from), zone);
  return toInstant(ruleTimeOf(wallAt(toMs(start), zone) + by, zone).start);
}

/** The override under another name. One that only lasts longer or shorter stays with the start of its occurrence. */
function renamed(override: Override, from: RuleOccurrence, to: RuleOccurrence): Override {
  const { start, end } = override;
  const named = { ...override, originalStart: to.originalStart };
  if (start === null || end === null || start !== from.start) return named;
  return { ...named, ...startingAt({ start, end }, to.start) };
}

/** The override without what the series has as well by now; null if nothing is left of it. */
function distilled(booking: Booking, at: RuleOccurrence, override: Override): Override | null {
  const plain = { ...booking, start: at.start, end: at.end };
  // A cancelled series keeps its exceptions for the day it is taken back.
  const standing = booking.status === "cancelled" ? ("booked" as const) : booking.status;
  const series = { ...plain, status: standing };
  const names = { serviceName: null, tint: null, staffName: null };
  const { row } = occurrenceOf(series, at, { ...override, ...names });
  return overrideBetween(series, { ...row, revision: booking.revision }, at.originalStart);
}

type Places = ReadonlyMap<Instant, RuleOccurrence>;

/**
 * How the exceptions come over to a changed series: by the occurrence that each of them names afterwards. One that
 * named none before, because the series was cut since, is not told as dropped.
 */
function carriedOver(
  before: SeriesState,
  booking: Booking,
  placeAfter: (name: Instant) => RuleOccurrence | undefined,
): Stepped {
  const dropped: Instant[] = [];
  const places = placesOf(before);
  const overrides = before.overrides.flatMap((override) => {
    const from = places.get(override.originalStart);
    const to = placeAfter(override.originalStart);
    if (to === undefined && from !== undefined) dropped.push(override.originalStart);
    const kept = to && distilled(booking, to, renamed(override, from ?? to, to));
    return kept ? [kept] : [];
  });
  return { booking, overrides, dropped };
}

/** The occurrences as far as there are exceptions. */
function placesOf({ booking, overrides }: SeriesState): Places {
  const last = overrides.at(-1)?.originalStart;
  return last === undefined ? new Map() : occurrencesByName(booking, last);
}

/**
 * Fields of the series change, not its rule: exceptions that the series agrees with by now go. Those behind the end
 * of a series that was cut wait for the day that is taken back.
 */
export function withFields(state: SeriesState, booking: Booking): SeriesState {
  const places = placesOf({ ...state, booking });
  const { overrides } = carriedOver(state, booking, (name) => places.get(name));
  const waiting = state.overrides.filter((one) => !places.has(one.originalStart));
  return { booking, overrides: [...overrides, ...waiting] };
}

/** A rule made anew. An exception stays where the new rule has an occurrence in its place on the wall's clock. */
export function withRule(state: SeriesState, start: Instant, rule: string): Stepped {
  const { booking: before } = state;
  const booking = { ...startingAt(before, start), rrule: rule };
  const { zone } = booking;
  const by = wallAt(toMs(start), zone) - wallAt(toMs(before.start), zone);
  const nameAfter = (name: Instant): Instant =>
    by === 0 ? name : toInstant(ruleTimeOf(wallAt(toMs(name), zone) + by, zone).original);
  const last = state.overrides.at(-1)?.originalStart ?? start;
  const places = occurrencesByName(booking, nameAfter(last));
  return carriedOver(state, booking, (name) => places.get(nameAfter(name)));
}

/**
 * The whole series moved so that the occurrence named `originalStart` begins at `target`. The n-th occurrence stays
 * the n-th, with its exceptions; one that was moved by itself stays where it was put. Null if the rule can't follow.
 */
export function movedSeries(
  state: SeriesState,
  originalStart: Instant,
  target: Instant,
): Stepped | null {
  const { booking: before } = state;
  if (before.rrule === null) return null;
  const { start, zone, rrule: rule } = before;
  const moved = moveSeries({ start, zone, rule }, originalStart, target);
  if (moved === null) return null;
  const booking = { ...startingAt(before, moved.start), rrule: written(moved.rule) };
  const names = [...placesOf(state).keys()];
  const last = names.at(-1) ?? start;
  const far = toMs(last) + toMs(booking.start) - toMs(start) + DRIFT_MS;
  const after = [...occurrencesByName(booking, toInstant(far)).values()];
  const index = new Map(names.map((name, at) => [name, at]));
  return carriedOver(state, booking, (name) => after[index.get(name) ?? -1]);
}

/**
 * The series cut just before an occurrence that is not its first: what came before keeps the id, the occurrence and
 * everything after it are a series of their own. Together they have the same occurrences as before.
 */
export function cutSeries(
  { booking, overrides }: SeriesState,
  originalStart: Instant,
  tailId: Id,
): { readonly head: SeriesState; readonly tail: SeriesState } | undefined {
  const at = ruleOccurrenceAt(booking, originalStart);
  if (booking.rrule === null || at === undefined) return undefined;
  const rrule = written(untilBefore(booking.rrule, originalStart, booking.zone));
  const remaining = written(remainingRule(booking.rrule, seriesOf(booking), originalStart));
  const tail = { ...startingAt(booking, at.start), id: tailId, rrule: remaining };
  // In an hour that the clocks skip, an occurrence is named by another time than it begins.
  const nameInTail = (name: Instant): Instant => (name === originalStart ? at.start : name);
  const isBefore = (one: Override): boolean => one.originalStart < originalStart;
  return {
    head: { booking: { ...booking, rrule }, overrides: overrides.filter(isBefore) },
    tail: {
      booking: tail,
      overrides: overrides
        .filter((one) => !isBefore(one))
        .map((one) => ({
          ...one,
          bookingId: tailId,
          originalStart: nameInTail(one.originalStart),
        })),
    },
  };
}
