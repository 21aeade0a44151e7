import { browserHash } from "../http/browser.ts";
import type { Companion, Ctx } from "../http/env.ts";

/** The slot that this browser holds, with what the sign-in pages say of it. */
export interface HeldSlot {
  readonly businessName: string;
  readonly accent: string | null;
  readonly slug: string;
  readonly zone: string;
  readonly locale: string;
  readonly currency: string;
  readonly serviceName: string;
  readonly staffName: string;
  readonly priceMinor: number;
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly endAt: number;
  readonly expiresAt: number;
}

export async function heldSlot(c: Ctx, { store, clock }: Companion): Promise<HeldSlot | null> {
  const browser = c.get("browser");
  if (browser === null) return null;
  const found = await store.db
    .selectFrom("hold")
    .innerJoin("business", "business.id", "hold.business_id")
    .innerJoin("service", (join) =>
      join
        .onRef("service.business_id", "=", "hold.business_id")
        .onRef("service.id", "=", "hold.service_id"),
    )
    .innerJoin("staff", (join) =>
      join
        .onRef("staff.business_id", "=", "hold.business_id")
        .onRef("staff.id", "=", "hold.staff_id"),
    )
    .where("hold.browser_hash", "=", browserHash(browser))
    .where("hold.expires_at", ">", clock.now())
    .orderBy("hold.created_at", "desc")
    .select([
      "business.name as businessName",
      "business.accent",
      "business.slug",
      "business.zone",
      "business.locale",
      "business.currency",
      "service.name as serviceName",
      "staff.name as staffName",
      "service.price_minor as priceMinor",
      "hold.start_at as startAt",
      "hold.end_at as endAt",
      "hold.expires_at as expiresAt",
    ])
    .executeTakeFirst();
  return found ?? null;
}
