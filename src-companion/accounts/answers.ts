import type { Companion, Ctx } from "../http/env.ts";
import { troublePage } from "./pages/trouble.ts";
import { endSession } from "./session.ts";

/** Adds the cookies that the library set to our answer. */
export function passCookies(c: Ctx, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header("Set-Cookie", cookie, { append: true });
}

/** A session was opened: the one before it ends, so that no old cookie stays good, and the customer goes on. */
export async function goOnSignedIn(
  c: Ctx,
  companion: Companion,
  headers: Headers,
  next: string,
): Promise<Response> {
  await endSession(companion, c.req.raw.headers);
  passCookies(c, headers);
  return c.redirect(next, 303);
}

export async function tooMany(c: Ctx, companion: Companion, next = "/"): Promise<Response> {
  c.header("Retry-After", "900");
  const content = { trouble: "tooMany", provider: null, next } as const;
  return c.html(await troublePage(c, companion, content), 429);
}

export async function linkExpired(c: Ctx, companion: Companion): Promise<Response> {
  const content = { trouble: "expired", provider: null, next: "/" } as const;
  return c.html(await troublePage(c, companion, content), 410);
}
