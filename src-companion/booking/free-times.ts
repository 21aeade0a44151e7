import type { HoursSpan, WeeklyHours } from "../../src-shared/domain/business.ts";
import {
  addDays,
  dateAt,
  instantOfWall,
  isoWeekday,
  minutesOf,
} from "../../src-shared/time/zones.ts";
import type { BookableBusiness, BookableStaff } from "./business.ts";

const MINUTE_MS = 60_000;

/** Time that somebody has already, in epoch milliseconds; null is everybody's. */
export interface Taken {
  readonly staffId: string | null;
  readonly start: number;
  readonly end: number;
}

/** A time that can be booked, in epoch milliseconds, and who is free then. */
export interface FreeTime {
  readonly start: number;
  readonly end: number;
  readonly staffId: string;
}

export interface Wanted {
  readonly business: BookableBusiness;
  /** Who may do it, the first one first. */
  readonly staff: readonly BookableStaff[];
  readonly durationMinutes: number;
  /** A day of the business's zone. */
  readonly date: string;
  readonly taken: readonly Taken[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The stretches of a day that both hours have, in minutes of the wall clock. */
function common(a: readonly HoursSpan[], b: readonly HoursSpan[]): readonly [number, number][] {
  return a.flatMap((one) =>
    b.flatMap((other): [number, number][] => {
      const from = Math.max(minutesOf(one.from), minutesOf(other.from));
      const to = Math.min(minutesOf(one.to), minutesOf(other.to));
      return from < to ? [[from, to]] : [];
    }),
  );
}

function hoursOn(hours: WeeklyHours, date: string): readonly HoursSpan[] {
  return hours[isoWeekday(date)];
}

/** Whether the business opens at all on a day. */
export function isOpenOn({ hours, closures }: BookableBusiness, date: string): boolean {
  return (
    !closures.some(({ from, to }) => from <= date && date < to) && hoursOn(hours, date).length > 0
  );
}

/** From the first opening to the last closing of a day, in epoch milliseconds; null on a day that is closed. */
export function openSpan(
  business: BookableBusiness,
  date: string,
): readonly [from: number, until: number] | null {
  if (!isOpenOn(business, date)) return null;
  const minutes = hoursOn(business.hours, date).map((span) => [span.from, span.to].map(minutesOf));
  const from = Math.min(...minutes.map(([first = 0]) => first));
  const until = Math.max(...minutes.map(([, last = 0]) => last));
  return [instantOfWall(date, from, business.zone), instantOfWall(date, until, business.zone)];
}

/** From today to the last day that can be booked; the second one is exclusive. */
export function bookableDays(business: BookableBusiness, now: number): readonly [string, string] {
  const today = dateAt(now, business.zone);
  return [today, addDays(today, business.horizonDays + 1)];
}

function startsOf({ business, durationMinutes, date }: Wanted, who: BookableStaff): number[] {
  const open = hoursOn(business.hours, date);
  const stretches = common(open, who.hours === null ? open : hoursOn(who.hours, date));
  const { slotMinutes } = business;
  return stretches.flatMap(([from, to]) => {
    const first = Math.ceil(from / slotMinutes) * slotMinutes;
    const count = Math.floor((to - durationMinutes - first) / slotMinutes) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, i) => first + i * slotMinutes);
  });
}

type WallClock = (minutes: number) => number;

/** The instants of a day's wall clock: asking a zone is slow, and everybody asks for the same ones. */
function wallClockOf(date: string, zone: string): WallClock {
  const known = new Map<number, number>();
  return (minutes) => {
    const instant = known.get(minutes) ?? instantOfWall(date, minutes, zone);
    known.set(minutes, instant);
    return instant;
  };
}

/** Free times of one person. */
function timesOf(wanted: Wanted, who: BookableStaff, clock: WallClock): FreeTime[] {
  const { business, durationMinutes, taken, now } = wanted;
  const earliest = Math.max(now + business.leadMinutes * MINUTE_MS, business.knownFrom);
  const theirs = taken.filter(({ staffId }) => staffId === null || staffId === who.id);
  return startsOf(wanted, who).flatMap((minutes) => {
    const start = clock(minutes);
    const end = start + durationMinutes * MINUTE_MS;
    const isFree =
      start >= earliest &&
      end <= business.knownUntil &&
      !theirs.some((one) => one.start < end && start < one.end);
    return isFree ? [{ start, end, staffId: who.id }] : [];
  });
}

/**
 * When a service can begin on a day, the earliest first; of several people who are free then, the first one. Knows
 * only what the desk published: which times are taken, never why.
 */
export function freeTimes(wanted: Wanted): readonly FreeTime[] {
  const { business, date, now, staff } = wanted;
  const [today, end] = bookableDays(business, now);
  if (date < today || date >= end || !isOpenOn(business, date)) return [];
  const byStart = new Map<number, FreeTime>();
  const clock = wallClockOf(date, business.zone);
  for (const who of staff)
    for (const time of timesOf(wanted, who, clock))
      if (!byStart.has(time.start)) byStart.set(time.start, time);
  return [...byStart.values()].toSorted((a, b) => a.start - b.start);
}
