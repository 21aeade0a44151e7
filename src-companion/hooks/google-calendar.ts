import { Hono } from "hono";
import { HOOK_PATH } from "../desk/channels.ts";
import type { AppEnv, Companion, Ctx } from "../http/env.ts";
import { equalSecrets, hashSecret } from "../secrets.ts";
import { appendDeskEvent } from "../store/desk-events.ts";
import type { Writing } from "../store/store.ts";

interface Notification {
  readonly channelId: string;
  readonly token: string;
  readonly message: number;
  readonly state: string;
}

function read(c: Ctx): Notification | null {
  const channelId = c.req.header("x-goog-channel-id") ?? "";
  const token = c.req.header("x-goog-channel-token") ?? "";
  const number = c.req.header("x-goog-message-number") ?? "";
  const state = c.req.header("x-goog-resource-state") ?? "";
  const fits =
    channelId !== "" && channelId.length <= 64 && token.length <= 256 && /^\d{1,15}$/.test(number);
  return fits ? { channelId, token, message: Number(number), state } : null;
}

/** The business of a channel that is open and whose token this is; null for everybody else. */
async function businessOf(
  { store, clock }: Companion,
  { channelId, token }: Notification,
): Promise<string | null> {
  const channel = await store.db
    .selectFrom("push_channel")
    .where("id", "=", channelId)
    .select(["business_id", "token_hash", "expires_at"])
    .executeTakeFirst();
  // The token is compared even where there is no channel, so that the time does not tell which ids exist.
  const fits = equalSecrets(channel?.token_hash ?? hashSecret(""), hashSecret(token));
  if (channel === undefined || !fits || channel.expires_at <= clock.now()) return null;
  return channel.business_id;
}

/** Google counts up its messages of a channel: what is not newer was seen, was replayed, or came late. */
async function isNewer(trx: Writing, { channelId, message }: Notification): Promise<boolean> {
  const counted = await trx
    .updateTable("push_channel")
    .set({ last_message: message })
    .where("id", "=", channelId)
    .where("last_message", "<", message)
    .executeTakeFirst();
  return counted.numUpdatedRows > 0n;
}

/** A desk that was away for days finds one such event, not thousands: the newest stands for all. */
async function passOn(trx: Writing, businessId: string, at: number): Promise<void> {
  const kind = "calendar.changed";
  await appendDeskEvent(trx, { businessId, kind, requestId: null, at });
  const { event_position: newest } = await trx
    .selectFrom("business")
    .where("id", "=", businessId)
    .select("event_position")
    .executeTakeFirstOrThrow();
  await trx
    .deleteFrom("desk_event")
    .where("business_id", "=", businessId)
    .where("kind", "=", kind)
    .where("position", "<", newest)
    .execute();
}

async function take(companion: Companion, notification: Notification): Promise<boolean> {
  const businessId = await businessOf(companion, notification);
  if (businessId === null) return false;
  const { store, clock, wakes } = companion;
  await store.write(async (trx) => {
    // The first message only says that the channel is open.
    if ((await isNewer(trx, notification)) && notification.state !== "sync")
      await passOn(trx, businessId, clock.now());
  });
  wakes.soon();
  return true;
}

/** Google's notifications. They hold no event: the desk is told to look, and looks at Google itself. */
export function googleCalendarHook(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.post(HOOK_PATH, async (c) => {
    const notification = read(c);
    const known = notification !== null && (await take(companion, notification));
    if (!known) companion.log.info("hooks.refused");
    return c.body(null, known ? 204 : 404);
  });
  return app;
}
