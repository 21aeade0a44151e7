import type { BusyPublication, ProfilePublication } from "../../src-shared/companion/wire.ts";
import type { Companion } from "../http/env.ts";
import type { Writing } from "../store/store.ts";

/** Rows of one INSERT: SQLite and PostgreSQL both limit the values of a statement. */
const ROWS_AT_ONCE = 500;

type Profile = ProfilePublication["profile"];

function businessOf(profile: Profile) {
  const { rules } = profile;
  return {
    name: profile.name,
    zone: profile.zone,
    currency: profile.currency,
    locale: profile.locale,
    week_start: profile.weekStart,
    slot_minutes: profile.slotMinutes,
    hours: JSON.stringify(profile.hours),
    closures: JSON.stringify(profile.closures),
    address: profile.address,
    phone: profile.phone,
    accent: profile.accent ?? null,
    confirming: rules.confirming,
    cutoff_minutes: rules.cutoffMinutes,
    lead_minutes: rules.leadMinutes,
    horizon_days: rules.horizonDays,
  };
}

/** Services and staff as the desk lists them; their place in the list is their position. */
async function replaceCatalogue(trx: Writing, businessId: string, profile: Profile) {
  await trx.deleteFrom("service").where("business_id", "=", businessId).execute();
  await trx.deleteFrom("staff").where("business_id", "=", businessId).execute();
  const services = profile.services.map((service, position) => ({
    business_id: businessId,
    id: service.id,
    name: service.name,
    duration_minutes: service.durationMinutes,
    tint: service.tint,
    price_minor: service.priceMinor,
    position,
    staff_ids: JSON.stringify(service.staffIds),
  }));
  const staff = profile.staff.map(({ id, name, hours }, position) => ({
    business_id: businessId,
    id,
    name,
    hours: hours === null ? null : JSON.stringify(hours),
    position,
  }));
  for (const rows of inParts(services)) await trx.insertInto("service").values(rows).execute();
  for (const rows of inParts(staff)) await trx.insertInto("staff").values(rows).execute();
}

function* inParts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}

/**
 * Shows customers a new profile. A version that is not newer than the shown one came late or twice, and is passed over.
 * @returns the version that counts now
 */
export function publishProfile(
  { store, clock }: Pick<Companion, "store" | "clock">,
  businessId: string,
  { version, profile }: ProfilePublication,
): Promise<number> {
  return store.write(async (trx) => {
    const taken = await trx
      .updateTable("business")
      .set({ ...businessOf(profile), profile_version: version, published_at: clock.now() })
      .where("id", "=", businessId)
      .where("profile_version", "<", version)
      .executeTakeFirst();
    if (taken.numUpdatedRows > 0n) await replaceCatalogue(trx, businessId, profile);
    const { profile_version: now } = await trx
      .selectFrom("business")
      .where("id", "=", businessId)
      .select("profile_version")
      .executeTakeFirstOrThrow();
    return now;
  });
}

/**
 * Takes over which times are taken, the whole window at once; as `publishProfile`.
 * @returns the version that counts now
 */
export function publishBusy(
  { store, clock }: Pick<Companion, "store" | "clock">,
  businessId: string,
  { version, from, until, intervals }: BusyPublication,
): Promise<number> {
  const rows = intervals.map(({ staffId, start, end }) => ({
    business_id: businessId,
    staff_id: staffId,
    start_at: Date.parse(start),
    end_at: Date.parse(end),
  }));
  return store.write(async (trx) => {
    const window = { busy_from_at: Date.parse(from), busy_until_at: Date.parse(until) };
    const taken = await trx
      .updateTable("business")
      .set({ ...window, busy_version: version, published_at: clock.now() })
      .where("id", "=", businessId)
      .where("busy_version", "<", version)
      .executeTakeFirst();
    if (taken.numUpdatedRows > 0n) {
      await trx.deleteFrom("busy_interval").where("business_id", "=", businessId).execute();
      for (const part of inParts(rows))
        await trx.insertInto("busy_interval").values(part).execute();
    }
    const { busy_version: now } = await trx
      .selectFrom("business")
      .where("id", "=", businessId)
      .select("busy_version")
      .executeTakeFirstOrThrow();
    return now;
  });
}
