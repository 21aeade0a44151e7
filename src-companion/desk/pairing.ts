import {
  type PairingState,
  type PairingWish,
  SIGN_IN_METHODS,
  type SignInMethodName,
} from "../../src-shared/companion/wire.ts";
import type { Companion } from "../http/env.ts";
import { hashSecret } from "../secrets.ts";
import type { Writing } from "../store/store.ts";
import { holderOf } from "./key.ts";
import { Refusal } from "./refusal.ts";
import { freeSlug } from "./slug.ts";

/** How long a code may be confirmed. Long enough to sign in on the way, too short to be guessed. */
export const CODE_MS = 10 * 60_000;

const instant = (ms: number): string => new Date(ms).toISOString();

/** Ways in that this companion offers. */
export function offeredMethods({ settings }: Pick<Companion, "settings">): SignInMethodName[] {
  return SIGN_IN_METHODS.filter(
    (method) => method === "email" || (settings[method] ?? null) !== null,
  );
}

/**
 * A desk asks to be confirmed. The same wish again only gives it more time.
 * @throws Refusal CODE_TAKEN if another desk shows the same code right now, REVOKED for a key that was used up
 */
export async function wishPairing(
  companion: Companion,
  keyHash: string,
  { code, businessId, businessName }: PairingWish,
): Promise<PairingState> {
  const { store, clock } = companion;
  const known = await pairedState(companion, keyHash);
  if (known !== null) return known;
  const now = clock.now();
  const wish = {
    code_hash: hashSecret(code),
    business_id: businessId,
    business_name: businessName,
    created_at: now,
    expires_at: now + CODE_MS,
    confirmed_at: null,
  };
  await store.write(async (trx) => {
    await trx.deleteFrom("pairing_code").where("expires_at", "<=", now).execute();
    const other = await trx
      .selectFrom("pairing_code")
      .where("code_hash", "=", wish.code_hash)
      .where("key_hash", "<>", keyHash)
      .select("code_hash")
      .executeTakeFirst();
    if (other !== undefined)
      throw new Refusal("CODE_TAKEN", "Another desk shows this code. Take a new one.");
    await trx
      .insertInto("pairing_code")
      .values({ ...wish, key_hash: keyHash })
      .onConflict((conflict) => conflict.column("key_hash").doUpdateSet(wish))
      .execute();
  });
  return waiting(companion, wish.expires_at);
}

function waiting({ settings }: Companion, expiresAt: number): PairingState {
  const confirmUrl = `${settings.baseUrl}/pair`;
  return { is: "waiting", confirmUrl, expiresAt: instant(expiresAt) };
}

async function pairedState(companion: Companion, keyHash: string): Promise<PairingState | null> {
  const holder = await holderOf(companion, keyHash);
  if (holder === null) return null;
  if (holder === "revoked") throw new Refusal("REVOKED", "This desk is no longer paired.");
  const { slug } = await companion.store.db
    .selectFrom("business")
    .where("id", "=", holder.businessId)
    .select("slug")
    .executeTakeFirstOrThrow();
  const bookingUrl = `${companion.settings.baseUrl}/b/${slug}`;
  return { is: "paired", bookingUrl, methods: offeredMethods(companion) };
}

/**
 * How far a desk's pairing is.
 * @throws Refusal UNKNOWN_KEY once the code ran out, REVOKED
 */
export async function pairingState(companion: Companion, keyHash: string): Promise<PairingState> {
  const paired = await pairedState(companion, keyHash);
  if (paired !== null) return paired;
  const wish = await companion.store.db
    .selectFrom("pairing_code")
    .where("key_hash", "=", keyHash)
    .where("expires_at", ">", companion.clock.now())
    .select("expires_at")
    .executeTakeFirst();
  if (wish === undefined) throw new Refusal("UNKNOWN_KEY", "No pairing waits for this key.");
  return waiting(companion, wish.expires_at);
}

export interface FoundWish {
  readonly businessName: string;
}

/** Which business a code that can still be confirmed speaks of. */
export async function findWish(
  { store, clock }: Companion,
  code: string,
): Promise<FoundWish | null> {
  const found = await store.db
    .selectFrom("pairing_code")
    .where("code_hash", "=", hashSecret(code))
    .where("expires_at", ">", clock.now())
    .select("business_name")
    .executeTakeFirst();
  return found === undefined ? null : { businessName: found.business_name };
}

/** `foreign`: the business is there already and belongs to somebody else. */
export type Confirmed =
  | { readonly is: "paired"; readonly slug: string }
  | { readonly is: "unknown" }
  | { readonly is: "foreign" };

interface Wish {
  readonly business_id: string;
  readonly business_name: string;
  readonly key_hash: string;
}

/** A business that nobody can book yet: its desk publishes what it is. */
async function addBusiness(trx: Writing, wish: Wish, ownerId: string, now: number): Promise<void> {
  await trx
    .insertInto("business")
    .values({
      id: wish.business_id,
      slug: await freeSlug(trx, wish.business_name),
      name: wish.business_name,
      zone: "UTC",
      currency: "EUR",
      locale: "en-GB",
      week_start: 1,
      slot_minutes: 15,
      hours: JSON.stringify({ 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }),
      closures: "[]",
      address: "",
      phone: "",
      confirming: "auto",
      cutoff_minutes: 0,
      lead_minutes: 0,
      horizon_days: 1,
      profile_version: 0,
      busy_version: 0,
      busy_from_at: 0,
      busy_until_at: 0,
      published_at: 0,
      created_at: now,
      owner_id: ownerId,
    })
    .execute();
}

/** Whoever confirmed the first desk owns the business; without an owner, only while no desk has it. */
async function mayPair(trx: Writing, businessId: string, ownerId: string): Promise<boolean> {
  const business = await trx
    .selectFrom("business")
    .where("id", "=", businessId)
    .select("owner_id")
    .executeTakeFirst();
  if (business === undefined || business.owner_id === ownerId) return true;
  if (business.owner_id !== null) return false;
  const live = await trx
    .selectFrom("desk_token")
    .where("business_id", "=", businessId)
    .where("revoked_at", "is", null)
    .select("id")
    .executeTakeFirst();
  return live === undefined;
}

async function takeOver(companion: Companion, trx: Writing, wish: Wish, ownerId: string) {
  const { clock, random } = companion;
  const now = clock.now();
  const known = await trx
    .updateTable("business")
    .set({ owner_id: ownerId, profile_version: 0, busy_version: 0 })
    .where("id", "=", wish.business_id)
    .returning("slug")
    .executeTakeFirst();
  if (known === undefined) await addBusiness(trx, wish, ownerId, now);
  await revokeAll(trx, wish.business_id, now);
  await trx
    .insertInto("desk_token")
    .values({
      id: random.id(),
      business_id: wish.business_id,
      token_hash: wish.key_hash,
      created_at: now,
      last_used_at: now,
      revoked_at: null,
    })
    .execute();
}

/** One business has one desk: a newly paired one takes the place of the old one. */
async function revokeAll(trx: Writing, businessId: string, now: number): Promise<void> {
  await trx
    .updateTable("desk_token")
    .set({ revoked_at: now })
    .where("business_id", "=", businessId)
    .where("revoked_at", "is", null)
    .execute();
  await trx.deleteFrom("push_channel").where("business_id", "=", businessId).execute();
}

/** The owner says yes to the desk that shows `code`. The key that the desk made is its token from here on. */
export function confirmPairing(
  companion: Companion,
  code: string,
  ownerId: string,
): Promise<Confirmed> {
  return companion.store.write(async (trx) => {
    const wish = await trx
      .deleteFrom("pairing_code")
      .where("code_hash", "=", hashSecret(code))
      .where("expires_at", ">", companion.clock.now())
      .returning(["business_id", "business_name", "key_hash"])
      .executeTakeFirst();
    if (wish === undefined) return { is: "unknown" };
    if (!(await mayPair(trx, wish.business_id, ownerId))) return { is: "foreign" };
    await takeOver(companion, trx, wish, ownerId);
    const { slug } = await trx
      .selectFrom("business")
      .where("id", "=", wish.business_id)
      .select("slug")
      .executeTakeFirstOrThrow();
    return { is: "paired", slug };
  });
}

/** The desk leaves: nothing can be booked any more, what was booked stays. Unpaired again is unpaired. */
export async function endPairing({ store, clock }: Companion, businessId: string): Promise<void> {
  await store.write(async (trx) => {
    await revokeAll(trx, businessId, clock.now());
    await trx
      .updateTable("business")
      .set({ busy_from_at: 0, busy_until_at: 0 })
      .where("id", "=", businessId)
      .execute();
  });
}
