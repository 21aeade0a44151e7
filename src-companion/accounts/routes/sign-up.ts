import { Hono } from "hono";
import { browserHash, ensureBrowser } from "../../http/browser.ts";
import type { AppEnv, Companion, Ctx } from "../../http/env.ts";
import { readForm } from "../../http/guard.ts";
import { AFTER_SIGN_IN, safePath } from "../../http/paths.ts";
import { hashSecret } from "../../secrets.ts";
import { say } from "../../pages/words.ts";
import { goOnSignedIn, linkExpired, tooMany } from "../answers.ts";
import { readEmail, wrongNames, wrongPassword } from "../checks.ts";
import { LIMITS } from "../limits.ts";
import { confirmPage, mailSentPage, signUpPage } from "../pages/sign-up.ts";
import {
  type Pending,
  claimAddress,
  findPending,
  isSameBrowser,
  spendPending,
} from "../pending.ts";

const NOTHING_TYPED = { values: {}, wrong: {} } as const;

async function signUp(c: Ctx, companion: Companion): Promise<Response> {
  const form = await readForm(c);
  const next = safePath(form["next"], AFTER_SIGN_IN);
  const email = readEmail(form["email"]);
  const password = form["password"] ?? "";
  const badPassword = wrongPassword(c, password, email ?? "");
  const wrong = {
    ...wrongNames(c, form),
    ...(email === null ? { email: say(c)("account.badEmail") } : {}),
    ...(badPassword === undefined ? {} : { password: badPassword }),
  };
  if (email === null || Object.keys(wrong).length > 0)
    return c.html(await signUpPage(c, companion, next, { values: form, wrong }), 422);
  const allowed = await companion.limits.allow(
    [LIMITS.mailByAddress, c.get("clientAddress")],
    [LIMITS.mailByEmail, email],
  );
  if (!allowed) return tooMany(c, companion, next);
  const { hash } = await companion.auth.api.hashPassword({ body: { password } });
  await claimAddress(companion, {
    email,
    firstName: form["firstName"]?.trim() ?? "",
    lastName: form["lastName"]?.trim() ?? "",
    image: null,
    language: c.get("language"),
    browserHash: browserHash(ensureBrowser(c, companion)),
    next,
    way: { provider: "credential", passwordHash: hash },
  });
  return c.redirect("/sign-up/sent", 303);
}

async function showConfirm(c: Ctx, companion: Companion): Promise<Response> {
  const token = c.req.query("token") ?? "";
  const pending = await findPending(companion, token);
  if (pending === null) return linkExpired(c, companion);
  const sameBrowser = isSameBrowser(pending, c.get("browser"));
  return c.html(await confirmPage(c, companion, { token, pending, sameBrowser }));
}

/** The link alone isn't enough, or it would confirm what somebody else began: see docs/companion.md. */
async function mayConfirm(
  c: Ctx,
  { auth }: Companion,
  pending: Pending,
  password: string,
): Promise<boolean> {
  if (isSameBrowser(pending, c.get("browser"))) return true;
  if (pending.password === null || password === "") return false;
  const { fits } = await auth.api.verifyPassword({ body: { password, hash: pending.password } });
  return fits;
}

async function isCustomer({ store }: Companion, email: string): Promise<boolean> {
  const row = await store.db
    .selectFrom("customer")
    .where("email", "=", email)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The headers of the new customer's session; null if the address has a customer by now. */
async function admit(companion: Companion, c: Ctx, pending: Pending): Promise<Headers | null> {
  const { email, image, language, provider, subject, password } = pending;
  if (await isCustomer(companion, email)) return null;
  try {
    const admitted = await companion.auth.api.admitCustomer({
      body: {
        email,
        firstName: pending.first_name,
        lastName: pending.last_name,
        image,
        language,
        provider: provider === "facebook" ? "facebook" : "credential",
        subject,
        password,
      },
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    return admitted.headers;
  } catch (error) {
    // Two links of one address at the same moment: the database let one of them through.
    if (await isCustomer(companion, email)) return null;
    throw error;
  }
}

async function confirm(c: Ctx, companion: Companion): Promise<Response> {
  const form = await readForm(c);
  const token = form["token"] ?? "";
  const allowed = await companion.limits.allow(
    [LIMITS.linkByAddress, c.get("clientAddress")],
    [LIMITS.linkByToken, hashSecret(token)],
  );
  if (!allowed) return tooMany(c, companion);
  const pending = await findPending(companion, token);
  if (pending === null) return linkExpired(c, companion);
  if (!(await mayConfirm(c, companion, pending, form["password"] ?? ""))) {
    const wrong = say(c)("account.wrongPassword");
    const content = { token, pending, sameBrowser: false, wrong };
    return c.html(await confirmPage(c, companion, content), 422);
  }
  if (!(await spendPending(companion, pending))) return linkExpired(c, companion);
  const headers = await admit(companion, c, pending);
  const { next } = pending;
  return headers === null
    ? c.redirect(`/sign-in?remark=known&next=${encodeURIComponent(next)}`, 303)
    : goOnSignedIn(c, companion, headers, next);
}

export function signUpRoutes(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get("/sign-up", async (c) =>
    c.html(
      await signUpPage(c, companion, safePath(c.req.query("next"), AFTER_SIGN_IN), NOTHING_TYPED),
    ),
  );
  app.post("/sign-up", (c) => signUp(c, companion));
  app.get("/sign-up/sent", async (c) =>
    c.html(
      await mailSentPage(
        c,
        companion,
        c.req.query("way") === "facebook" ? "sentFacebook" : "sentSignUp",
      ),
    ),
  );
  app.get("/confirm", (c) => showConfirm(c, companion));
  app.post("/confirm", (c) => confirm(c, companion));
  return app;
}
