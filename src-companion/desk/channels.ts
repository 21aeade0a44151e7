import type { PushChannelWish } from "../../src-shared/companion/wire.ts";
import type { Companion } from "../http/env.ts";
import { hashSecret } from "../secrets.ts";
import { Refusal } from "./refusal.ts";

export const HOOK_PATH = "/hooks/google-calendar";

/** Channels of one business: the current one, the one that takes its place, and some that were lost. */
const MOST_CHANNELS = 20;

/**
 * Lets Google's notifications of this channel in. Told before Google is asked, as the first notification may come
 * before Google's answer, and again once it is known how long the channel lives.
 * @throws Refusal NOT_FOUND for a channel of another business, TOO_MANY
 */
export async function keepChannel(
  { store, clock, settings }: Companion,
  businessId: string,
  { id, token, expiresAt }: PushChannelWish,
): Promise<{ readonly address: string }> {
  const now = clock.now();
  await store.write(async (trx) => {
    await trx
      .deleteFrom("push_channel")
      .where("business_id", "=", businessId)
      .where("expires_at", "<=", now)
      .execute();
    const known = await trx
      .selectFrom("push_channel")
      .where("id", "=", id)
      .select("business_id")
      .executeTakeFirst();
    if (known !== undefined && known.business_id !== businessId)
      throw new Refusal("NOT_FOUND", "This channel belongs to somebody else.");
    const fields = { token_hash: hashSecret(token), expires_at: Date.parse(expiresAt) };
    if (known !== undefined) {
      await trx.updateTable("push_channel").set(fields).where("id", "=", id).execute();
      return;
    }
    const { count } = await trx
      .selectFrom("push_channel")
      .where("business_id", "=", businessId)
      .select((eb) => eb.fn.countAll<number | string>().as("count"))
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_CHANNELS)
      throw new Refusal("TOO_MANY", "This business has too many channels.");
    await trx
      .insertInto("push_channel")
      .values({ ...fields, id, business_id: businessId, last_message: 0, created_at: now })
      .execute();
  });
  return { address: `${settings.baseUrl}${HOOK_PATH}` };
}

/** Notifications of this channel count no more. Forgotten again is forgotten. */
export async function forgetChannel(
  { store }: Companion,
  businessId: string,
  id: string,
): Promise<void> {
  await store.db
    .deleteFrom("push_channel")
    .where("business_id", "=", businessId)
    .where("id", "=", id)
    .execute();
}
