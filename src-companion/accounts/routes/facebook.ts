import { Hono } from "hono";
import { html } from "hono/html";
import type { AppEnv, Companion, Ctx } from "../../http/env.ts";
import { limitedForms, readForm } from "../../http/guard.ts";
import { page } from "../../pages/layout.ts";
import { say } from "../../pages/words.ts";
import { deleteCustomer } from "../leave.ts";
import { readSignedRequest } from "../signed-request.ts";

interface Link {
  readonly methodId: string;
  readonly customerId: string;
  readonly onlyWay: boolean;
}

/** Who is behind Facebook's user id; null for a request that is not Facebook's. */
async function genuineUser(c: Ctx, { settings }: Companion): Promise<string | null> {
  if (settings.facebook === null) return null;
  const { signed_request: text = "" } = await readForm(c);
  return readSignedRequest(text, settings.facebook.appSecret)?.userId ?? null;
}

async function linkOf({ store }: Companion, userId: string): Promise<Link | null> {
  const link = await store.db
    .selectFrom("sign_in_method")
    .where("provider", "=", "facebook")
    .where("subject", "=", userId)
    .select(["id", "customer_id"])
    .executeTakeFirst();
  if (link === undefined) return null;
  const all = await store.db
    .selectFrom("sign_in_method")
    .where("customer_id", "=", link.customer_id)
    .select("id")
    .execute();
  return { methodId: link.id, customerId: link.customer_id, onlyWay: all.length === 1 };
}

/**
 * Facebook no longer opens this account. The address is proved, so "forgotten the password" still leads in even where
 * Facebook was the only way.
 */
async function unlink({ store }: Companion, { methodId, customerId }: Link, withPhoto: boolean) {
  await store.write(async (trx) => {
    await trx.deleteFrom("sign_in_method").where("id", "=", methodId).execute();
    await trx.deleteFrom("customer_session").where("customer_id", "=", customerId).execute();
    if (withPhoto)
      await trx.updateTable("customer").set({ image: null }).where("id", "=", customerId).execute();
  });
}

async function forgetPending({ store }: Companion, userId: string): Promise<void> {
  await store.db
    .deleteFrom("pending_sign_up")
    .where("provider", "=", "facebook")
    .where("subject", "=", userId)
    .execute();
}

async function deauthorize(c: Ctx, companion: Companion): Promise<Response> {
  const userId = await genuineUser(c, companion);
  if (userId === null) return c.json({ error: "BAD_SIGNATURE" }, 400);
  await forgetPending(companion, userId);
  const link = await linkOf(companion, userId);
  if (link !== null) await unlink(companion, link, false);
  return c.json({ ok: true });
}

/** Deletes what came from Facebook: all of the account where Facebook is the only way in, else the link and photo. */
async function deleteData(c: Ctx, companion: Companion): Promise<Response> {
  const { store, clock, random, settings } = companion;
  const userId = await genuineUser(c, companion);
  if (userId === null) return c.json({ error: "BAD_SIGNATURE" }, 400);
  await forgetPending(companion, userId);
  const link = await linkOf(companion, userId);
  if (link?.onlyWay === true) await deleteCustomer(companion, link.customerId);
  else if (link !== null) await unlink(companion, link, true);
  const code = Buffer.from(random.bytes(16)).toString("hex");
  await store.db
    .insertInto("data_deletion")
    .values({ code, status: link === null ? "nothing" : "done", requested_at: clock.now() })
    .execute();
  const url = `${settings.baseUrl}/facebook/data-deletion/${code}`;
  return c.json({ url, confirmation_code: code });
}

async function showDeletion(c: Ctx, { store }: Companion): Promise<Response> {
  const t = say(c);
  const code = c.req.param("code") ?? "";
  const found = await store.db
    .selectFrom("data_deletion")
    .where("code", "=", code)
    .select("code")
    .executeTakeFirst();
  const known = found !== undefined;
  const title = t("account.deletionTitle");
  const text = known ? t("account.deletionDone", { code }) : t("account.deletionUnknown");
  const body = html`<div class="block">
    <h1>${title}</h1>
    <p>${text}</p>
  </div>`;
  return c.html(page(c, { title, body }), known ? 200 : 404);
}

/** Facebook's own calls, proved by a signature, and the status page that they promise. */
export function facebookRoutes(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use("/facebook/*", limitedForms);
  app.post("/facebook/deauthorize", (c) => deauthorize(c, companion));
  app.post("/facebook/data-deletion", (c) => deleteData(c, companion));
  app.get("/facebook/data-deletion/:code", (c) => showDeletion(c, companion));
  return app;
}
