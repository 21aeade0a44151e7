import { APIError } from "better-auth/api";
import { Hono } from "hono";
import type { AppEnv, Companion, Ctx } from "../../http/env.ts";
import { readForm } from "../../http/guard.ts";
import { hasZero } from "../../http/text.ts";
import { say } from "../../pages/words.ts";
import { linkExpired, tooMany } from "../answers.ts";
import { readEmail, wrongPassword } from "../checks.ts";
import { LIMITS } from "../limits.ts";
import { newPasswordPage, resetPage } from "../pages/reset.ts";
import { mailSentPage } from "../pages/sign-up.ts";

async function askForLink(c: Ctx, companion: Companion): Promise<Response> {
  const form = await readForm(c);
  const email = readEmail(form["email"]);
  if (email === null) {
    const wrong = say(c)("account.badEmail");
    return c.html(await resetPage(c, companion, form["email"] ?? "", wrong), 422);
  }
  const allowed = await companion.limits.allow(
    [LIMITS.mailByAddress, c.get("clientAddress")],
    [LIMITS.mailByEmail, email],
  );
  if (!allowed) return tooMany(c, companion);
  // After the answer: an address with an account makes more work, and the time must not show it.
  companion.background.run("accounts.reset", async () => {
    await companion.auth.api.requestPasswordReset({ body: { email } });
  });
  return c.redirect("/reset/sent", 303);
}

/** False if the link is used, old or made up. */
async function setPassword({ auth }: Companion, token: string, password: string): Promise<boolean> {
  if (hasZero(token)) return false;
  try {
    await auth.api.resetPassword({ body: { token, newPassword: password } });
    return true;
  } catch (error) {
    if (error instanceof APIError) return false;
    throw error;
  }
}

async function saveNewPassword(c: Ctx, companion: Companion): Promise<Response> {
  const form = await readForm(c);
  const token = form["token"] ?? "";
  const password = form["password"] ?? "";
  const wrong = wrongPassword(c, password, "");
  if (wrong !== undefined) return c.html(await newPasswordPage(c, companion, token, wrong), 422);
  const tries = [LIMITS.linkByAddress, c.get("clientAddress")] as const;
  if (!(await companion.limits.allow(tries))) return tooMany(c, companion);
  return (await setPassword(companion, token, password))
    ? c.redirect("/sign-in?remark=reset", 303)
    : linkExpired(c, companion);
}

export function resetRoutes(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get("/reset", async (c) => c.html(await resetPage(c, companion, "")));
  app.post("/reset", (c) => askForLink(c, companion));
  app.get("/reset/sent", async (c) => c.html(await mailSentPage(c, companion, "sentReset")));
  app.get("/reset/new", async (c) =>
    c.html(await newPasswordPage(c, companion, c.req.query("token") ?? "")),
  );
  app.post("/reset/new", (c) => saveNewPassword(c, companion));
  return app;
}
