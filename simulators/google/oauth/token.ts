import { createHash, timingSafeEqual } from "node:crypto";
import type { SimRequest, SimResponse } from "../server/exchange.ts";
import { json } from "../server/exchange.ts";
import type { Switches } from "../switches.ts";
import type { Account, ClientSeed } from "../types.ts";
import type { AuthCode, Grants, RefreshToken } from "./grants.ts";
import { bearerOf, isUsable, issueAccessToken, issueRefreshToken, revokeGrants } from "./grants.ts";
import { claimsOf, signIdToken } from "./id-token.ts";

export interface OAuthContext {
  readonly grants: Grants;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly switches: Switches;
  readonly issuer: string;
  /** Epoch ms. */
  readonly now: number;
}

const CODE_LIFE_MS = 10 * 60_000;

class OAuthError extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
  constructor(status: number, error: string, description: string, subtype?: string) {
    super(error);
    this.status = status;
    this.body = {
      error,
      error_description: description,
      ...(subtype === undefined ? {} : { error_subtype: subtype }),
    };
  }
}

const invalidGrant = (description = "Bad Request", subtype?: string): OAuthError =>
  new OAuthError(400, "invalid_grant", description, subtype);

/** The token endpoint: redeems a code or refreshes. */
export function answerToken(context: OAuthContext, request: SimRequest): SimResponse {
  try {
    const form = new URLSearchParams(request.body);
    const client = authenticate(context, form, request.headers["authorization"]);
    switch (form.get("grant_type")) {
      case "authorization_code":
        return redeem(context, form, client);
      case "refresh_token":
        return refresh(context, form, client);
      case null:
        throw new OAuthError(400, "invalid_request", "Missing required parameter: grant_type");
      default:
        throw new OAuthError(400, "unsupported_grant_type", "Invalid grant_type");
    }
  } catch (error) {
    if (error instanceof OAuthError) return json(error.status, error.body);
    throw error;
  }
}

function authenticate(
  context: OAuthContext,
  form: URLSearchParams,
  authorization: string | undefined,
): ClientSeed {
  const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  const [basicId, basicSecret] =
    basic === undefined
      ? []
      : Buffer.from(basic, "base64").toString().split(":").map(decodeURIComponent);
  const client = context.grants.clients.get(basicId ?? form.get("client_id") ?? "");
  if (client === undefined) {
    throw new OAuthError(401, "invalid_client", "The OAuth client was not found.");
  }
  const secret = basicSecret ?? form.get("client_secret");
  if (secret === null) {
    if (context.switches.clientSecretOptional) return client;
    throw new OAuthError(400, "invalid_request", "client_secret is missing.");
  }
  if (secret !== client.clientSecret) throw new OAuthError(401, "invalid_client", "Unauthorized");
  return client;
}

function redeem(context: OAuthContext, form: URLSearchParams, client: ClientSeed): SimResponse {
  const code = context.grants.codes.get(form.get("code") ?? "");
  if (code === undefined) throw invalidGrant("Malformed auth code.");
  const { grants, now, switches } = context;
  if (code.used || now - code.issuedAt > CODE_LIFE_MS || code.clientId !== client.clientId) {
    throw invalidGrant();
  }
  if (form.get("redirect_uri") !== code.redirectUri) {
    throw new OAuthError(400, "redirect_uri_mismatch", "Bad Request");
  }
  checkVerifier(code, form.get("code_verifier"));
  code.used = true;
  if (switches.accountDisabled) throw invalidGrant("Account has been disabled.");
  const refreshToken = issueRefreshToken(grants, code, now, switches.testingMode);
  return json(200, {
    ...tokenAnswer(context, refreshToken, code.nonce),
    refresh_token: refreshToken.token,
  });
}

function checkVerifier(code: AuthCode, verifier: string | null): void {
  if (code.challenge === undefined) return;
  if (verifier === null) throw invalidGrant("Missing code verifier.");
  if (!/^[A-Za-z0-9\-._~]{43,128}$/.test(verifier)) throw invalidGrant("Invalid code verifier.");
  const computed =
    code.challengeMethod === "plain"
      ? verifier
      : createHash("sha256").update(verifier).digest("base64url");
  const [a, b] = [Buffer.from(computed), Buffer.from(code.challenge)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw invalidGrant("Invalid code verifier.");
}

function refresh(context: OAuthContext, form: URLSearchParams, client: ClientSeed): SimResponse {
  const known = context.grants.refresh.get(form.get("refresh_token") ?? "");
  const alive = known !== undefined && isUsable(known, context.now);
  if (!alive || !context.accounts.has(known.email)) {
    throw invalidGrant("Token has been expired or revoked.");
  }
  if (known.clientId !== client.clientId) {
    throw new OAuthError(401, "unauthorized_client", "Unauthorized");
  }
  if (known.needsReconsent)
    throw invalidGrant("reauth related error (invalid_rapt)", "invalid_rapt");
  return json(200, tokenAnswer(context, known, undefined));
}

function tokenAnswer(
  context: OAuthContext,
  refreshToken: RefreshToken,
  nonce: string | undefined,
): Record<string, unknown> {
  const access = issueAccessToken(context.grants, refreshToken, context.now);
  const account = context.accounts.get(refreshToken.email);
  const { endsAt, scopes } = refreshToken;
  return {
    access_token: access.token,
    expires_in: 3599,
    scope: scopes.join(" "),
    token_type: "Bearer",
    ...(endsAt === undefined
      ? {}
      : { refresh_token_expires_in: Math.floor((endsAt - context.now) / 1000) }),
    ...(scopes.includes("openid") && account !== undefined
      ? { id_token: signIdToken(context, account, access, nonce) }
      : {}),
  };
}

/** The revocation endpoint: takes an access or a refresh token, ends the whole grant to the project. */
export function answerRevoke(context: OAuthContext, request: SimRequest): SimResponse {
  const token = request.query.get("token") ?? new URLSearchParams(request.body).get("token") ?? "";
  const access = context.grants.access.get(token);
  const found = context.grants.refresh.get(access?.refreshToken ?? token);
  if (found === undefined || !isUsable(found, context.now)) {
    return json(400, { error: "invalid_token", error_description: "Token expired or revoked" });
  }
  revokeGrants(context.grants, found.email, found.project);
  return json(200, {});
}

/** The tokeninfo endpoint: what an access token is good for; 400 for one that is not. */
export function answerTokeninfo(context: OAuthContext, request: SimRequest): SimResponse {
  const form = new URLSearchParams(request.body);
  const given = request.query.get("access_token") ?? form.get("access_token") ?? "";
  const token = given === "" ? request.headers["authorization"] : `Bearer ${given}`;
  const access = bearerOf(context.grants, token, context.now);
  const account = access === undefined ? undefined : context.accounts.get(access.email);
  if (access === undefined || account === undefined) {
    return json(400, { error: "invalid_token", error_description: "Invalid Value" });
  }
  return json(200, {
    azp: access.clientId,
    aud: access.clientId,
    ...claimsOf(account, access.scopes, context.switches.emailVerified),
    scope: access.scopes.join(" "),
    exp: String(Math.floor(access.expiresAt / 1000)),
    expires_in: String(Math.floor((access.expiresAt - context.now) / 1000)),
    access_type: "offline",
  });
}
