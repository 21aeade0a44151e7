import type { SimRequest, SimResponse } from "../server/exchange.ts";
import { html, redirect } from "../server/exchange.ts";
import type { ClientSeed } from "../types.ts";
import { accountPage, consentPage, errorPage } from "./consent-page.ts";
import { SIGN_IN_SCOPES, nextSecret, readScopes } from "./grants.ts";
import type { OAuthContext } from "./token.ts";

interface AuthRequest {
  readonly client: ClientSeed;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | null;
  readonly challenge: string | undefined;
  readonly challengeMethod: "S256" | "plain";
  readonly nonce: string | undefined;
  readonly loginHint: string | undefined;
}

/** What Google shows on its own page instead of sending the browser back. */
class PageError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The authorisation endpoint: account chooser, then consent, as plain forms. */
export function answerAuthorize(context: OAuthContext, request: SimRequest): SimResponse {
  const form =
    request.method === "POST" ? new URLSearchParams(request.body) : new URLSearchParams();
  const query = new URLSearchParams(form.get("request") ?? request.query);
  try {
    const asked = readRequest(context, query);
    const { consent } = context.grants;
    if (consent.error !== undefined) return backWithError(context, asked, consent.error);
    if (consent.mode === "approve") return approve(context, asked);
    return answerPage(context, asked, query, form);
  } catch (error) {
    if (error instanceof PageError) return html(400, errorPage(error.code, error.message));
    throw error;
  }
}

function approve(context: OAuthContext, asked: AuthRequest): SimResponse {
  const { consent } = context.grants;
  const email = consent.account ?? asked.loginHint ?? [...context.accounts.keys()][0] ?? "";
  return backWithCode(context, asked, email, (scope) => !consent.untick.includes(scope));
}

function answerPage(
  context: OAuthContext,
  asked: AuthRequest,
  query: URLSearchParams,
  form: URLSearchParams,
): SimResponse {
  const email = form.get("account") ?? asked.loginHint;
  const appName = asked.client.name ?? asked.client.clientId;
  const request = query.toString();
  if (email === undefined || !context.accounts.has(email)) {
    return html(200, accountPage({ appName, request, accounts: [...context.accounts.values()] }));
  }
  switch (form.get("decision")) {
    case "allow": {
      const ticked = new Set(form.getAll("scope"));
      return backWithCode(context, asked, email, (scope) => ticked.has(scope));
    }
    case "deny":
      return backWithError(context, asked, "access_denied");
    default:
      return html(
        200,
        consentPage({
          appName,
          request,
          email,
          signInScopes: asked.scopes.filter((scope) => SIGN_IN_SCOPES.includes(scope)),
          otherScopes: asked.scopes.filter((scope) => !SIGN_IN_SCOPES.includes(scope)),
          ticked: context.switches.consentBoxesTicked,
        }),
      );
  }
}

function readRequest(context: OAuthContext, query: URLSearchParams): AuthRequest {
  const client = context.grants.clients.get(query.get("client_id") ?? "");
  if (client === undefined)
    throw new PageError("invalid_client", "The OAuth client was not found.");
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!isRegistered(client, redirectUri)) {
    throw new PageError(
      "redirect_uri_mismatch",
      "The redirect URI is not registered for this client.",
    );
  }
  if (query.get("response_type") !== "code") {
    throw new PageError("invalid_request", "Required parameter is missing: response_type=code");
  }
  const scopes = readScopes(query.get("scope") ?? "");
  if (scopes.length === 0)
    throw new PageError("invalid_request", "Missing required parameter: scope");
  const method = query.get("code_challenge_method") ?? "plain";
  if (method !== "S256" && method !== "plain") {
    throw new PageError("invalid_request", "Invalid parameter value for code_challenge_method");
  }
  return {
    client,
    redirectUri,
    scopes,
    state: query.get("state"),
    challenge: query.get("code_challenge") ?? undefined,
    challengeMethod: method,
    nonce: query.get("nonce") ?? undefined,
    loginHint: knownHint(context, query),
  };
}

/** A hint that names no account is no hint; prompt=select_account asks again anyway. */
function knownHint(context: OAuthContext, query: URLSearchParams): string | undefined {
  const hint = query.get("login_hint");
  if (hint === null || (query.get("prompt") ?? "").includes("select_account")) return undefined;
  return [...context.accounts.values()].find(({ email, sub }) => email === hint || sub === hint)
    ?.email;
}

const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

function isRegistered(client: ClientSeed, redirectUri: string): boolean {
  if (client.redirects !== "loopback") return client.redirects.includes(redirectUri);
  if (!URL.canParse(redirectUri)) return false;
  const { protocol, hostname, hash } = new URL(redirectUri);
  return protocol === "http:" && LOOPBACK.has(hostname) && hash === "";
}

function backWithError(context: OAuthContext, asked: AuthRequest, error: string): SimResponse {
  return back(context, asked, { error });
}

function backWithCode(
  context: OAuthContext,
  asked: AuthRequest,
  email: string,
  isTicked: (scope: string) => boolean,
): SimResponse {
  const code = `4/0A${nextSecret(context.grants, "code")}`;
  const scopes = asked.scopes.filter((scope) => SIGN_IN_SCOPES.includes(scope) || isTicked(scope));
  const { client, redirectUri, challenge, challengeMethod, nonce } = asked;
  context.grants.codes.set(code, {
    code,
    email,
    clientId: client.clientId,
    redirectUri,
    scopes,
    challenge,
    challengeMethod,
    nonce,
    issuedAt: context.now,
    used: false,
  });
  return back(context, asked, { code, scope: scopes.join(" ") });
}

function back(
  context: OAuthContext,
  asked: AuthRequest,
  parameters: Readonly<Record<string, string>>,
): SimResponse {
  const target = new URL(asked.redirectUri);
  if (asked.state !== null) target.searchParams.set("state", asked.state);
  target.searchParams.set("iss", context.issuer);
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  return redirect(target.toString());
}
