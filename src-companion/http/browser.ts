import { getCookie, setCookie } from "hono/cookie";
import { equalSecrets, hashSecret, newSecret, sign } from "../secrets.ts";
import type { Companion, Ctx } from "./env.ts";

/**
 * Every browser that sees a form gets a secret in a cookie. It binds what belongs to this browser alone: the tokens in
 * forms, the held slot, the sign-up that waits for a mail.
 */
const NAME = "browser";
const DAY_SECONDS = 86_400;

/** `__Host-` cookies can't be set by a neighbouring domain nor over http; plain http on this computer can't have them. */
export function cookieName(secure: boolean, name: string): string {
  return secure ? `__Host-bellhop-${name}` : `bellhop-${name}`;
}

export function cookieOptions(secure: boolean) {
  return { path: "/", httpOnly: true, secure, sameSite: "Lax" } as const;
}

export function readBrowser(c: Ctx, { settings }: Companion): string | null {
  const value = getCookie(c, cookieName(settings.secureCookies, NAME));
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}

/** The browser's secret; makes one and sets the cookie where there is none. For pages that hold a form. */
export function ensureBrowser(c: Ctx, { settings, random }: Companion): string {
  const known = c.get("browser");
  if (known !== null) return known;
  const made = newSecret(random);
  const options = cookieOptions(settings.secureCookies);
  setCookie(c, cookieName(settings.secureCookies, NAME), made, {
    ...options,
    maxAge: 30 * DAY_SECONDS,
  });
  c.set("browser", made);
  return made;
}

/** What the database keeps of a browser. */
export function browserHash(browser: string): string {
  return hashSecret(browser);
}

export const FORM_TOKEN = "_token";

/** The token that every form of this browser carries. */
export function formToken(secret: string, browser: string): string {
  return sign(secret, "form", browser);
}

export function isFormToken(secret: string, browser: string, token: string): boolean {
  return equalSecrets(formToken(secret, browser), token);
}
