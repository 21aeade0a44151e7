import { Hono } from "hono";
import { browserHash, ensureBrowser } from "../../http/browser.ts";
import type { AppEnv, Companion, Ctx } from "../../http/env.ts";
import { readForm } from "../../http/guard.ts";
import { AFTER_SIGN_IN, safePath } from "../../http/paths.ts";
import { type Provider, asProvider, offeredProviders } from "../../pages/brands.ts";
import { goOnSignedIn, passCookies, tooMany } from "../answers.ts";
import { FAILED_PATH, type Journey } from "../auth.ts";
import { LIMITS } from "../limits.ts";
import { slugOf } from "../pages/trouble.ts";
import { type Trouble, withNotes } from "../providers/answers.ts";
import { type SignedIn, signInPath } from "../session.ts";

const ASK_AGAIN = { auth_type: "rerequest" } as const;

function offered(c: Ctx, companion: Companion): Provider | null {
  const provider = asProvider(c.req.param("provider"));
  return provider !== null && offeredProviders(companion).includes(provider) ? provider : null;
}

function failedPath(provider: Provider, next: string, linking: boolean): string {
  const query = new URLSearchParams({ provider, next, ...(linking ? { linking: "1" } : {}) });
  return `${FAILED_PATH}?${query.toString()}`;
}

async function allowedToStart(c: Ctx, { limits }: Companion): Promise<boolean> {
  return limits.allow([LIMITS.providerByAddress, c.get("clientAddress")]);
}

function journeyOf(c: Ctx, companion: Companion, next: string): { readonly journey: Journey } {
  const browser = browserHash(ensureBrowser(c, companion));
  return { journey: { browserHash: browser, language: c.get("language"), next } };
}

/** Sends the browser on to the provider, whose answer comes to `/auth/callback/:provider`. */
async function startSignIn(c: Ctx, companion: Companion): Promise<Response> {
  const provider = offered(c, companion);
  if (provider === null) return c.notFound();
  const form = await readForm(c);
  const next = safePath(form["next"], AFTER_SIGN_IN);
  if (!(await allowedToStart(c, companion))) return tooMany(c, companion, next);
  const { headers, response } = await companion.auth.api.signInSocial({
    body: {
      provider,
      callbackURL: next,
      errorCallbackURL: failedPath(provider, next, false),
      disableRedirect: true,
      additionalData: journeyOf(c, companion, next),
      ...(form["again"] === "1" ? { additionalParams: ASK_AGAIN } : {}),
    },
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  passCookies(c, headers);
  return c.redirect(response.url ?? next, 303);
}

/** The same way for a customer who wants one more way in; `routes/profile.ts` has checked that the sign-in is recent. */
export async function startLinking(
  c: Ctx,
  companion: Companion,
  customer: SignedIn,
): Promise<Response> {
  const provider = offered(c, companion);
  if (provider === null) return c.notFound();
  if (!customer.recent) return c.redirect(`${signInPath(c)}&remark=again`, 303);
  if (!(await allowedToStart(c, companion))) return tooMany(c, companion, "/profile");
  const { headers, response } = await companion.auth.api.linkSocialAccount({
    body: {
      provider,
      callbackURL: "/profile?remark=linked",
      errorCallbackURL: failedPath(provider, "/profile", true),
      disableRedirect: true,
      additionalData: journeyOf(c, companion, "/profile"),
    },
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  passCookies(c, headers);
  return c.redirect(response.url, 303);
}

/** What the provider or the library put into `error`, in our words. */
const BY_CODE: Readonly<Record<string, Trouble>> = {
  access_denied: "cancelled",
  user_cancelled: "cancelled",
  consent_required: "cancelled",
  admin_policy_enforced: "disabled",
  org_internal: "disabled",
  account_disabled: "disabled",
  server_error: "down",
  temporarily_unavailable: "down",
  email_not_found: "noEmail",
  email_not_verified: "unverified",
  account_not_linked: "linkedElsewhere",
  unable_to_link_account: "linkedElsewhere",
  account_already_linked_to_different_user: "linkedElsewhere",
};

const LOST_STATE = new Set(["state_mismatch", "state_not_found", "state_invalid"]);

function troubleOf(c: Ctx, code: string): Trouble {
  // Without our cookies there is no telling whose sign-in this is: the usual reason is that none are kept.
  if (LOST_STATE.has(code)) return c.get("browser") === null ? "cookies" : "expired";
  return BY_CODE[code] ?? "expired";
}

/** Where a failed sign-in goes: to the page of its cause, with the way back and the provider. */
function troublePath(c: Ctx, failed: URL, learned: Trouble | null): string {
  const code = failed.searchParams.get("error") ?? "";
  if (code === "prove_by_mail") return "/sign-up/sent?way=facebook";
  const provider = failed.searchParams.get("provider") ?? c.req.param("provider") ?? "";
  const next = safePath(failed.searchParams.get("next") ?? undefined, AFTER_SIGN_IN);
  const kind = slugOf(learned ?? troubleOf(c, code));
  return `/sign-in/trouble/${kind}?${new URLSearchParams({ provider, next }).toString()}`;
}

async function finish(c: Ctx, companion: Companion): Promise<Response> {
  if (offered(c, companion) === null) return c.notFound();
  if (!(await allowedToStart(c, companion))) return tooMany(c, companion);
  const { answer, learned } = await withNotes(async (kept) => {
    const handled = await companion.auth.handler(c.req.raw);
    return { answer: handled, learned: kept.trouble };
  });
  const target = new URL(answer.headers.get("location") ?? FAILED_PATH, companion.settings.baseUrl);
  if (target.pathname === FAILED_PATH || learned !== null) {
    passCookies(c, answer.headers);
    return c.redirect(troublePath(c, target, learned), 303);
  }
  const next = safePath(target.pathname + target.search, AFTER_SIGN_IN);
  // A link keeps the session; a sign-in begins another one.
  const opened = answer.headers.getSetCookie().some((cookie) => cookie.includes("session_token="));
  if (opened) return goOnSignedIn(c, companion, answer.headers, next);
  passCookies(c, answer.headers);
  return c.redirect(next, 303);
}

export function providerRoutes(companion: Companion): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.post("/sign-in/:provider{google|facebook}", (c) => startSignIn(c, companion));
  app.get("/auth/callback/:provider{google|facebook}", (c) => finish(c, companion));
  return app;
}
