import type { BridgeOutput, Handlers } from "../../../src-shared/bridge/contract.ts";
import type { Conflict } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Block } from "../../../src-shared/domain/block.ts";
import type { Business, Staff, WeeklyHours } from "../../../src-shared/domain/business.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { TakenSpan, TakenTime } from "../store/booking-rows.ts";
import { surroundingsOf } from "./availability.ts";
import { conflictsOf, spanOf } from "./conflicts.ts";
import type { Surroundings } from "./conflicts.ts";
import type { Span } from "./spans.ts";
import { closedWithin, closureSpan, workingSpans } from "./spans.ts";
import type { Stores } from "./stores.ts";
import { suspectsOf } from "./suspects.ts";

const DAY_MS = 86_400_000;
/** More than that nobody works through; the others are counted. */
const MOST = 200;

interface Row {
  readonly start: Instant;
  readonly end: Instant;
}

/** The first place in a sorted list from which on rows start at or after an instant. */
function placeOf(rows: readonly Row[], at: Instant): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.start ?? "") < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Answers which rows touch a time, without looking at all of them each time: nothing but the few long ones begins
 * more than a day before it ends.
 */
function index<T extends Row>(rows: readonly T[]): (near: Row) => readonly T[] {
  const isLong = ({ start, end }: T): boolean => toMs(end) - toMs(start) > DAY_MS;
  const short = rows
    .filter((row) => !isLong(row))
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const long = rows.filter(isLong);
  return ({ start, end }) => {
    const from = placeOf(short, toInstant(toMs(start) - DAY_MS));
    const near = [...short.slice(from, placeOf(short, end)), ...long];
    return near.filter((row) => row.start < end && row.end > start);
  };
}

/** Of two bookings that overlap the later one is told, so that each pair is one entry. */
function isLater(one: TakenTime, other: TakenTime): boolean {
  return other.start === one.start ? other.bookingId < one.bookingId : other.start < one.start;
}

function nameOf({ bookingId, originalStart }: Omit<TakenSpan, "status">): string {
  return `${bookingId} ${originalStart}`;
}

/** Finds the conflicts of one staff member's bookings, with all that is around read once. */
function finderFor(around: Surroundings, within: Span) {
  const bookings = index(around.bookings);
  const blocks = index(around.blocks);
  const working = index(workingSpans(around.hours, within, around.zone).map(rowOf));
  return (one: TakenTime): Conflict[] => {
    const others = bookings(one).filter(
      (other) => nameOf(one) !== nameOf(other) && isLater(one, other),
    );
    const near = { ...around, bookings: others, blocks: blocks(one) };
    return conflictsOf(spanOf(one), near, working(one).map(spanOf));
  };
}

interface Found {
  readonly taken: TakenTime;
  readonly conflicts: Conflict[];
}

/** What holds for several people, read once. */
interface Month {
  readonly business: Business;
  readonly span: Span;
  readonly blocks: readonly Block[];
  readonly closures: readonly Row[];
  readonly workingOf: (staff: Staff) => readonly Row[];
}

function rowOf({ start, end }: Span): Row {
  return { start: toInstant(start), end: toInstant(end) };
}

function readMonth(stores: Stores, days: number): Month {
  const business = stores.theBusiness();
  const { zone } = business;
  const now = stores.clock.now();
  const span = { start: now - DAY_MS, end: now + (days + 1) * DAY_MS };
  const { start, end } = rowOf(span);
  const known = new Map<WeeklyHours, readonly Row[]>();
  return {
    business,
    span,
    blocks: stores.blocks.inRange(start, end),
    closures: closedWithin(business.closures, span, zone).map((closure) =>
      rowOf(closureSpan(closure, zone)),
    ),
    workingOf: ({ hours }) => {
      const week = hours ?? business.hours;
      const working = known.get(week) ?? workingSpans(week, span, zone).map(rowOf);
      known.set(week, working);
      return working;
    },
  };
}

/** The bookings of a staff member that may have something in their way; nearly always none or a few. */
function suspectsAt(stores: Stores, staff: Staff, month: Month): readonly TakenSpan[] {
  const { start, end } = rowOf(month.span);
  const blocks = month.blocks.filter(
    ({ staffIds }) => staffIds.length === 0 || staffIds.includes(staff.id),
  );
  return suspectsOf(stores.bookings.takenSpans(staff.id, start, end), {
    shut: [...blocks, ...month.closures],
    working: month.workingOf(staff),
  });
}

function conflictsOfStaff(stores: Stores, staff: Staff, month: Month, days: number): Found[] {
  const now = stores.clock.now();
  const [from, to] = [toInstant(now), toInstant(now + days * DAY_MS)];
  const suspects = suspectsAt(stores, staff, month).filter(
    // What is done already took place all the same.
    ({ start, end, status }) => end > from && start < to && status !== "done",
  );
  const [first] = suspects;
  if (first === undefined) return [];
  const last = suspects.reduce((end, one) => (one.end > end ? one.end : end), first.end);
  const span = { start: toMs(first.start) - DAY_MS, end: toMs(last) + DAY_MS };
  const around = surroundingsOf(stores, month.business, { staff, span, ignore: null });
  const find = finderFor(around, span);
  const names = new Set(suspects.map(nameOf));
  return around.bookings
    .filter((taken) => names.has(nameOf(taken)))
    .map((taken) => ({ taken, conflicts: find(taken) }))
    .filter(({ conflicts }) => conflicts.length > 0);
}

/** Every booking that is still to come, or goes on, and has something in its way; by start. */
function list(stores: Stores, days: number, most: number): BridgeOutput<"schedule.conflicts"> {
  const month = readMonth(stores, days);
  const found = stores.staff
    .list()
    .flatMap((staff) => conflictsOfStaff(stores, staff, month, days))
    .toSorted((a, b) => (a.taken.start < b.taken.start ? -1 : 1));
  const conflicts = found.slice(0, most).flatMap(({ taken, conflicts: inTheWay }) => {
    const booking = stores.bookings.findScheduled(taken.bookingId, taken.originalStart);
    return booking === undefined ? [] : [{ booking, conflicts: inTheWay }];
  });
  return { conflicts, more: Math.max(0, found.length - most) };
}

export function conflictHandlers(stores: Stores): Pick<Handlers, "schedule.conflicts"> {
  return { "schedule.conflicts": ({ days, most = MOST }) => list(stores, days, most) };
}
