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
import { surroundingsOf } from "./availability.ts";
import { choosableService, choosableStaff } from "./choices.ts";
import { spanOf } from "./conflicts.ts";
import { commonSpans, freeStartsWithin } from "./free-slots.ts";
import { assertPlausible } from "./limits.ts";
import type { Span } from "./spans.ts";
import { closureSpan, workingSpans } from "./spans.ts";
import type { Stores } from "./stores.ts";

/** The database is asked for so many days at once: most searches end within the first of them. */
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

function slotsOfStaff(
  stores: Stores,
  business: Business,
  staff: Staff,
  { within, length, wish }: { readonly within: Span; readonly length: number; readonly wish: Wish },
): readonly number[] {
  const { zone } = business;
  const reach = { start: within.start, end: within.end + length };
  const around = surroundingsOf(stores, business, { staff, span: reach, ignore: null });
  return freeStartsWithin({
    within,
    length,
    step: business.slotMinutes,
    zone,
    working: commonSpans(workingSpans(around.hours, reach, zone), wishedSpans(wish, reach, zone)),
    taken: [
      ...[...around.bookings, ...around.blocks].map(spanOf),
      ...around.closures.map((closure) => closureSpan(closure, zone)),
    ],
  });
}

/** The next free times, soonest first; of the same time the first column comes first. Never in the past. */
export function findSlots(stores: Stores, search: SlotSearch): Slot[] {
  const business = stores.theBusiness();
  const { zone } = business;
  const length = search.service.durationMinutes * 60_000;
  const found: Slot[] = [];
  for (let day = 0; day < search.days && found.length < search.limit; day += DAYS_AT_ONCE) {
    const from = addDays(search.from, day);
    const to = addDays(search.from, Math.min(day + DAYS_AT_ONCE, search.days));
    const { start, end } = spanOfDays(from, to, zone);
    const within = { start: Math.max(start, stores.clock.now()), end };
    const week = search.staff.flatMap((staff) =>
      slotsOfStaff(stores, business, staff, { within, length, wish: search.wish }).map((at) => ({
        staffId: staff.id,
        start: toInstant(at),
      })),
    );
    found.push(...week.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)));
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
