import { createHmac } from "node:crypto";
import { createAuthorizationURL, type OAuthProvider } from "better-auth/oauth2";
import { z } from "zod";
import type { FacebookSettings } from "../../settings.ts";
import { Name } from "./name.ts";
import { ProviderFailure, askProvider, orNothing } from "./answers.ts";

const SCOPES = ["public_profile", "email"];
const FIELDS = "id,name,first_name,last_name,email,picture";

const Profile = z.object({
  /** Valid in this app only. */
  id: z.string().min(1).max(64),
  name: Name.optional(),
  first_name: Name.optional(),
  last_name: Name.optional(),
  email: z.email().optional(),
  picture: z
    .object({ data: z.object({ url: z.url(), is_silhouette: z.boolean().optional() }) })
    .optional(),
});
export type FacebookProfile = z.infer<typeof Profile>;

const Tokens = z.object({ access_token: z.string().min(1) });

const Refusal = z.object({
  error: z.object({ code: z.number(), error_subcode: z.number().optional() }),
});

/** 459: must visit facebook.com first; 464: not confirmed; 368: blocked for policy. */
const DISABLED_SUBCODES = new Set([459, 464]);
const BLOCKED = 368;
/** Temporary failures and rate limits. */
const BUSY = new Set([1, 2, 4, 17, 341]);

function failureOf(body: unknown): ProviderFailure {
  const refusal = Refusal.safeParse(body);
  if (!refusal.success)
    return new ProviderFailure("down", "Facebook's answer can't be understood.");
  const { code, error_subcode: subcode } = refusal.data.error;
  if (code === BLOCKED || (subcode !== undefined && DISABLED_SUBCODES.has(subcode)))
    return new ProviderFailure("disabled", `Facebook refused with ${code}.`);
  return new ProviderFailure(BUSY.has(code) ? "down" : "expired", `Facebook refused with ${code}.`);
}

async function ask<T>(schema: z.ZodType<T>, url: string, init: RequestInit): Promise<T> {
  const { status, body } = await askProvider(url, init);
  const parsed = schema.safeParse(body);
  if (status === 200 && parsed.success) return parsed.data;
  throw failureOf(body);
}

async function readProfile(settings: FacebookSettings, token: string): Promise<FacebookProfile> {
  const proof = createHmac("sha256", settings.appSecret).update(token).digest("hex");
  const query = new URLSearchParams({ fields: FIELDS, appsecret_proof: proof });
  return ask(Profile, `${settings.graphUrl}/${settings.version}/me?${query.toString()}`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

/** How this customer is to be treated, once Facebook has said who it is. */
export interface FacebookPolicy {
  /** The customer that this Facebook account belongs to. */
  ownerOf(subject: string): Promise<{ readonly email: string } | null>;
  /** Whether a signed-in customer is linking this account right now. */
  isLinking(): Promise<boolean>;
  /** Facebook's address is a hint: sends a mail that proves it and keeps what to do then. */
  proveByMail(profile: FacebookProfile & { readonly email: string }): Promise<void>;
}

/** Nobody has this address; it stands for one that is not proved, so that no account can match it. */
export const UNPROVED_DOMAIN = "unproved.invalid";

type FacebookUser = Awaited<ReturnType<OAuthProvider<FacebookProfile>["getUserInfo"]>>;

async function decide(profile: FacebookProfile, policy: FacebookPolicy): Promise<FacebookUser> {
  const user = { name: profile.name ?? "", emailVerified: false };
  // The signed-in customer proved the own account and this one; no address is taken over in a link.
  if (await policy.isLinking())
    return { user: { ...user, email: profile.email ?? null, emailVerified: true }, data: profile };
  const owner = await policy.ownerOf(profile.id);
  if (owner !== null) return { user: { ...user, email: owner.email }, data: profile };
  const { email } = profile;
  if (email === undefined) throw new ProviderFailure("noEmail", "Facebook gave no address.");
  await policy.proveByMail({ ...profile, email });
  return { user: { ...user, email: `${profile.id}@${UNPROVED_DOMAIN}` }, data: profile };
}

/** Sign-in with Facebook: `public_profile,email`, and no trust in the address. */
export function facebookProvider(
  settings: FacebookSettings,
  policy: FacebookPolicy,
): OAuthProvider<FacebookProfile> {
  const { appId, appSecret, dialogUrl, graphUrl, version } = settings;
  return {
    id: "facebook",
    name: "Facebook",
    accountSubject: ({ profile }) => profile.id,
    createAuthorizationURL: ({ state, redirectURI, additionalParams }) =>
      createAuthorizationURL({
        id: "facebook",
        options: { clientId: appId },
        authorizationEndpoint: `${dialogUrl}/${version}/dialog/oauth`,
        scopes: SCOPES,
        scopeJoiner: ",",
        state,
        redirectURI,
        additionalParams,
      }),
    validateAuthorizationCode: async ({ code, redirectURI }) => {
      const form = { client_id: appId, client_secret: appSecret, redirect_uri: redirectURI, code };
      const tokens = await ask(Tokens, `${graphUrl}/${version}/oauth/access_token`, {
        method: "POST",
        body: new URLSearchParams(form),
      });
      return { accessToken: tokens.access_token };
    },
    getUserInfo: ({ accessToken }) =>
      orNothing(
        readProfile(settings, accessToken ?? "").then((profile) => decide(profile, policy)),
      ),
  };
}
