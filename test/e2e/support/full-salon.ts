import { type Salon, sampleSalon } from "../../../src-main/core/sample-salon/index.ts";
import type { Booking, BookingStatus } from "../../../src-shared/domain/booking.ts";
import type { Staff } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";
import { instantOfWall, toInstant } from "../../../src-shared/time/zones.ts";
import { NOON, NOON_ZONE } from "./noon-salon.ts";

const BOOKINGS = 160;
const MORE_STAFF = [
  "Greta Lindqvist-Hohenstein",
  "Hülya Çelik",
  "Ivo Marković",
  "Kaya Brandt",
  "Lena Øster",
  "Nils Petersen",
] as const;
const TO_COME = ["booked", "confirmed", "arrived"] as const satisfies readonly BookingStatus[];
const MINUTES = [40, 30, 20, 15, 35] as const;
const OPENS_AT = 9 * 60;
const EVERY_MINUTES = 40;
const MINUTE_MS = 60_000;

function idOf(count: number): Id {
  return `01990000-0000-7000-8000-${String(count).padStart(12, "0")}`;
}

/** Twelve people instead of six. */
function crowd(staff: readonly Staff[]): readonly Staff[] {
  return staff.flatMap((person, i) => [
    { ...person, position: 2 * i },
    { ...person, id: idOf(i), name: MORE_STAFF[i] ?? person.name, position: 2 * i + 1 },
  ]);
}

function statusOf(n: number, start: number, end: number): BookingStatus {
  if (end < NOON) return n % 11 === 0 ? "noShow" : "done";
  return start < NOON ? "inService" : (TO_COME[n % TO_COME.length] ?? "booked");
}

/** Twelve people and 160 bookings on one day, at noon: as much as a schedule ever shows. */
export function fullSalon(): Salon {
  const salon = sampleSalon({ now: NOON, zone: NOON_ZONE, seed: 1 });
  const staff = crowd(salon.staff);
  const madeAt = toInstant(NOON - 24 * 60 * MINUTE_MS);
  const bookings = Array.from({ length: BOOKINGS }, (_, n): Booking => {
    const minutes = OPENS_AT + Math.floor(n / staff.length) * EVERY_MINUTES;
    const start = instantOfWall(salon.today, minutes, NOON_ZONE);
    const end = start + (MINUTES[n % MINUTES.length] ?? EVERY_MINUTES) * MINUTE_MS;
    const service = salon.services[(n * 5) % salon.services.length];
    return {
      id: idOf(100 + n),
      revision: 1,
      staffId: staff[n % staff.length]?.id ?? "",
      serviceId: service?.id ?? "",
      customerId: n % 13 === 0 ? null : (salon.customers[n]?.id ?? null),
      walkIn: n % 13 === 0,
      start: toInstant(start),
      end: toInstant(end),
      zone: NOON_ZONE,
      rrule: null,
      status: statusOf(n, start, end),
      cancelReason: "",
      customerNotes: n % 7 === 0 ? "Allergic to ammonia" : "",
      deskNotes: "",
      priceMinor: service?.priceMinor ?? null,
      source: "desk",
      createdAt: madeAt,
      updatedAt: madeAt,
    };
  });
  const services = salon.services.map((service) => ({ ...service, staffIds: [] }));
  return { ...salon, staff, services, bookings, blocks: [], overlap: [] };
}
