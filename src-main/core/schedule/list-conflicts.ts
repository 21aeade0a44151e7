import type { BridgeOutput, Handlers } from "../../../src-shared/bridge/contract.ts";
import type { Conflict } from "../../../src-shared/bridge/contract/schedule.ts";
import type { Business, Staff } from "../../../src-shared/domain/business.ts";
import type { Instant } from "../../../src-shared/domain/primitives.ts";
import { toInstant, toMs } from "../../../src-shared/time/zones.ts";
import type { TakenTime } from "../store/booking-rows.ts";
import { surroundingsOf } from "./availability.ts";
import { conflictsOf, spanOf } from "./conflicts.ts";
import type { Surroundings } from "./conflicts.ts";
import type { Span } from "./spans.ts";
import { workingSpans } from "./spans.ts";
import type { Stores } from "./stores.ts";

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

function isSame(one: TakenTime, other: TakenTime): boolean {
  return one.bookingId === other.bookingId && one.originalStart === other.originalStart;
}

/** Finds the conflicts of one staff member's bookings, with all that is around read once. */
function finderFor(around: Surroundings, within: Span) {
  const bookings = index(around.bookings);
  const blocks = index(around.blocks);
  const working = index(
    workingSpans(around.hours, within, around.zone).map(({ start, end }) => ({
      start: toInstant(start),
      end: toInstant(end),
    })),
  );
  return (one: TakenTime): Conflict[] => {
    const others = bookings(one).filter((other) => !isSame(one, other) && isLater(one, other));
    const near = { ...around, bookings: others, blocks: blocks(one) };
    return conflictsOf(spanOf(one), near, working(one).map(spanOf));
  };
}

interface Found {
  readonly taken: TakenTime;
  readonly conflicts: Conflict[];
}

function conflictsOfStaff(stores: Stores, business: Business, staff: Staff, days: number): Found[] {
  const now = stores.clock.now();
  const span = { start: now - DAY_MS, end: now + (days + 1) * DAY_MS };
  const around = surroundingsOf(stores, business, { staff, span, ignore: null });
  const [from, to] = [toInstant(now), toInstant(now + days * DAY_MS)];
  const find = finderFor(around, span);
  return around.bookings
    .filter((taken) => taken.end > from && taken.start < to)
    .map((taken) => ({ taken, conflicts: find(taken) }))
    .filter(({ conflicts }) => conflicts.length > 0);
}

/** Every booking that is still to come, or goes on, and has something in its way; by start. */
function list(stores: Stores, days: number): BridgeOutput<"schedule.conflicts"> {
  const business = stores.theBusiness();
  const found = stores.staff
    .list()
    .flatMap((staff) => conflictsOfStaff(stores, business, staff, days))
    .toSorted((a, b) => (a.taken.start < b.taken.start ? -1 : 1));
  const conflicts = found.slice(0, MOST).flatMap(({ taken, conflicts: inTheWay }) => {
    const booking = stores.bookings.findScheduled(taken.bookingId, taken.originalStart);
    // What is done already took place all the same.
    return booking === undefined || booking.status === "done"
      ? []
      : [{ booking, conflicts: inTheWay }];
  });
  return { conflicts, more: Math.max(0, found.length - MOST) };
}

export function conflictHandlers(stores: Stores): Pick<Handlers, "schedule.conflicts"> {
  return { "schedule.conflicts": ({ days }) => list(stores, days) };
}
