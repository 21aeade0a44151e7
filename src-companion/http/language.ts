import { getCookie, setCookie } from "hono/cookie";
import { LANGUAGES, type Language } from "../../src-shared/words/companion/index.ts";
import type { Ctx } from "./env.ts";

const COOKIE = "bellhop-language";
const YEAR_SECONDS = 31_536_000;

export function asLanguage(text: string | undefined): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

/** The best of our languages for an Accept-Language header; English if none is wanted. */
export function negotiate(header: string): Language {
  const wanted = header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.find((one) => one.trim().startsWith("q="));
      return { tag, q: weight === undefined ? 1 : Number(weight.trim().slice(2)) };
    })
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q);
  for (const { tag } of wanted) {
    const found = asLanguage(tag.split("-")[0]);
    if (found !== null) return found;
  }
  return "en";
}

export function readLanguage(c: Ctx): Language {
  return asLanguage(getCookie(c, COOKIE)) ?? negotiate(c.req.header("accept-language") ?? "");
}

/** Remembers a choice. It is no secret and no right, so a link may set it. */
export function chooseLanguage(c: Ctx, language: Language, secure: boolean): void {
  setCookie(c, COOKIE, language, { path: "/", sameSite: "Lax", secure, maxAge: YEAR_SECONDS });
}
