import { create } from "zustand";
import type { ScheduleRange } from "../../src-shared/bridge/contract/schedule.ts";
import type { Block } from "../../src-shared/domain/block.ts";
import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";
import type { CalendarDate, Zone } from "../../src-shared/domain/primitives.ts";
import { addDays, spanOfDays, toInstant } from "../../src-shared/time/zones.ts";
import { call, listen } from "../bridge.ts";
import { type BookingKey, keyOf, keyOfBlock } from "./booking-key.ts";
import { keepIdentity } from "./keep-identity.ts";

/** Bookings and blocks that touch one day. */
export interface DaySchedule {
  readonly date: CalendarDate;
  readonly zone: Zone;
  readonly bookings: readonly ScheduledBooking[];
  readonly blocks: readonly Block[];
}

interface ScheduleState {
  readonly days: ReadonlyMap<CalendarDate, DaySchedule>;
  /** Counts up with every change at the desk; what else was asked of it is asked again. */
  readonly turn: number;
}

export const useSchedule = create<ScheduleState>()(() => ({ days: new Map(), turn: 0 }));

/** Days in a row, from the first one on. */
export interface Period {
  readonly first: CalendarDate;
  readonly days: number;
}

/** The days somebody looks at now: the shown ones and today. Only they are asked for again after a change. */
const watched = new Map<string, Period>();

function touches(
  row: { readonly start: string; readonly end: string },
  from: string,
  to: string,
): boolean {
  return row.start < to && row.end > from;
}

function dayOf(
  range: ScheduleRange,
  date: CalendarDate,
  old: DaySchedule | undefined,
): DaySchedule {
  const span = spanOfDays(date, addDays(date, 1), range.zone);
  const [from, to] = [toInstant(span.start), toInstant(span.end)];
  const bookings = range.bookings.filter((row) => touches(row, from, to));
  const blocks = range.blocks.filter((row) => touches(row, from, to));
  const kept = {
    date,
    zone: range.zone,
    bookings: keepIdentity(old?.bookings ?? [], bookings, keyOf),
    blocks: keepIdentity(old?.blocks ?? [], blocks, keyOfBlock),
  };
  const same = old !== undefined && old.bookings === kept.bookings && old.blocks === kept.blocks;
  return same && old.zone === range.zone ? old : kept;
}

function datesOf(range: ScheduleRange): readonly CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let date = range.from; date < range.to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** The question that last answered for a day; an answer to an older question never takes the place of a newer one. */
const answered = new Map<CalendarDate, number>();
let questions = 0;

function take(range: ScheduleRange, question: number): void {
  const dates = datesOf(range).filter((date) => (answered.get(date) ?? 0) < question);
  useSchedule.setState(({ days }) => {
    const next = new Map(days);
    for (const date of dates) next.set(date, dayOf(range, date, days.get(date)));
    return { days: next };
  });
  for (const date of dates) answered.set(date, question);
}

/** Asks for days and their neighbours. */
async function load({ first, days }: Period): Promise<void> {
  const question = ++questions;
  const range = { from: addDays(first, -1), to: addDays(first, days + 1) };
  take(await call("schedule.get", range), question);
}

function isWithin(date: CalendarDate, { first, days }: Period): boolean {
  return date >= first && date < addDays(first, days);
}

/** Days that nobody looks at may be out of date after a change, so they are forgotten. */
function loadWatched(): void {
  const all = [...watched.values()];
  useSchedule.setState(({ days, turn }) => ({
    turn: turn + 1,
    days: new Map([...days].filter(([date]) => all.some((one) => isWithin(date, one)))),
  }));
  for (const one of withoutCovered(all)) void load(one).catch(() => undefined);
}

/** Those that don't lie within one of the others: today is asked for with its week. */
function withoutCovered(all: readonly Period[]): readonly Period[] {
  const lies = (one: Period, within: Period): boolean =>
    isWithin(one.first, within) && isWithin(addDays(one.first, one.days - 1), within);
  return all.filter(
    (one, i) =>
      !all.some((other, j) => j !== i && lies(one, other) && (j < i || !lies(other, one))),
  );
}

/** Watches days in a row under a name (`shown`, `today`); returns at once, the days arrive in the store. */
export function watchDays(name: string, period: Period): void {
  watched.set(name, period);
  void load(period).catch(() => undefined);
}

export function followSchedule(): () => void {
  return listen("schedule.changed", loadWatched);
}

/**
 * Puts what the desk just answered into the shown days, so that nothing jumps until the next reading.
 * @param before what it was called until now: a series that moves gives its occurrences new names
 */
export function putBooking(booking: ScheduledBooking, before: BookingKey = keyOf(booking)): void {
  const names = [before, keyOf(booking)];
  const isAmong = (row: ScheduledBooking): boolean => names.includes(keyOf(row));
  changeDays((day) => {
    const stands = booking.status !== "cancelled" && touchesDay(booking, day);
    const bookings = withRow(day.bookings, stands ? booking : null, isAmong);
    return bookings === day.bookings ? day : { ...day, bookings };
  });
}

/** As `putBooking`, for a block. */
export function putBlock(block: Block, before: BookingKey = keyOfBlock(block)): void {
  const names = [before, keyOfBlock(block)];
  const isAmong = (row: Block): boolean => names.includes(keyOfBlock(row));
  changeDays((day) => {
    const blocks = withRow(day.blocks, touchesDay(block, day) ? block : null, isAmong);
    return blocks === day.blocks ? day : { ...day, blocks };
  });
}

/** Takes a booking or block out of the shown days. */
export function takeOff(key: BookingKey): void {
  changeDays((day) => {
    const bookings = withRow(day.bookings, null, (row) => keyOf(row) === key);
    const blocks = withRow(day.blocks, null, (row) => keyOfBlock(row) === key);
    return bookings === day.bookings && blocks === day.blocks ? day : { ...day, bookings, blocks };
  });
}

function changeDays(change: (day: DaySchedule) => DaySchedule): void {
  useSchedule.setState(({ days }) => ({
    days: new Map([...days].map(([date, day]) => [date, change(day)])),
  }));
}

function touchesDay(row: Parameters<typeof touches>[0], { date, zone }: DaySchedule): boolean {
  const span = spanOfDays(date, addDays(date, 1), zone);
  return touches(row, toInstant(span.start), toInstant(span.end));
}

/** The rows with another one in the place of those that are meant, or without them. */
function withRow<T>(rows: readonly T[], row: T | null, isMeant: (row: T) => boolean): readonly T[] {
  const others = rows.filter((one) => !isMeant(one));
  if (row !== null) return [...others, row];
  return others.length === rows.length ? rows : others;
}

/** A booking, or one occurrence of a series, as last seen on any loaded day. */
export function seenBooking(key: BookingKey): ScheduledBooking | undefined {
  for (const day of useSchedule.getState().days.values()) {
    const found = day.bookings.find((b) => keyOf(b) === key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A block, or one occurrence of a series, as last seen on any loaded day. */
export function seenBlock(key: BookingKey): Block | undefined {
  for (const day of useSchedule.getState().days.values()) {
    const found = day.blocks.find((b) => keyOfBlock(b) === key);
    if (found !== undefined) return found;
  }
  return undefined;
}
