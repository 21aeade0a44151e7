import type { BridgeParsed, Handlers } from "../../../src-shared/bridge/contract.ts";
import type { Slot } from "../../../src-shared/bridge/contract/waiting.ts";
import type { Business, Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Wish } from "../../../src-shared/domain/waitlist.ts";
import type { CalendarDate, Id } from "../../../src-shared/domain/primitives.ts";
import {
  addDays,
  dateAt,
  instantOfWall,
  isoWeekday,
  spanOfDays,
  toInstant,
  wallClockAt,
} from "../../../src-shared/time/zones.ts";
import { choosableService, choosableStaff } from "./choices.ts";
import { spanOf } from "./conflicts.ts";
import { commonSpans, gapsOf, startsWithin } from "./free-slots.ts";
import { assertPlausible } from "./limits.ts";
import type { Span } from "./spans.ts";
import { closedWithin, closureSpan, workingSpans } from "./spans.ts";
import type { Stores } from "./stores.ts";

/** The database is asked for a week at once: most searches end within the first one. */
const DAYS_AT_ONCE = 7;

export interface SlotSearch {
  readonly service: Pick<Service, "durationMinutes">;
  /** Who could do it, in the order of the columns. */
  readonly staff: readonly Staff[];
  readonly from: CalendarDate;
  readonly days: number;
  readonly limit: number;
  readonly wish: Wish;
}

/** Whether a start suits a wish. */
export function suits(start: number, lengthMs: number, wish: Wish, zone: string): boolean {
  const { date, minutes } = wallClockAt(start, zone);
  const { weekdays, between } = wish;
  if (weekdays.length > 0 && !weekdays.includes(isoWeekday(date))) return false;
  return minutes >= between.from && minutes + lengthMs / 60_000 <= between.to;
}

/** The stretches of these days that suit a wish. */
function wishedSpans({ weekdays, between }: Wish, within: Span, zone: string): readonly Span[] {
  const spans: Span[] = [];
  const last = dateAt(within.end, zone);
  for (let date = dateAt(within.start, zone); date <= last; date = addDays(date, 1)) {
    if (weekdays.length > 0 && !weekdays.includes(isoWeekday(date))) continue;
    const [start, end] = [between.from, between.to].map((at) => instantOfWall(date, at, zone));
    if (start !== undefined && end !== undefined && start < end) spans.push({ start, end });
  }
  return spans;
}

/** The free stretches of one person in a week that begins on a day, and in the day after it. */
type GapsOf = (staff: Staff, week: CalendarDate) => readonly Span[];

/** Reads each week of each person once, however many searches ask for it. */
export function gapReader(stores: Stores, business: Business): GapsOf {
  const known = new Map<string, readonly Span[]>();
  const { zone } = business;
  const read: GapsOf = (staff, week) => {
    // A visit that begins late in the week may end after it.
    const span = spanOfDays(week, addDays(week, DAYS_AT_ONCE + 1), zone);
    const [from, to] = [toInstant(span.start), toInstant(span.end)];
    const blocks = stores.blocks
      .inRange(from, to)
      .filter(({ staffIds }) => staffIds.length === 0 || staffIds.includes(staff.id));
    return gapsOf(workingSpans(staff.hours ?? business.hours, span, zone), [
      ...[...stores.bookings.takenSpans(staff.id, from, to), ...blocks].map(spanOf),
      ...closedWithin(business.closures, span, zone).map((closure) => closureSpan(closure, zone)),
    ]);
  };
  return (staff, week) => {
    const key = `${staff.id} ${week}`;
    const gaps = known.get(key) ?? read(staff, week);
    known.set(key, gaps);
    return gaps;
  };
}

/** The next free times, soonest first; of the same time the first column comes first. Never in the past. */
export function findSlots(
  stores: Stores,
  search: SlotSearch,
  gapsIn: GapsOf = gapReader(stores, stores.theBusiness()),
): Slot[] {
  const { zone, slotMinutes: step } = stores.theBusiness();
  const length = search.service.durationMinutes * 60_000;
  const asked = spanOfDays(search.from, addDays(search.from, search.days), zone);
  const first = Math.max(asked.start, stores.clock.now());
  const found: Slot[] = [];
  let week = addDays(search.from, 1 - isoWeekday(search.from));
  for (; found.length < search.limit; week = addDays(week, DAYS_AT_ONCE)) {
    const days = spanOfDays(week, addDays(week, DAYS_AT_ONCE), zone);
    if (days.start >= asked.end) break;
    const within = { start: Math.max(days.start, first), end: Math.min(days.end, asked.end) };
    const wished = wishedSpans(search.wish, { ...within, end: within.end + length }, zone);
    const slots = search.staff.flatMap((staff) =>
      startsWithin(commonSpans(gapsIn(staff, week), wished), { within, length, step, zone }).map(
        (at): Slot => ({ staffId: staff.id, start: toInstant(at) }),
      ),
    );
    found.push(...slots.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)));
  }
  return found.slice(0, search.limit);
}

/** Who may be booked for a service: the one named, or everybody who does it. */
export function ableStaff(stores: Stores, service: Service, staffId: Id | null): readonly Staff[] {
  if (staffId !== null) return [choosableStaff(stores, staffId)];
  const { staffIds } = service;
  return stores.staff
    .list()
    .filter(({ id, active }) => active && (staffIds.length === 0 || staffIds.includes(id)));
}

const ANY_TIME: Wish = { weekdays: [], between: { from: 0, to: 1_440 } };

function search(stores: Stores, input: BridgeParsed<"slot.find">): Slot[] {
  assertPlausible("from", input.from);
  const service = choosableService(stores, input.serviceId);
  const today = dateAt(stores.clock.now(), stores.theBusiness().zone);
  return findSlots(stores, {
    service: { durationMinutes: input.durationMinutes ?? service.durationMinutes },
    staff: ableStaff(stores, service, input.staffId),
    from: input.from < today ? today : input.from,
    days: input.days,
    limit: input.limit,
    wish: input.wish ?? ANY_TIME,
  });
}

export function slotHandlers(stores: Stores): Pick<Handlers, "slot.find"> {
  return { "slot.find": (input) => ({ slots: search(stores, input) }) };
}
