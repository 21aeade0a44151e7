import { createAuthorizationURL, type OAuthProvider } from "better-auth/oauth2";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { z } from "zod";
import type { GoogleSettings } from "../../settings.ts";
import { Name } from "./name.ts";
import { ProviderFailure, askProvider, orNothing } from "./answers.ts";

const SCOPES = ["openid", "email", "profile"];

/**
 * Claims of an id_token; all but `sub` may be missing. What is not as it should be counts as missing: a customer without a
 * picture, which some providers write as null, must not be kept out for it.
 */
const Claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  name: Name.optional().catch(undefined),
  given_name: Name.optional().catch(undefined),
  family_name: Name.optional().catch(undefined),
  picture: z
    .url({ protocol: /^https$/ })
    .optional()
    .catch(undefined),
  nonce: z.string().optional(),
});
type Claims = z.infer<typeof Claims>;

const Tokens = z.object({ id_token: z.string() });
const Refusal = z.object({ error: z.string(), error_description: z.string().optional() });

/** The one token we use: it says who signed in. The others are never asked for again, so they are not kept. */
async function redeem(settings: GoogleSettings, form: Record<string, string>): Promise<string> {
  const { status, body } = await askProvider(settings.tokenUrl, {
    method: "POST",
    body: new URLSearchParams({
      ...form,
      grant_type: "authorization_code",
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
    }),
  });
  const tokens = Tokens.safeParse(body);
  if (status === 200 && tokens.success) return tokens.data.id_token;
  const refusal = Refusal.safeParse(body);
  if (!refusal.success) throw new ProviderFailure("down", "Google's answer has no id_token.");
  // Google has no code of its own for it: a deleted or disabled account is an invalid_grant.
  const disabled = /disabled|deleted|suspended/i.test(refusal.data.error_description ?? "");
  throw new ProviderFailure(disabled ? "disabled" : "expired", refusal.data.error);
}

type Keys = ReturnType<typeof createRemoteJWKSet>;

async function verified(
  settings: GoogleSettings,
  keys: Keys,
  idToken: string,
  nonce: string | undefined,
): Promise<Claims> {
  try {
    const { payload } = await jwtVerify(idToken, keys, {
      // Google signs with and without https://.
      issuer: [settings.issuer, settings.issuer.replace(/^https:\/\//, "")],
      audience: settings.clientId,
      algorithms: ["RS256"],
      clockTolerance: 60,
    });
    const claims = Claims.parse(payload);
    if (nonce !== undefined && claims.nonce === nonce) return claims;
  } catch {
    throw new ProviderFailure("down", "Google's id_token is not valid.");
  }
  throw new ProviderFailure("expired", "Google's id_token belongs to another sign-in.");
}

function userOf(claims: Claims) {
  if (claims.email === undefined || claims.email_verified !== true)
    throw new ProviderFailure("unverified", "Google has not verified the address.");
  const [first = "", ...rest] = (claims.name ?? "").split(" ");
  const user = {
    name: claims.name ?? "",
    firstName: claims.given_name ?? first,
    lastName: claims.family_name ?? rest.join(" "),
    email: claims.email,
    emailVerified: true,
    ...(claims.picture === undefined ? {} : { image: claims.picture }),
  };
  return { user, data: claims };
}

/** Sign-in with Google: PKCE, a nonce, `openid email profile`, and an address that Google has verified. */
export function googleProvider(settings: GoogleSettings): OAuthProvider<Claims> {
  const keys = createRemoteJWKSet(new URL(settings.jwksUrl));
  return {
    id: "google",
    name: "Google",
    issuer: settings.issuer,
    requiresIdTokenNonce: true,
    accountSubject: ({ profile }) => profile.sub,
    createAuthorizationURL: ({ state, codeVerifier, redirectURI, idTokenNonce }) =>
      createAuthorizationURL({
        id: "google",
        options: { clientId: settings.clientId },
        authorizationEndpoint: settings.authorizeUrl,
        scopes: SCOPES,
        state,
        codeVerifier,
        redirectURI,
        nonce: idTokenNonce,
      }),
    validateAuthorizationCode: async ({ code, codeVerifier, redirectURI }) => ({
      idToken: await redeem(settings, {
        code,
        code_verifier: codeVerifier ?? "",
        redirect_uri: redirectURI,
      }),
    }),
    getUserInfo: ({ idToken, expectedIdTokenNonce }) =>
      orNothing(verified(settings, keys, idToken ?? "", expectedIdTokenNonce).then(userOf)),
  };
}
