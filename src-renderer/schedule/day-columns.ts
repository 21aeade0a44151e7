import { useMemo } from "react";
import type { Block } from "../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";
import type { Business, Staff } from "../../src-shared/domain/business.ts";
import { closedOn } from "../../src-shared/domain/closures.ts";
import type { CalendarDate, Id } from "../../src-shared/domain/primitives.ts";
import { type BookingKey, keyOf } from "../store/booking-key.ts";
import { useCatalogue } from "../store/catalogue.ts";
import { keepArray } from "../store/keep-identity.ts";
import { type DaySchedule, useSchedule } from "../store/schedule.ts";
import { useWindow } from "../store/window.ts";
import type { ColumnName } from "./grid/hit.ts";
import { workingSpans } from "./grid/hours.ts";
import {
  holdsFor,
  isDayOff,
  type PlacedBlock,
  type PlacedBooking,
  placeBlocks,
  placeBookings,
} from "./grid/place.ts";
import type { Span } from "./grid/span.ts";

/** One person's day: everything that stands in, or in the way of, that column. */
export interface DayColumn {
  readonly staff: Staff;
  readonly date: CalendarDate;
  /** False until the desk has answered for this day: then nothing is shown, and nobody is told that there is nothing. */
  readonly known: boolean;
  readonly bookings: readonly PlacedBooking[];
  /** Those for everyone too. */
  readonly blocks: readonly PlacedBlock[];
  readonly working: readonly Span[];
  /** Name of the closure that the day falls into, maybe empty; null while the business is open. */
  readonly closure: string | null;
  /** Reason of a day off, maybe empty; null for who works. */
  readonly dayOff: string | null;
}

/** What the columns of a grid differ by: the persons of one day, or the days of one person. */
export type ColumnsBy = "person" | "day";

interface Sources {
  readonly staff: readonly Staff[];
  readonly business: Business;
  readonly date: CalendarDate;
  readonly day: DaySchedule | undefined;
}

/** Whether the desk has answered for all of them. */
export function allKnown(columns: readonly DayColumn[]): boolean {
  return columns.every((c) => c.known);
}

/** The column of a place, if it is among them. */
export function columnAt(
  columns: readonly DayColumn[],
  { staffId, date }: ColumnName,
): DayColumn | undefined {
  return columns.find((c) => c.staff.id === staffId && c.date === date);
}

const NO_BOOKINGS: readonly ScheduledBooking[] = [];
const NO_BLOCKS: readonly Block[] = [];
const NO_SPANS: readonly Span[] = [];

function inOrder(a: ScheduledBooking, b: ScheduledBooking): number {
  return a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? -1 : 1;
}

/** Where a booking did not change, the place from before: then it is not drawn again. */
function keepPlaced(
  old: readonly PlacedBooking[],
  placed: readonly PlacedBooking[],
): readonly PlacedBooking[] {
  const before = new Map(old.map((p) => [p.booking, p]));
  return placed.map((p) => {
    const same = before.get(p.booking);
    return same?.from === p.from && same.to === p.to ? same : p;
  });
}

/** The column of one person; the one from before where its rows are the same objects. */
function columnOf(staff: Staff, sources: Sources, old: readonly DayColumn[]): DayColumn {
  const { business, date, day } = sources;
  const bookings = (day?.bookings ?? NO_BOOKINGS)
    .filter((b) => b.staffId === staff.id)
    .toSorted(inOrder);
  const blocks = day?.blocks.filter((b) => holdsFor(b, staff.id)) ?? NO_BLOCKS;
  const before = old.find((c) => c.staff === staff);
  const dayOff = blocks.find(isDayOff)?.title ?? null;
  const working = dayOff === null ? workingSpans(staff, business, date) : NO_SPANS;
  const closure = closedOn(business.closures, date)?.name ?? null;
  const known = day !== undefined;
  if (
    before?.closure === closure &&
    before.known === known &&
    isSame(before, bookings, blocks, working)
  )
    return before;
  return {
    staff,
    date,
    known,
    bookings: keepPlaced(before?.bookings ?? [], placeBookings(bookings, date, business.zone)),
    blocks: placeBlocks(blocks, date, business.zone),
    working,
    closure,
    dayOff,
  };
}

/**
 * The columns of a day: everybody who works here, and whoever else has a booking on it. A column whose rows are the
 * same objects as before stays the same object.
 */
export function columnsOf(sources: Sources, old: readonly DayColumn[]): readonly DayColumn[] {
  const booked = new Set(sources.day?.bookings.map((b) => b.staffId));
  const columns = sources.staff
    .filter((s) => s.active || booked.has(s.id))
    .map((staff) => columnOf(staff, sources, old));
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

interface Made {
  readonly sources: Sources;
  readonly columns: readonly DayColumn[];
}

/** The columns as last made, per day: what did not change since keeps its identity. Two weeks are enough. */
const made = new Map<CalendarDate, Made>();
const KEPT_DAYS = 16;

/** Several parts of the window look at the same day; the first makes its columns. */
function remembered(sources: Sources): readonly DayColumn[] {
  const { date, staff, business, day } = sources;
  const last = made.get(date);
  const before = last?.sources;
  if (last && before?.staff === staff && before.business === business && before.day === day)
    return last.columns;
  const columns = columnsOf(sources, last?.columns ?? NONE);
  made.delete(date);
  made.set(date, { sources, columns });
  for (const oldest of made.keys()) if (made.size > KEPT_DAYS) made.delete(oldest);
  return columns;
}

const NONE: readonly DayColumn[] = [];

/** The columns of a day outside of React. */
function dayColumns(date: CalendarDate): readonly DayColumn[] {
  const { business, staff } = useCatalogue.getState();
  if (business === null) return NONE;
  return remembered({ staff, business, date, day: useSchedule.getState().days.get(date) });
}

/** The columns of a day; what did not change keeps its identity from one reading to the next. */
export function useDayColumns(date: CalendarDate): readonly DayColumn[] {
  const business = useCatalogue((s) => s.business);
  const staff = useCatalogue((s) => s.staff);
  const day = useSchedule((s) => s.days.get(date));
  return useMemo(
    () => (business === null ? NONE : remembered({ staff, business, date, day })),
    [business, staff, date, day],
  );
}

interface WeekSources extends Omit<Sources, "date" | "day"> {
  readonly person: Staff;
  readonly dates: readonly CalendarDate[];
  readonly days: ReadonlyMap<CalendarDate, DaySchedule>;
}

/** The week as last made, to keep its identity. */
let lastWeek = NONE;

function rememberedWeek({ person, dates, days, ...sources }: WeekSources): readonly DayColumn[] {
  const columns = dates.map((date) => {
    const ofDay = { ...sources, date, day: days.get(date) };
    const column = remembered(ofDay).find((c) => c.staff === person);
    // Who left and is not booked on that day has no column of it.
    return (
      column ??
      columnOf(
        person,
        ofDay,
        lastWeek.filter((c) => c.date === date),
      )
    );
  });
  lastWeek = keepArray(lastWeek, columns);
  return lastWeek;
}

/** The days of one person, in order; none for nobody. */
export function useWeekColumns(
  person: Staff | undefined,
  dates: readonly CalendarDate[],
): readonly DayColumn[] {
  const business = useCatalogue((s) => s.business);
  const staff = useCatalogue((s) => s.staff);
  const days = useSchedule((s) => s.days);
  return useMemo(
    () =>
      business === null || person === undefined
        ? NONE
        : rememberedWeek({ person, staff, business, dates, days }),
    [business, person, staff, dates, days],
  );
}

/** Whose column is shown though it is hidden: that of an open form, and of the booking in the pane. */
interface Needed {
  readonly staffId: Id | null;
  readonly bookingKey: BookingKey | null;
}
const NOBODY: Needed = { staffId: null, bookingKey: null };

/** The columns of those who are to be seen; never none. */
export function withoutHidden(
  columns: readonly DayColumn[],
  hiddenIds: readonly Id[],
  needed: Needed = NOBODY,
): readonly DayColumn[] {
  const shown = columns.filter(
    ({ staff, bookings }) =>
      !hiddenIds.includes(staff.id) ||
      staff.id === needed.staffId ||
      bookings.some(({ booking }) => keyOf(booking) === needed.bookingKey),
  );
  return shown.length === 0 || shown.length === columns.length ? columns : shown;
}

/** The columns that the day's grid shows. */
export function useShownColumns(date: CalendarDate): readonly DayColumn[] {
  const columns = useDayColumns(date);
  const hiddenIds = useCatalogue((s) => s.preferences.hiddenStaffIds);
  const staffId = useWindow((s) => s.draft?.staffId ?? null);
  const bookingKey = useWindow(({ selection }) =>
    selection?.is === "booking" ? selection.id : null,
  );
  return useMemo(
    () => withoutHidden(columns, hiddenIds, { staffId, bookingKey }),
    [columns, hiddenIds, staffId, bookingKey],
  );
}

/** The same outside of React. */
export function shownColumns(date: CalendarDate): readonly DayColumn[] {
  return withoutHidden(dayColumns(date), useCatalogue.getState().preferences.hiddenStaffIds);
}
