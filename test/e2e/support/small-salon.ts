import { type Salon, sampleSalon } from "../../../src-main/core/sample-salon/index.ts";
import type { Booking, BookingStatus } from "../../../src-shared/domain/booking.ts";
import type { Customer } from "../../../src-shared/domain/customer.ts";
import type { CalendarDate, Id } from "../../../src-shared/domain/primitives.ts";
import { instantOfWall, minutesOf, toInstant } from "../../../src-shared/time/zones.ts";

export const ZONE = "Europe/Berlin";
/** A Wednesday. */
export const TODAY = "2026-11-25" satisfies CalendarDate;
/** 11:00 in the salon. */
export const MORNING = Date.parse("2026-11-25T10:00:00.000Z");

const PEOPLE = [
  { name: "Esra Yıldız", phone: "+49 30 23125 001", email: "esra.yildiz@example.com" },
  { name: "Mara Vogt", phone: "+49 30 23125 002", email: "" },
  { name: "Henrike Voß", phone: "+49 30 23125 003", email: "henrike.voss@example.com" },
  { name: "Theo Amara", phone: "", email: "theo.amara@example.com" },
] as const;

interface Visit {
  readonly customer: (typeof PEOPLE)[number]["name"];
  readonly staff: string;
  readonly service: string;
  readonly at: string;
  readonly status: BookingStatus;
}

const VISITS: readonly Visit[] = [
  {
    customer: "Esra Yıldız",
    staff: "Anna Lindqvist",
    service: "Cut & finish",
    at: "10:00",
    status: "done",
  },
  {
    customer: "Mara Vogt",
    staff: "Ben Okafor",
    service: "Short cut",
    at: "12:00",
    status: "confirmed",
  },
  {
    customer: "Henrike Voß",
    staff: "Clara Weiss",
    service: "Root colour",
    at: "13:00",
    status: "booked",
  },
];

const MINUTE_MS = 60_000;

function idOf(count: number): Id {
  return `01990000-0000-7000-8000-${String(count).padStart(12, "0")}`;
}

function customers(): readonly Customer[] {
  return PEOPLE.map((person, i) => ({
    ...person,
    id: idOf(i),
    revision: 1,
    notes: "",
    alert: "",
  }));
}

function named<T extends { readonly name: string }>(rows: readonly T[], name: string): T {
  const row = rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`The salon has no ${name}.`);
  return row;
}

/** The sample salon with the few people and visits that the stories are about. */
export function smallSalon(): Salon {
  const salon = sampleSalon({ now: MORNING, zone: ZONE, seed: 1 });
  const people = customers();
  const bookings = VISITS.map(({ customer, staff, service, at, status }, i): Booking => {
    const { id: serviceId, durationMinutes, priceMinor } = named(salon.services, service);
    const start = instantOfWall(TODAY, minutesOf(at), ZONE);
    const madeAt = toInstant(MORNING);
    return {
      id: idOf(100 + i),
      revision: 1,
      staffId: named(salon.staff, staff).id,
      serviceId,
      customerId: named(people, customer).id,
      walkIn: false,
      start: toInstant(start),
      end: toInstant(start + durationMinutes * MINUTE_MS),
      zone: ZONE,
      rrule: null,
      status,
      cancelReason: "",
      customerNotes: "",
      deskNotes: "",
      priceMinor,
      source: "desk",
      createdAt: madeAt,
      updatedAt: madeAt,
    };
  });
  return { ...salon, customers: people, bookings, blocks: [], overlap: [] };
}
