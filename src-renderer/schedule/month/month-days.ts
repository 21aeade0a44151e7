import type { Block } from "../../../src-shared/domain/block.ts";
import { occupiesTime, type ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Business, Staff } from "../../../src-shared/domain/business.ts";
import { closedOn } from "../../../src-shared/domain/closures.ts";
import type { CalendarDate, Id } from "../../../src-shared/domain/primitives.ts";
import { toMs, wallClockAt } from "../../../src-shared/time/zones.ts";
import { workingSpans } from "../grid/hours.ts";
import { isDayOff, type PlacedBooking, placeBlocks, placeBookings } from "../grid/place.ts";
import { commonOf, joinSpans, type Span } from "../grid/span.ts";

/** How full one person's day is: the booked part of the working time, 0 to 1; null for who is off. */
export interface Fullness {
  readonly staffId: Id;
  readonly share: number | null;
}

/** One day of the overview. */
export interface MonthDay {
  readonly date: CalendarDate;
  /** Bookings that begin on the day, without those cancelled and those who did not come. */
  readonly count: number;
  /** Name of the closure, maybe empty; null while the business is open. */
  readonly closure: string | null;
  /** Whether anybody works. */
  readonly works: boolean;
  /** One for each person, in the order of the columns. */
  readonly lines: readonly Fullness[];
  /** The booked part of everybody's working time together; null where nobody works. */
  readonly share: number | null;
  /** What holds for everyone and the whole working day: a Google event, a block of the desk. */
  readonly wholeDay: Block | null;
}

export interface MonthSources {
  readonly staff: readonly Staff[];
  readonly business: Business;
  readonly bookings: readonly ScheduledBooking[];
  readonly blocks: readonly Block[];
}

function minutesOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}

/** The minutes of `working` that are booked; what overlaps counts once. */
function bookedWithin(working: readonly Span[], booked: readonly PlacedBooking[]): number {
  const parts = working.flatMap((work) =>
    booked.map((span) => commonOf(work, span)).filter((part) => part !== null),
  );
  return minutesOf(joinSpans(parts));
}

/** The dates that a stretch of time touches, the one it begins on first. */
function groupByDate(
  bookings: readonly ScheduledBooking[],
  { zone }: Business,
): ReadonlyMap<CalendarDate, readonly ScheduledBooking[]> {
  const byDate = new Map<CalendarDate, ScheduledBooking[]>();
  const add = (date: CalendarDate, booking: ScheduledBooking): void => {
    const there = byDate.get(date);
    if (there === undefined) byDate.set(date, [booking]);
    else if (there.at(-1) !== booking) there.push(booking);
  };
  for (const booking of bookings) {
    if (!occupiesTime(booking.status)) continue;
    add(wallClockAt(toMs(booking.start), zone).date, booking);
    add(wallClockAt(toMs(booking.end) - 1, zone).date, booking);
  }
  return byDate;
}

/** Whether somebody has the day off; what blocks it for everyone is told by its reason instead. */
function isOff(staffId: Id, date: CalendarDate, { blocks }: MonthSources): boolean {
  return blocks.some(
    (block) =>
      isDayOff(block) &&
      block.staffIds.includes(staffId) &&
      block.allDay !== null &&
      block.allDay.from <= date &&
      date < block.allDay.to,
  );
}

function wholeDayOf(
  date: CalendarDate,
  working: readonly Span[],
  { blocks, business }: MonthSources,
): Block | null {
  const [first] = working;
  const last = working.at(-1);
  if (first === undefined || last === undefined) return null;
  const everyone = blocks.filter((block) => block.staffIds.length === 0);
  const covers = placeBlocks(everyone, date, business.zone).find(
    ({ from, to }) => from <= first.from && to >= last.to,
  );
  return covers?.block ?? null;
}

/** The days of an overview, each told how full it is. */
export function monthOf(
  dates: readonly CalendarDate[],
  sources: MonthSources,
): readonly MonthDay[] {
  const { staff, business } = sources;
  const byDate = groupByDate(sources.bookings, business);
  return dates.map((date) => {
    const onDay = byDate.get(date) ?? [];
    const placed = Map.groupBy(placeBookings(onDay, date, business.zone), (p) => p.booking.staffId);
    const people = staff.map(({ id, hours }) => {
      const working = isOff(id, date, sources) ? [] : workingSpans({ hours }, business, date);
      return { id, working, booked: bookedWithin(working, placed.get(id) ?? []) };
    });
    const worked = people.reduce((sum, { working }) => sum + minutesOf(working), 0);
    const booked = people.reduce((sum, person) => sum + person.booked, 0);
    const hours = joinSpans(people.flatMap(({ working }) => working));
    return {
      date,
      count: onDay.filter((b) => wallClockAt(toMs(b.start), business.zone).date === date).length,
      closure: closedOn(business.closures, date)?.name ?? null,
      works: worked > 0,
      lines: people.map(({ id, working, booked: own }) => ({
        staffId: id,
        share: working.length === 0 ? null : own / minutesOf(working),
      })),
      share: worked === 0 ? null : booked / worked,
      wholeDay: wholeDayOf(date, hours, sources),
    };
  });
}
