import { type Salon, sampleSalon } from "../../../src-main/core/sample-salon/index.ts";
import type { Booking } from "../../../src-shared/domain/booking.ts";
import type { Service, Staff, WeeklyHours } from "../../../src-shared/domain/business.ts";
import type { CalendarDate, Id } from "../../../src-shared/domain/primitives.ts";
import { addDays, dateAt, instantOfWall, toInstant } from "../../../src-shared/time/zones.ts";
import { seededRandom } from "../../fixtures/ports.ts";
import type { BenchData } from "./others/calendar.ts";

export const ZONE = "Europe/Berlin";
const PEOPLE = 12;
const DAYS = 7;
const HOURS = { from: 8, to: 20 } as const;
const MINUTE_MS = 60_000;

/** What the schedules are measured with. */
export interface Busy {
  readonly name: string;
  readonly salon: Salon;
  /** Where the schedule opens. */
  readonly today: CalendarDate;
  /** How many bookings each day has, from today on. */
  readonly perDay: readonly number[];
  /** The booking that is changed; today, early, so that it is in sight. */
  readonly changed: Booking;
}

function twelvePeople(staff: readonly Staff[]): readonly Staff[] {
  return Array.from({ length: PEOPLE }, (_, position): Staff => {
    const like = staff[position % staff.length];
    if (like === undefined) throw new Error("The sample salon has no staff.");
    if (position < staff.length) return { ...like, hours: null };
    const id = `01990000-0000-7000-9000-${String(position).padStart(12, "0")}`;
    return { ...like, id, name: `${like.name} ${position + 1}`, hours: null, position };
  });
}

/** Open every day, so that what is measured is the same on a Sunday. */
function openAlways(): WeeklyHours {
  const day = [{ from: "08:00", to: "20:00" }];
  return { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day };
}

/** Everybody does everything, as in the columns of the other calendars. */
function emptySalon(now: number): Salon {
  const salon = sampleSalon({ now, zone: ZONE, seed: 1 });
  return {
    ...salon,
    business: { ...salon.business, hours: openAlways(), closures: [] },
    staff: twelvePeople(salon.staff),
    services: salon.services.map((service): Service => ({ ...service, staffIds: [] })),
    bookings: [],
    blocks: [],
    overlap: [],
  };
}

interface Slot {
  readonly date: CalendarDate;
  readonly staffId: Id;
  /** Minutes since midnight. */
  readonly from: number;
  readonly minutes: number;
}

function bookingsIn(salon: Salon, slots: readonly Slot[], now: number): readonly Booking[] {
  const madeAt = toInstant(now);
  return slots.map(({ date, staffId, from, minutes }, i): Booking => {
    const start = instantOfWall(date, from, ZONE);
    return {
      id: `01990000-0000-7000-8000-${String(i).padStart(12, "0")}`,
      revision: 1,
      staffId,
      serviceId: salon.services[i % salon.services.length]?.id ?? "",
      customerId: salon.customers[i % salon.customers.length]?.id ?? null,
      walkIn: false,
      start: toInstant(start),
      end: toInstant(start + minutes * MINUTE_MS),
      zone: ZONE,
      rrule: null,
      status: i % 3 === 0 ? "confirmed" : "booked",
      cancelReason: "",
      customerNotes: i % 9 === 0 ? "Likes the window seat." : "",
      deskNotes: "",
      priceMinor: 5_400,
      source: "desk",
      createdAt: madeAt,
      updatedAt: madeAt,
    };
  });
}

function busy(
  name: string,
  slotsOf: (salon: Salon, today: CalendarDate) => readonly Slot[],
  now: number,
): Busy {
  const salon = emptySalon(now);
  const today = dateAt(now, ZONE);
  const slots = slotsOf(salon, today);
  const bookings = bookingsIn(salon, slots, now);
  const perDay = Array.from(
    { length: DAYS },
    (_, day) => slots.filter(({ date }) => date === addDays(today, day)).length,
  );
  const [changed] = bookings;
  if (changed === undefined) throw new Error("Nothing is booked.");
  return { name, salon: { ...salon, bookings }, today, perDay, changed };
}

/** Fourteen an hour apart or less for each of twelve people, on seven days: 1,176. */
export function busyWeek(now: number): Busy {
  const slotsOf = ({ staff }: Salon, today: CalendarDate): readonly Slot[] =>
    Array.from({ length: DAYS }, (_, day) =>
      staff.flatMap(({ id: staffId }) =>
        Array.from({ length: 14 }, (_, i) => ({
          date: addDays(today, day),
          staffId,
          from: HOURS.from * 60 + i * 50,
          minutes: i % 2 === 0 ? 30 : 45,
        })),
      ),
    ).flat();
  return busy("1,176 bookings in the week", slotsOf, now);
}

/** A hundred on one day for each of twelve people, so that seven or so lie side by side: 1,200. */
export function busyDay(now: number): Busy {
  const random = seededRandom();
  const slotsOf = ({ staff }: Salon, date: CalendarDate): readonly Slot[] =>
    staff.flatMap(({ id: staffId }) =>
      Array.from({ length: 100 }, () => {
        const minutes = 15 + Math.floor(random.next() * 5) * 15;
        const last = (HOURS.to - HOURS.from) * 60 - minutes;
        const from = HOURS.from * 60 + Math.floor((random.next() * last) / 5) * 5;
        return { date, staffId, from, minutes };
      }),
    );
  return busy("1,200 bookings on one day", slotsOf, now);
}

/** The same bookings as the other calendars take them. */
export function dataOf({ salon, today, changed }: Busy): BenchData {
  const nameOf = new Map(salon.customers.map(({ id, name }) => [id, name]));
  const serviceOf = new Map(salon.services.map(({ id, name }) => [id, name]));
  return {
    staff: salon.staff.map(({ id, name }) => ({ id, name })),
    date: today,
    hours: HOURS,
    events: salon.bookings.map(({ id, staffId, start, end, customerId, serviceId }) => ({
      id,
      staffId,
      start,
      end,
      title: `${nameOf.get(customerId ?? "") ?? ""} ${serviceOf.get(serviceId) ?? ""}`,
    })),
    changedId: changed.id,
  };
}
