import { APIError } from "better-auth/api";
import { Hono } from "hono";
import type { AppEnv, Companion, Ctx } from "../../http/env.ts";
import { readForm } from "../../http/guard.ts";
import { AFTER_SIGN_IN, safePath } from "../../http/paths.ts";
import { type WordKey, say } from "../../pages/words.ts";
import { goOnSignedIn, passCookies, tooMany } from "../answers.ts";
import { readEmail } from "../checks.ts";
import { LIMITS } from "../limits.ts";
import { passwordPage, signInPage } from "../pages/sign-in.ts";
import { asTrouble, readProvider, troubleListPage, troublePage } from "../pages/trouble.ts";
import { signedIn } from "../session.ts";

/** Remarks that a redirect may ask for, by name; never words out of the address. */
const REMARKS: Readonly<Record<string, WordKey>> = {
  reset: "account.resetDone",
  again: "account.againFirst",
  known: "account.knownText",
  deleted: "account.deletedNotice",
};

function remarkOf(c: Ctx): string | undefined {
  const key = REMARKS[c.req.query("remark") ?? ""];
  return key === undefined ? undefined : say(c)(key);
}

async function showSignIn(c: Ctx, companion: Companion): Promise<Response> {
  const next = safePath(c.req.query("next"), AFTER_SIGN_IN);
  const remark = remarkOf(c);
  // Whoever is signed in goes on, unless asked to prove it once more.
  if (remark === undefined && (await signedIn(c, companion)) !== null) return c.redirect(next, 303);
  return c.html(await signInPage(c, companion, { next, remark }));
}

async function askPassword(c: Ctx, companion: Companion): Promise<Response> {
  const form = await readForm(c);
  const next = safePath(form["next"], AFTER_SIGN_IN);
  const email = readEmail(form["email"]);
  if (email !== null) return c.html(await passwordPage(c, companion, { next, email }));
  const wrong = say(c)("account.badEmail");
  const content = { next, email: form["email"] ?? "", wrong };
  return c.html(await signInPage(c, companion, content), 422);
}

/** The headers of an opened session, or null. Unknown address and wrong password take equally long and look the same. */
async function openByPassword(
  { auth }: Companion,
  headers: Headers,
  email: string,
  password: string,
): Promise<Headers | null> {
  try {
    const opened = await auth.api.signInEmail({
      body: { email, password },
      headers,
      returnHeaders: true,
    });
    return opened.headers;
  } catch (error) {
    if (error instanceof APIError) return null;
    throw error;
  }
}

async function signInByPassword(c: Ctx, companion: Companion): Promise<Response> {
  const form = await readForm(c);
  const next = safePath(form["next"], AFTER_SIGN_IN);
  const email = readEmail(form["email"]) ?? "nobody@unknown.invalid";
  const allowed = await companion.limits.allow(
    [LIMITS.signInByAddress, c.get("clientAddress")],
    [LIMITS.signInByEmail, email],
  );
  if (!allowed) return tooMany(c, companion, next);
  const headers = await openByPassword(companion, c.req.raw.headers, email, form["password"] ?? "");
  if (headers !== null) return goOnSignedIn(c, companion, headers, next);
  const wrong = say(c)("account.wrongPassword");
  const content = { next, email: form["email"] ?? "", wrong };
  return c.html(await passwordPage(c, companion, content), 422);
}

async function signOut(c: Ctx, { auth }: Companion): Promise<Response> {
  const ended = await auth.api.signOut({ headers: c.req.raw.headers, returnHeaders: true });
  passCookies(c, ended.headers);
  return c.redirect("/", 303);
}

async function showTrouble(c: Ctx, companion: Companion): Promise<Response> {
  const trouble = asTrouble(c.req.param("kind") ?? "");
  if (trouble === null) return c.notFound();
  const next = safePath(c.req.query("next"), AFTER_SIGN_IN);
  return c.html(await troublePage(c, companion, { trouble, provider: readProvider(c), next }));
}

export function signInRoutes(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get("/sign-in", (c) => showSignIn(c, companion));
  app.post("/sign-in/email", (c) => askPassword(c, companion));
  app.post("/sign-in/password", (c) => signInByPassword(c, companion));
  app.post("/sign-out", (c) => signOut(c, companion));
  app.get("/sign-in/trouble", async (c) =>
    c.html(await troubleListPage(c, companion, safePath(c.req.query("next"), AFTER_SIGN_IN))),
  );
  app.get("/sign-in/trouble/:kind", (c) => showTrouble(c, companion));
  return app;
}
