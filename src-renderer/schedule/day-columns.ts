import { useMemo } from "react";
import type { Block } from "../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";
import type { Business, Staff } from "../../src-shared/domain/business.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { type DaySchedule, useSchedule } from "../store/schedule.ts";
import { workingSpans } from "./grid/hours.ts";
import {
  holdsFor,
  type PlacedBlock,
  type PlacedBooking,
  placeBlocks,
  placeBookings,
} from "./grid/place.ts";
import { keepArray } from "../store/keep-identity.ts";
import type { Span } from "./grid/span.ts";

/** One person's day: everything that stands in, or in the way of, that column. */
export interface DayColumn {
  readonly staff: Staff;
  readonly bookings: readonly PlacedBooking[];
  /** Those for everyone too. */
  readonly blocks: readonly PlacedBlock[];
  readonly working: readonly Span[];
}

type Sources = {
  readonly staff: readonly Staff[];
  readonly hiddenIds: readonly string[];
  readonly business: Business;
  readonly date: CalendarDate;
  readonly day: DaySchedule | undefined;
};

/** Who has a column: everybody who works here and is not hidden, and whoever else has a booking on that day. */
function staffOfDay({ staff, hiddenIds, day }: Sources): readonly Staff[] {
  const booked = new Set(day?.bookings.map((b) => b.staffId));
  return staff.filter((s) =>
    s.active ? !hiddenIds.includes(s.id) || booked.has(s.id) : booked.has(s.id),
  );
}

const NO_BOOKINGS: readonly ScheduledBooking[] = [];
const NO_BLOCKS: readonly Block[] = [];

/** Makes the columns of a day; a column whose rows are the same objects as before stays the same object. */
export function columnsOf(sources: Sources, old: readonly DayColumn[]): readonly DayColumn[] {
  const { business, date, day } = sources;
  const columns = staffOfDay(sources).map((staff): DayColumn => {
    const bookings = (day?.bookings ?? NO_BOOKINGS)
      .filter((b) => b.staffId === staff.id)
      .toSorted((a, b) =>
        a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? -1 : 1,
      );
    const blocks = day?.blocks.filter((b) => holdsFor(b, staff.id)) ?? NO_BLOCKS;
    const before = old.find((c) => c.staff === staff);
    const working = workingSpans(staff, business, date);
    if (before !== undefined && isSame(before, bookings, blocks, working)) return before;
    return {
      staff,
      bookings: placeBookings(bookings, date, business.zone),
      blocks: placeBlocks(blocks, date, business.zone),
      working,
    };
  });
  return keepArray(old, columns);
}

function isSame(
  before: DayColumn,
  bookings: readonly ScheduledBooking[],
  blocks: readonly Block[],
  working: readonly Span[],
): boolean {
  return (
    before.bookings.length === bookings.length &&
    bookings.every((b, i) => before.bookings[i]?.booking === b) &&
    before.blocks.length === blocks.length &&
    blocks.every((b, i) => before.blocks[i]?.block === b) &&
    JSON.stringify(before.working) === JSON.stringify(working)
  );
}

/** The columns as last made, per day: what did not change since keeps its identity. A few days are enough. */
const made = new Map<CalendarDate, readonly DayColumn[]>();
const KEPT_DAYS = 8;

function remembered(sources: Sources): readonly DayColumn[] {
  const { date } = sources;
  const columns = columnsOf(sources, made.get(date) ?? NONE);
  made.delete(date);
  made.set(date, columns);
  for (const oldest of made.keys()) if (made.size > KEPT_DAYS) made.delete(oldest);
  return columns;
}

const NONE: readonly DayColumn[] = [];

/** The columns of a day outside of React. */
export function dayColumns(date: CalendarDate): readonly DayColumn[] {
  const { business, staff, preferences } = useCatalogue.getState();
  if (business === null) return NONE;
  const day = useSchedule.getState().days.get(date);
  return remembered({ staff, hiddenIds: preferences.hiddenStaffIds, business, date, day });
}

/** The columns of a day; what did not change keeps its identity from one reading to the next. */
export function useDayColumns(date: CalendarDate): readonly DayColumn[] {
  const business = useCatalogue((s) => s.business);
  const staff = useCatalogue((s) => s.staff);
  const hiddenIds = useCatalogue((s) => s.preferences.hiddenStaffIds);
  const day = useSchedule((s) => s.days.get(date));
  return useMemo(
    () => (business === null ? NONE : remembered({ staff, hiddenIds, business, date, day })),
    [business, staff, hiddenIds, date, day],
  );
}
