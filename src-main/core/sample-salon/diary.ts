import type { Block } from "../../../src-shared/domain/block.ts";
import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Business, Service, Staff } from "../../../src-shared/domain/business.ts";
import type { Customer } from "../../../src-shared/domain/customer.ts";
import type { CalendarDate, Id } from "../../../src-shared/domain/primitives.ts";
import {
  addDays,
  epochDay,
  instantOfWall,
  isoWeekday,
  toInstant,
} from "../../../src-shared/time/zones.ts";
import type { Chance } from "./chance.ts";
import { fillDay, hoursOn, offeredBy, type Stretch, type Visit } from "./day.ts";
import { CUSTOMER_NOTES, DESK_NOTES } from "./names.ts";
import { likelyStatus } from "./status.ts";

export interface DiaryInput {
  readonly business: Business;
  readonly staff: readonly Staff[];
  readonly services: readonly Service[];
  readonly customers: readonly Customer[];
  readonly today: CalendarDate;
  readonly now: number;
  readonly chance: Chance;
  readonly nextId: () => Id;
}

export interface Diary {
  readonly bookings: readonly Booking[];
  readonly blocks: readonly Block[];
  readonly overlap: readonly Id[];
}

interface Day {
  readonly date: CalendarDate;
  /** Days from today; negative in the past. */
  readonly distance: number;
}

const DAY_MS = 24 * 60 * 60_000;
const DAYS_BEFORE = 14;
const DAYS_IN_ALL = 42;
const THURSDAY = 4;
const SCHOOL: Stretch = { from: 810, to: 900 };
const OVERLAP: Stretch = { from: 855, to: 930 };
const REGULARS = 120;

/** Past days were busy; the further ahead, the less is booked yet. */
function demandOn({ distance }: Day): number {
  if (distance <= 0) return 0.45;
  return Math.max(0.08, 0.42 - distance * 0.014);
}

/** Half of all visits are those of the regulars. */
function visitor({ chance, customers }: DiaryInput): Customer {
  return chance.pick(chance.happens(0.5) ? customers.slice(0, REGULARS) : customers);
}

function bookingOf(
  input: DiaryInput,
  day: Day,
  staff: Staff,
  visit: Visit,
  customer: Customer | null,
): Booking {
  const { chance, business, now } = input;
  const { zone } = business;
  const start = instantOfWall(day.date, visit.from, zone);
  const end = start + (visit.to - visit.from) * 60_000;
  const madeAt = toInstant(Math.min(now, start) - chance.between(1, 20) * DAY_MS);
  const status = likelyStatus(chance, start, end, now);
  return {
    id: input.nextId(),
    revision: 1,
    staffId: staff.id,
    serviceId: visit.service.id,
    customerId: customer?.id ?? null,
    walkIn: customer === null,
    start: toInstant(start),
    end: toInstant(end),
    zone,
    rrule: null,
    status: customer === null && status === "cancelled" ? "done" : status,
    cancelReason: "",
    customerNotes: chance.happens(0.12) ? chance.pick(CUSTOMER_NOTES) : "",
    deskNotes: chance.happens(0.07) ? chance.pick(DESK_NOTES) : "",
    priceMinor: visit.service.priceMinor,
    source: "desk",
    createdAt: madeAt,
    updatedAt: madeAt,
  };
}

function bookingsOf(
  input: DiaryInput,
  day: Day,
  staff: Staff,
  visits: readonly Visit[],
): Booking[] {
  let customer: Customer | null = null;
  return visits.map((visit) => {
    const started = instantOfWall(day.date, visit.from, input.business.zone) <= input.now;
    const isWalkIn = started && visit.service.name === "Short cut" && input.chance.happens(0.25);
    if (!visit.continues) customer = isWalkIn ? null : visitor(input);
    return bookingOf(input, day, staff, visit, customer);
  });
}

function blockOf(
  input: DiaryInput,
  day: Day,
  staff: Staff,
  stretch: Stretch,
  title: string,
): Block {
  const { zone } = input.business;
  return {
    id: input.nextId(),
    revision: 1,
    source: "desk",
    staffIds: [staff.id],
    start: toInstant(instantOfWall(day.date, stretch.from, zone)),
    end: toInstant(instantOfWall(day.date, stretch.to, zone)),
    allDay: null,
    title,
    rrule: null,
    originalStart: null,
  };
}

/** Time that is spoken for before the day fills up. */
function keptOf(day: Day, staff: Staff): readonly Stretch[] {
  if (day.distance === 0 && staff.name.startsWith("Clara")) return [OVERLAP];
  const atSchool = staff.name.startsWith("Jonas") && isoWeekday(day.date) === THURSDAY;
  return atSchool ? [SCHOOL] : [];
}

function staffDay(input: DiaryInput, day: Day, staff: Staff): Omit<Diary, "overlap"> {
  const hours = hoursOn(staff, isoWeekday(day.date));
  if (hours === null) return { bookings: [], blocks: [] };
  const kept = keptOf(day, staff);
  const offers = offeredBy(input.services, staff.id);
  const { lunch, visits } = fillDay(input.chance, { hours, offers }, demandOn(day), kept);
  const school = kept.includes(SCHOOL)
    ? [blockOf(input, day, staff, SCHOOL, "Colour theory, school")]
    : [];
  const meal = lunch === null ? [] : [blockOf(input, day, staff, lunch, "Lunch")];
  return { bookings: bookingsOf(input, day, staff, visits), blocks: [...meal, ...school] };
}

/** One overlap on purpose, today with Clara, so that the schedule has one to show. */
function overlapOf(input: DiaryInput, day: Day): Booking[] {
  const clara = input.staff.find(({ name }) => name.startsWith("Clara"));
  const serviceCalled = (name: string): Service | undefined =>
    input.services.find((service) => service.name === name);
  const [cut, dry] = [serviceCalled("Cut & finish"), serviceCalled("Blow-dry")];
  if (clara === undefined || cut === undefined || dry === undefined) return [];
  const visits: Visit[] = [
    { from: OVERLAP.from, to: OVERLAP.from + cut.durationMinutes, service: cut, continues: false },
    {
      from: OVERLAP.to - dry.durationMinutes - 15,
      to: OVERLAP.to - 15,
      service: dry,
      continues: false,
    },
  ];
  return bookingsOf(input, day, clara, visits).map((booking) =>
    booking.status === "cancelled" ? { ...booking, status: "booked" } : booking,
  );
}

/** Two weeks back and four ahead. */
export function diaryOf(input: DiaryInput): Diary {
  const days = Array.from({ length: DAYS_IN_ALL }, (_, i): Day => {
    const date = addDays(input.today, i - DAYS_BEFORE);
    return { date, distance: epochDay(date) - epochDay(input.today) };
  });
  const parts = days.flatMap((day) => input.staff.map((staff) => staffDay(input, day, staff)));
  const overlap = overlapOf(input, { date: input.today, distance: 0 });
  return {
    bookings: [...parts.flatMap(({ bookings }) => bookings), ...overlap],
    blocks: parts.flatMap(({ blocks }) => blocks),
    overlap: overlap.map(({ id }) => id),
  };
}
