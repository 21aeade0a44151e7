import { createMiddleware } from "hono/factory";
import { DeskKey } from "../../src-shared/companion/wire.ts";
import type { AppEnv, Companion } from "../http/env.ts";
import { hashSecret } from "../secrets.ts";
import { Refusal } from "./refusal.ts";

/** Facts of a request by a desk. */
export interface DeskEnv {
  readonly Variables: AppEnv["Variables"] & {
    /** The business whose desk this is; every query names it. */
    businessId: string;
  };
  readonly Bindings: AppEnv["Bindings"];
}

/** How exactly "last used" is known: one write a minute at most for each desk. */
const USED_STEP_MS = 60_000;

/**
 * SHA-256 of the key in the `Authorization` header.
 * @throws Refusal UNKNOWN_KEY
 */
export function keyHashOf(header: string | undefined): string {
  const key = DeskKey.safeParse(/^Bearer (\S+)$/.exec(header ?? "")?.[1]);
  if (!key.success) throw new Refusal("UNKNOWN_KEY", "No key of a desk was sent.");
  return hashSecret(key.data);
}

/** What a key is worth now. It is found by its hash, so the time of the search tells nothing about keys. */
export async function holderOf(
  { store }: Pick<Companion, "store">,
  keyHash: string,
): Promise<{ readonly id: string; readonly businessId: string } | "revoked" | null> {
  const token = await store.db
    .selectFrom("desk_token")
    .where("token_hash", "=", keyHash)
    .select(["id", "business_id", "revoked_at"])
    .executeTakeFirst();
  if (token === undefined) return null;
  return token.revoked_at === null ? { id: token.id, businessId: token.business_id } : "revoked";
}

async function noteUse({ store, clock }: Companion, tokenId: string): Promise<void> {
  const now = clock.now();
  await store.db
    .updateTable("desk_token")
    .set({ last_used_at: now })
    .where("id", "=", tokenId)
    .where("last_used_at", "<", now - USED_STEP_MS)
    .execute();
}

/** For routes of paired desks: sets `businessId`, or refuses. */
export function desksOnly(companion: Companion) {
  return createMiddleware<DeskEnv>(async (c, next) => {
    const holder = await holderOf(companion, keyHashOf(c.req.header("authorization")));
    if (holder === null) throw new Refusal("UNKNOWN_KEY", "This key belongs to no desk.");
    if (holder === "revoked") throw new Refusal("REVOKED", "This desk is no longer paired.");
    await noteUse(companion, holder.id);
    c.set("businessId", holder.businessId);
    return next();
  });
}
