import { Hono } from "hono";
import { html } from "hono/html";
import type { AppEnv, Companion, Ctx } from "../../http/env.ts";
import { asLanguage, chooseLanguage } from "../../http/language.ts";
import { safePath } from "../../http/paths.ts";
import { page } from "../../pages/layout.ts";
import { say } from "../../pages/words.ts";

function startPage(c: Ctx): Response | Promise<Response> {
  const t = say(c);
  const body = html`<div class="block">
    <h1>${t("account.startTitle")}</h1>
    <p>${t("account.startText")}</p>
    <p><a class="button" href="/profile">${t("account.profileTitle")}</a></p>
  </div>`;
  return c.html(page(c, { title: t("account.startTitle"), body }));
}

function privacyPage(c: Ctx): Response | Promise<Response> {
  const t = say(c);
  const title = t("account.privacyTitle");
  const body = html`<div class="block">
    <h1>${title}</h1>
    <p>${t("account.privacyKept")}</p>
    <p>${t("account.privacyBusiness")}</p>
    <p>${t("account.privacyCookies")}</p>
    <p>${t("account.privacyDelete")}</p>
  </div>`;
  return c.html(page(c, { title, body }));
}

export function startRoutes({ settings }: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get("/", (c) => startPage(c));
  app.get("/privacy", (c) => privacyPage(c));
  app.get("/language", (c) => {
    const language = asLanguage(c.req.query("to"));
    if (language !== null) chooseLanguage(c, language, settings.secureCookies);
    return c.redirect(safePath(c.req.query("next"), "/"), 303);
  });
  return app;
}
