import { APIError } from "better-auth/api";
import { type Context, Hono } from "hono";
import type { Companion, Ctx } from "../../http/env.ts";
import { readForm } from "../../http/guard.ts";
import { asLanguage, chooseLanguage } from "../../http/language.ts";
import { type WordKey, say } from "../../pages/words.ts";
import { passCookies, tooMany } from "../answers.ts";
import { wrongNames, wrongPassword } from "../checks.ts";
import { deleteCustomer } from "../leave.ts";
import { LIMITS } from "../limits.ts";
import { accountMail } from "../mails.ts";
import { methodsOf, removeMethod } from "../methods.ts";
import { deletePage, profilePage, profilePasswordPage } from "../pages/profile.ts";
import { type CustomerEnv, type SignedIn, customersOnly } from "../session.ts";
import { startLinking } from "./providers.ts";

type CustomerCtx = Context<CustomerEnv>;

/** The pages know the facts of every request only. */
const plain = (c: CustomerCtx): Ctx => c as unknown as Ctx;

const REMARKS: Readonly<Record<string, WordKey>> = {
  saved: "account.profileSaved",
  linked: "account.linked",
  unlinked: "account.unlinked",
  password: "account.passwordSaved",
  last: "account.lastWay",
};

const AGAIN = "/sign-in?remark=again&next=";

async function showProfile(c: CustomerCtx, companion: Companion): Promise<Response> {
  const customer = c.get("customer");
  const key = REMARKS[c.req.query("remark") ?? ""];
  const remark = key === undefined ? undefined : say(plain(c))(key);
  const methods = await methodsOf(companion, customer.id);
  return c.html(await profilePage(plain(c), companion, { customer, methods, remark }));
}

async function saveDetails(c: CustomerCtx, companion: Companion): Promise<Response> {
  const customer = c.get("customer");
  const form = await readForm(plain(c));
  const wrong = wrongNames(plain(c), form);
  if (Object.keys(wrong).length > 0) {
    const methods = await methodsOf(companion, customer.id);
    const content = { customer, methods, state: { values: form, wrong } };
    return c.html(await profilePage(plain(c), companion, content), 422);
  }
  const firstName = form["firstName"]?.trim() ?? "";
  const lastName = form["lastName"]?.trim() ?? "";
  const language = asLanguage(form["language"]) ?? customer.language;
  await companion.store.db
    .updateTable("customer")
    .set({
      first_name: firstName,
      last_name: lastName,
      name: `${firstName} ${lastName}`.trim(),
      language,
    })
    .where("id", "=", customer.id)
    .execute();
  chooseLanguage(plain(c), language, companion.settings.secureCookies);
  return c.redirect("/profile?remark=saved", 303);
}

async function removePhoto(c: CustomerCtx, { store }: Companion): Promise<Response> {
  await store.db
    .updateTable("customer")
    .set({ image: null })
    .where("id", "=", c.get("customer").id)
    .execute();
  return c.redirect("/profile?remark=saved", 303);
}

async function unlink(c: CustomerCtx, companion: Companion): Promise<Response> {
  const { id, recent } = c.get("customer");
  if (!recent) return c.redirect(`${AGAIN}/profile`, 303);
  const { method = "" } = await readForm(plain(c));
  const removed = await removeMethod(companion, id, method);
  return c.redirect(`/profile?remark=${removed ? "unlinked" : "last"}`, 303);
}

async function hasPassword(companion: Companion, { id }: SignedIn): Promise<boolean> {
  const methods = await methodsOf(companion, id);
  return methods.some(({ provider }) => provider === "credential");
}

async function showPassword(c: CustomerCtx, companion: Companion): Promise<Response> {
  const customer = c.get("customer");
  const has = await hasPassword(companion, customer);
  if (!has && !customer.recent) return c.redirect(`${AGAIN}/profile/password`, 303);
  const content = { customer, hasPassword: has };
  return c.html(await profilePasswordPage(plain(c), companion, content));
}

/** Tells the owner of the address, in case it was somebody else at an open browser. */
async function tellByMail(
  { store, outbox, settings }: Companion,
  { email, language }: SignedIn,
  kind: "passwordAdded" | "passwordChanged",
): Promise<void> {
  const url = `${settings.baseUrl}${kind === "passwordAdded" ? "/profile" : "/sign-in"}`;
  const mail = await accountMail({ kind, to: email, language, url });
  await store.write((trx) => outbox.add(trx, mail));
}

/** Changes the password and ends every other session; null if the current one is wrong. */
async function changePassword(
  { auth }: Companion,
  headers: Headers,
  current: string,
  password: string,
): Promise<Headers | null> {
  try {
    const changed = await auth.api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers,
      returnHeaders: true,
    });
    return changed.headers;
  } catch (error) {
    if (error instanceof APIError) return null;
    throw error;
  }
}

async function addPassword(c: CustomerCtx, companion: Companion, password: string) {
  const customer = c.get("customer");
  if (!customer.recent) return c.redirect(`${AGAIN}/profile/password`, 303);
  const { headers } = c.req.raw;
  await companion.auth.api.setPassword({ body: { newPassword: password }, headers });
  await tellByMail(companion, customer, "passwordAdded");
  return c.redirect("/profile?remark=password", 303);
}

async function savePassword(c: CustomerCtx, companion: Companion): Promise<Response> {
  const customer = c.get("customer");
  const tries = [LIMITS.profileByCustomer, customer.id] as const;
  if (!(await companion.limits.allow(tries))) return tooMany(plain(c), companion, "/profile");
  const { current = "", password = "" } = await readForm(plain(c));
  const has = await hasPassword(companion, customer);
  const bad = wrongPassword(plain(c), password, customer.email);
  const refuse = async (wrong: Readonly<Record<string, string>>) => {
    const content = { customer, hasPassword: has, wrong };
    return c.html(await profilePasswordPage(plain(c), companion, content), 422);
  };
  if (bad !== undefined) return refuse({ password: bad });
  if (!has) return addPassword(c, companion, password);
  const headers = await changePassword(companion, c.req.raw.headers, current, password);
  if (headers === null) return refuse({ current: say(plain(c))("account.wrongCurrent") });
  passCookies(plain(c), headers);
  await tellByMail(companion, customer, "passwordChanged");
  return c.redirect("/profile?remark=password", 303);
}

async function deleteAccount(c: CustomerCtx, companion: Companion): Promise<Response> {
  const { id, recent } = c.get("customer");
  if (!recent) return c.redirect(`${AGAIN}/profile/delete`, 303);
  const { headers } = c.req.raw;
  const ended = await companion.auth.api.signOut({ headers, returnHeaders: true });
  await deleteCustomer(companion, id);
  passCookies(plain(c), ended.headers);
  return c.redirect("/sign-in?remark=deleted", 303);
}

export function profileRoutes(companion: Companion): Hono<CustomerEnv> {
  const app = new Hono<CustomerEnv>();
  app.use(customersOnly(companion));
  app.get("/", (c) => showProfile(c, companion));
  app.post("/details", (c) => saveDetails(c, companion));
  app.post("/photo", (c) => removePhoto(c, companion));
  app.post("/link/:provider{google|facebook}", (c) =>
    startLinking(plain(c), companion, c.get("customer")),
  );
  app.post("/unlink", (c) => unlink(c, companion));
  app.get("/password", (c) => showPassword(c, companion));
  app.post("/password", (c) => savePassword(c, companion));
  app.get("/delete", async (c) =>
    c.get("customer").recent
      ? c.html(await deletePage(plain(c), companion))
      : c.redirect(`${AGAIN}/profile/delete`, 303),
  );
  app.post("/delete", (c) => deleteAccount(c, companion));
  return app;
}
