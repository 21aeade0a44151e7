import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { createMiddleware } from "hono/factory";
import { readLanguage } from "./language.ts";
import { clientAddressOf } from "./address.ts";
import { FORM_TOKEN, isFormToken, readBrowser } from "./browser.ts";
import type { AppEnv, Companion, Ctx } from "./env.ts";

/** Largest form, in bytes. */
const MAX_FORM = 64 * 1024;

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
const FORM = /^application\/x-www-form-urlencoded(?:;|$)/i;

/** Origins that the browser may be sent on to by the answer to a form. */
function formTargets({ settings }: Companion): readonly string[] {
  const google = settings.google?.authorizeUrl;
  const facebook = settings.facebook?.dialogUrl;
  const origins = [google, facebook]
    .filter((url) => url !== undefined)
    .map((url) => new URL(url).origin);
  // Facebook sends phones on to m.facebook.com, and Chrome applies form-action to every redirect of a form.
  return origins.includes("https://www.facebook.com")
    ? [...origins, "https://*.facebook.com"]
    : origins;
}

/** Headers of every answer: nothing but our own files runs or loads, nobody may frame us. */
export function protectiveHeaders(companion: Companion) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'", ...formTargets(companion)],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
    },
    referrerPolicy: "same-origin",
    crossOriginResourcePolicy: "same-origin",
    crossOriginOpenerPolicy: "same-origin",
    xFrameOptions: "DENY",
    xXssProtection: false,
    strictTransportSecurity: companion.settings.secureCookies
      ? "max-age=31536000; includeSubDomains"
      : false,
  });
}

/** Facts that every route relies on, and no copy of any page in a shared cache. */
export function requestFacts(companion: Companion) {
  return createMiddleware<AppEnv>(async (c, next) => {
    c.set("language", readLanguage(c));
    c.set("browser", readBrowser(c, companion));
    c.set("clientAddress", clientAddressOf(c, companion.settings.clientAddressHeader));
    await next();
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
  });
}

export const limitedForms = bodyLimit({
  maxSize: MAX_FORM,
  onError: (c) => c.text("This form is too large.", 413),
});

function comesFromUs(c: Ctx, { settings }: Companion): boolean {
  const origin = c.req.header("origin");
  if (origin !== undefined && origin !== "null") return origin === new URL(settings.baseUrl).origin;
  const site = c.req.header("sec-fetch-site");
  return site === undefined || site === "same-origin";
}

/** Why a form is refused: it was sent by another site, or this browser keeps no cookies. */
export type FormRefusal = "foreign" | "cookies" | "type";

async function refusalOf(c: Ctx, companion: Companion): Promise<FormRefusal | null> {
  if (!comesFromUs(c, companion)) return "foreign";
  if (!FORM.test(c.req.header("content-type") ?? "")) return "type";
  const browser = c.get("browser");
  if (browser === null) return "cookies";
  const token = (await c.req.parseBody())[FORM_TOKEN];
  const fits = typeof token === "string" && isFormToken(companion.secret, browser, token);
  return fits ? null : "foreign";
}

/**
 * For every route of the pages that changes something: the form must come from our own page in this very browser.
 * `refuse` renders the page that says what went wrong.
 */
export function guardedForms(
  companion: Companion,
  refuse: (c: Ctx, refusal: FormRefusal) => Response | Promise<Response>,
) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (READING.has(c.req.method)) return next();
    const refusal = await refusalOf(c, companion);
    return refusal === null ? next() : refuse(c, refusal);
  });
}

/** The fields of a form that are text; files and repeated fields are left out. */
export async function readForm(c: Ctx): Promise<Readonly<Record<string, string>>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
