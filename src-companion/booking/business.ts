import type { Selectable } from "kysely";
import { z } from "zod";
import { ClosedDays, WeeklyHours } from "../../src-shared/domain/business.ts";
import type { Companion } from "../http/env.ts";
import type { BusinessTable } from "../store/schema.ts";

export interface BookableService {
  readonly id: string;
  readonly name: string;
  readonly durationMinutes: number;
  readonly tint: string;
  readonly priceMinor: number;
  /** Ids of who does it; an empty list means everybody. */
  readonly staffIds: readonly string[];
}

export interface BookableStaff {
  readonly id: string;
  readonly name: string;
  /** Null: whenever the business is open. */
  readonly hours: WeeklyHours | null;
}

/** What customers may know of a business, as its desk published it. */
export interface BookableBusiness {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  readonly currency: string;
  readonly address: string;
  readonly phone: string;
  /** Colour of its pages; null: the ink of the house. */
  readonly accent: string | null;
  readonly slotMinutes: number;
  readonly hours: WeeklyHours;
  readonly closures: readonly ClosedDays[];
  readonly cutoffMinutes: number;
  readonly leadMinutes: number;
  readonly horizonDays: number;
  /** The stretch that the taken times cover, in epoch milliseconds; outside of it nothing is free. */
  readonly knownFrom: number;
  readonly knownUntil: number;
  readonly services: readonly BookableService[];
  readonly staff: readonly BookableStaff[];
}

const Ids = z.array(z.string());
const Closures = z.array(ClosedDays);

function fieldsOf(row: Selectable<BusinessTable>): Omit<BookableBusiness, "services" | "staff"> {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    zone: row.zone,
    locale: row.locale,
    currency: row.currency,
    address: row.address,
    phone: row.phone,
    accent: row.accent,
    slotMinutes: row.slot_minutes,
    hours: WeeklyHours.parse(JSON.parse(row.hours)),
    closures: Closures.parse(JSON.parse(row.closures)),
    cutoffMinutes: row.cutoff_minutes,
    leadMinutes: row.lead_minutes,
    horizonDays: row.horizon_days,
    knownFrom: row.busy_from_at,
    knownUntil: row.busy_until_at,
  };
}

type ByKey = { readonly slug: string } | { readonly id: string };

/** A business with its services and staff in the order to be shown; null if there is none, or it never published. */
export async function findBusiness(
  { store }: Pick<Companion, "store">,
  key: ByKey,
): Promise<BookableBusiness | null> {
  const [column, value] = "slug" in key ? (["slug", key.slug] as const) : (["id", key.id] as const);
  const row = await store.db
    .selectFrom("business")
    .where(column, "=", value)
    .where("profile_version", ">", 0)
    .selectAll()
    .executeTakeFirst();
  if (row === undefined) return null;
  const listed = (table: "service" | "staff") =>
    store.db.selectFrom(table).where("business_id", "=", row.id).orderBy("position");
  const services = await listed("service").selectAll("service").execute();
  const staff = await listed("staff").selectAll("staff").execute();
  return {
    ...fieldsOf(row),
    services: services.map((service) => ({
      id: service.id,
      name: service.name,
      durationMinutes: service.duration_minutes,
      tint: service.tint,
      priceMinor: service.price_minor,
      staffIds: Ids.parse(JSON.parse(service.staff_ids)),
    })),
    staff: staff.map(({ id, name, hours }) => ({
      id,
      name,
      hours: hours === null ? null : WeeklyHours.parse(JSON.parse(hours)),
    })),
  };
}

/** Who does a service, in the order to be shown. */
export function doersOf(
  { staff }: Pick<BookableBusiness, "staff">,
  { staffIds }: Pick<BookableService, "staffIds">,
): readonly BookableStaff[] {
  return staffIds.length === 0 ? staff : staff.filter(({ id }) => staffIds.includes(id));
}
