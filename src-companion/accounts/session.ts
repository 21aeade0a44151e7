import { createMiddleware } from "hono/factory";
import type { Language } from "../../src-shared/words/companion/index.ts";
import type { AppEnv, Companion, Ctx } from "../http/env.ts";
import { asLanguage } from "../http/language.ts";
import { RECENT_SECONDS } from "./auth.ts";

/** Who is signed in. The address is verified: nobody becomes a customer without. */
export interface SignedIn {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly image: string | null;
  readonly language: Language;
  /** Whether the sign-in was minutes ago, as changes to the ways in demand. */
  readonly recent: boolean;
}

/** The customer of this request's session, or null. A session that ended or was revoked counts as none. */
export async function signedIn(c: Ctx, { auth, clock }: Companion): Promise<SignedIn | null> {
  const found = await auth.api.getSession({
    headers: c.req.raw.headers,
    query: { disableRefresh: true },
  });
  if (found === null) return null;
  const { user, session } = found;
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    firstName: user.firstName,
    lastName: user.lastName,
    image: user.image ?? null,
    language: asLanguage(user.language) ?? c.get("language"),
    recent: clock.now() - session.createdAt.getTime() < RECENT_SECONDS * 1_000,
  };
}

/** Where to sign in first, and come back from. */
export function signInPath(c: Ctx): string {
  const here = new URL(c.req.url);
  const next = c.req.method === "GET" ? here.pathname + here.search : here.pathname;
  return `/sign-in?next=${encodeURIComponent(next)}`;
}

export interface CustomerEnv {
  readonly Variables: AppEnv["Variables"] & { customer: SignedIn };
  readonly Bindings: AppEnv["Bindings"];
}

/** For routes of customers: sets `customer`, or sends to the sign-in page and back. */
export function customersOnly(companion: Companion) {
  return createMiddleware<CustomerEnv>(async (c, next) => {
    const customer = await signedIn(c as unknown as Ctx, companion);
    if (customer === null) return c.redirect(signInPath(c as unknown as Ctx), 303);
    c.set("customer", customer);
    return next();
  });
}

/** Ends this browser's session, if it has one, in the database; the cookie is the caller's affair. */
export async function endSession({ auth }: Companion, headers: Headers): Promise<void> {
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (found === null) return;
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteSession(found.session.token);
}
