import { getCookie, setCookie } from "hono/cookie";
import {
  acceptedTags,
  asLanguage,
  bestLanguage,
  type Language,
} from "../../src-shared/words/languages.ts";
import type { Ctx } from "./env.ts";

export { asLanguage };

const COOKIE = "bellhop-language";
const YEAR_SECONDS = 31_536_000;

/** The best of our languages for an Accept-Language header; English if none is wanted. */
export function negotiate(header: string): Language {
  return bestLanguage(acceptedTags(header));
}

export function readLanguage(c: Ctx): Language {
  return asLanguage(getCookie(c, COOKIE)) ?? negotiate(c.req.header("accept-language") ?? "");
}

/** Remembers a choice. It is no secret and no right, so a link may set it. */
export function chooseLanguage(c: Ctx, language: Language, secure: boolean): void {
  setCookie(c, COOKIE, language, { path: "/", sameSite: "Lax", secure, maxAge: YEAR_SECONDS });
}
